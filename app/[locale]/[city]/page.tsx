import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { CityHome } from "#components/city/city-home.tsx";
import { getCityHome } from "#use-cases/city/get-city-home.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string }>;
  searchParams: SearchParams;
};

const load = cache((slug: string, release: number | undefined) =>
  getCityHome(slug, new Date(), release),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const home = await load(city, await askedRelease(searchParams));
  if (!home) return {};
  const t = await getTranslations({ locale, namespace: "home" });
  const { name } = home.city;
  return pageMetadata({
    locale,
    title: name,
    description: t("metaDescription", { city: name }),
  });
}

export default async function CityHomePage({ params, searchParams }: Props) {
  const { locale, city: slug } = await params;
  pageLocale(locale);
  const home = await load(slug, await askedRelease(searchParams));
  if (!home) notFound();
  return (
    <SiteFrame path={`/${slug}`} section="home" city={home.city}>
      <CityHome home={home} />
    </SiteFrame>
  );
}
