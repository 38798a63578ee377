import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { AnnotationSection } from "#components/annotation/annotation-section.tsx";
import type { Words } from "#components/chart/offered-chart.ts";
import { IndicatorSheet } from "#components/indicator/indicator-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getAnnotationsOn } from "#use-cases/annotation/get-annotations-page.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; indicator: string }>;
  searchParams: SearchParams;
};

const load = cache((slug: string, id: string, release: number | undefined) =>
  getIndicatorPage(slug, id, new Date(), release),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city, indicator } = await params;
  const page = await load(city, indicator, await askedRelease(searchParams));
  if (!page) return {};
  const t: Words = await getTranslations({ locale, namespace: "indicators" });
  const name = t(`items.${page.indicator.id}.name`);
  return pageMetadata({
    locale,
    title: t("metaTitleOne", { name, city: page.city.name }),
    description: t(`items.${page.indicator.id}.definition`),
  });
}

export default async function IndicatorPage({ params, searchParams }: Props) {
  const { locale: language, city, indicator } = await params;
  const locale = pageLocale(language);
  const page = await load(city, indicator, await askedRelease(searchParams));
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const query = isNamed ? `release=${release}` : "";
  const target = { kind: "figure", reference: page.indicator.id } as const;
  const asOf = query === "" ? "" : `?${query}`;
  return (
    <SiteFrame path={`/${city}/indicators/${indicator}`} section="indicators" city={page.city}>
      <IndicatorSheet
        page={page}
        annotations={
          <AnnotationSection
            city={page.city}
            annotations={await getAnnotationsOn(city, target, new Date())}
            target={target}
          />
        }
        query={query}
        addresses={{
          index: addressOf(locale, `/${city}/indicators${asOf}`),
          methodology: addressOf(locale, `/methodology#${page.indicator.methodology}`),
        }}
      />
    </SiteFrame>
  );
}
