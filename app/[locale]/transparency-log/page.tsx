import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { LogSheet } from "#components/log/log-sheet.tsx";
import { readLogQuestion } from "#domain/audit/log-question.ts";
import { getLogPage } from "#use-cases/log/get-log-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "transparencyLog" });
  return pageMetadata({ locale, title: t("title"), description: t("metaDescription") });
}

export default async function TransparencyLogPage({ params, searchParams }: Props) {
  pageLocale((await params).locale);
  const page = await getLogPage(readLogQuestion(await searchParams));
  return (
    <SiteFrame path="/transparency-log" section="transparency-log">
      <LogSheet page={page} />
    </SiteFrame>
  );
}
