import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { AdministrationSheet } from "#components/administration/administration-sheet.tsx";
import { getAdministrationPage } from "#use-cases/administration/get-administration-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string }>;
  searchParams: SearchParams;
};

const load = (locale: string, slug: string) =>
  asCurrentActor(locale, `/${slug}/administration`, (actor) =>
    getAdministrationPage(actor, slug, new Date()),
  );

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "administration" });
  return privateMetadata(t("title"), t("standfirst"));
}

export default async function AdministrationPage({ params, searchParams }: Props) {
  const { locale: language, city: slug } = await params;
  const locale = pageLocale(language);
  const { notice, problem, field } = await askedWords(searchParams);
  const page = await load(locale, slug);
  if (!page) notFound();
  return (
    <SiteFrame path={`/${slug}/administration`} city={page.city}>
      <AdministrationSheet {...page} notice={notice} problem={problem} field={field} />
    </SiteFrame>
  );
}
