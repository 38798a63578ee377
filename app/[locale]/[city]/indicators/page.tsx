import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { IndicatorsSheet } from "#components/indicator/indicators-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getIndicatorsPage } from "#use-cases/indicator/get-indicators-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((slug: string, release: number | undefined) =>
  getIndicatorsPage(slug, new Date(), release),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, await askedRelease(searchParams));
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "indicators" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const page = await load(city, await askedRelease(searchParams));
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const query = isNamed ? `release=${release}` : "";
  const asOf = query === "" ? "" : `?${query}`;
  return (
    <SiteFrame path={`/${city}/indicators`} section="indicators" city={page.city}>
      <IndicatorsSheet
        page={page}
        query={query}
        addresses={{
          indicator: (id) => addressOf(locale, `/${city}/indicators/${id}${asOf}`),
        }}
      />
    </SiteFrame>
  );
}
