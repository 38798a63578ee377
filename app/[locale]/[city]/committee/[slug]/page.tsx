import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { DeskSheet } from "#components/committee/desk-sheet.tsx";
import { getDeskPage } from "#use-cases/evaluation/get-desk-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; slug: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "committee" });
  return privateMetadata(t("title"), t("standfirst"));
}

export default async function DeskPage({ params, searchParams }: Props) {
  const { locale: language, city, slug } = await params;
  const locale = pageLocale(language);
  const { notice, problem } = await askedWords(searchParams);
  const { aside } = await searchParams;
  const asideId =
    typeof aside === "string" && /^[1-9]\d{0,8}$/.test(aside) ? Number(aside) : undefined;
  const path = `/${city}/committee/${slug}`;
  const page = await asCurrentActor(locale, path, (actor) =>
    getDeskPage(actor, city, slug, new Date(), asideId),
  );
  if (!page) notFound();
  return (
    <SiteFrame path={path} city={page.city}>
      <DeskSheet page={page} newKey={randomUUID} notice={notice} problem={problem} />
    </SiteFrame>
  );
}
