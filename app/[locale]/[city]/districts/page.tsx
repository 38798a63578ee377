import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { DistrictsSheet } from "#components/district/districts-sheet.tsx";
import { getDistrictsPage } from "#use-cases/district/get-districts-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((slug: string, release: number | undefined) =>
  getDistrictsPage(slug, new Date(), release),
);

async function pageOf({ params, searchParams }: Props) {
  const { city } = await params;
  return load(city, await askedRelease(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const page = await pageOf(props);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "districtsPage" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function DistrictsPage(props: Props) {
  const { locale, city } = await props.params;
  pageLocale(locale);
  const page = await pageOf(props);
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const query = isNamed ? `release=${release}` : "";
  return (
    <SiteFrame path={`/${city}/districts`} section="districts" city={page.city}>
      <DistrictsSheet page={page} query={query} />
    </SiteFrame>
  );
}
