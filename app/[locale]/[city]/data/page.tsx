import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { CityData } from "#components/data/city-data.tsx";
import { Article } from "#components/layout/article.tsx";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { schemaOrgOf } from "#domain/dataset/files/catalogue.ts";
import { readEnvironment } from "#environment";
import { getCityData } from "#use-cases/open-data/get-city-data.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((slug: string, release: number | undefined) =>
  getCityData(slug, readEnvironment().publicOrigin ?? "", release),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, await askedRelease(searchParams));
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "openData.city" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function CityDataPage({ params, searchParams }: Props) {
  const { locale, city } = await params;
  pageLocale(locale);
  const page = await load(city, await askedRelease(searchParams));
  if (!page) notFound();
  const t = await getTranslations({ locale, namespace: "openData.city" });
  const { released, rows, licences } = page;
  const words = { city: page.city.name };
  const sources = page.sources.map((row) => ({
    source: String(row.source),
    title: String(row.title),
    publisher: row.publisher as string | null,
    licence: row.licence as string | null,
    licenceUrl: row.licence_url as string | null,
    attribution: row.attribution as string | null,
  }));
  return (
    <SiteFrame path={`/${city}/data`} section="data" city={page.city}>
      {released ? (
        <>
          <CityData
            city={released}
            timezone={page.city.timezone}
            datasets={datasets}
            rows={rows}
            sources={sources}
          />
          <script type="application/ld+json">
            {JSON.stringify(
              schemaOrgOf(released, licences, {
                name: t("metaTitle", words),
                description: t("metaDescription", words),
                language: locale,
              }),
            ).replaceAll("<", "\\u003c")}
          </script>
        </>
      ) : (
        <Article
          kicker={page.city.name}
          title={t("nothing", words)}
          standfirst={<p>{t("nothingText")}</p>}
        />
      )}
    </SiteFrame>
  );
}
