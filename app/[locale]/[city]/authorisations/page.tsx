import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { AuthorisationsSheet } from "#components/authorisation/authorisations-sheet.tsx";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((slug: string, release: number | undefined) =>
  getAuthorisationsPage(slug, new Date(), release),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, await askedRelease(searchParams));
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "authorisations" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function AuthorisationsPage({ params, searchParams }: Props) {
  const { locale, city } = await params;
  pageLocale(locale);
  const page = await load(city, await askedRelease(searchParams));
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const query = isNamed ? `release=${release}` : "";
  return (
    <SiteFrame path={`/${city}/authorisations`} section="authorisations" city={page.city}>
      <AuthorisationsSheet page={page} query={query} />
    </SiteFrame>
  );
}
