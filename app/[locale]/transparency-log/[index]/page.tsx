import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { EntrySheet } from "#components/log/entry-sheet.tsx";
import { getEntryPage } from "#use-cases/log/get-entry-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; index: string }> };

const load = cache(async (index: string) =>
  /^(?:0|[1-9]\d{0,14})$/.test(index) ? getEntryPage(Number(index)) : undefined,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, index } = await params;
  const page = await load(index);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "transparencyLog" });
  const title = t("entryTitle", { index: page.entry.index });
  return pageMetadata({ locale, title, description: t(`actions.${page.entry.action}`) });
}

export default async function EntryPage({ params }: Props) {
  const { locale, index } = await params;
  pageLocale(locale);
  const page = await load(index);
  if (!page) notFound();
  return (
    <SiteFrame path={`/transparency-log/${index}`} section="transparency-log">
      <EntrySheet page={page} />
    </SiteFrame>
  );
}
