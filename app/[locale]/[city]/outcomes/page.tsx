import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { OutcomesSheet } from "#components/outcome/outcomes-sheet.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((slug: string, year: number | undefined, release: number | undefined) =>
  getOutcomesPage(slug, year, release),
);

async function pageOf({ params, searchParams }: Props) {
  const { city } = await params;
  return load(city, await askedYear(searchParams), await askedRelease(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const page = await pageOf(props);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "outcomes" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function OutcomesPage(props: Props) {
  const { locale: language, city } = await props.params;
  const locale = pageLocale(language);
  const page = await pageOf(props);
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const asOf = isNamed ? `&release=${release}` : "";
  const query = page.year === undefined ? "" : `year=${page.year}${asOf}`;
  return (
    <SiteFrame path={`/${city}/outcomes`} section="outcomes" city={page.city}>
      <OutcomesSheet
        page={page}
        query={query}
        addressOfYear={(year) => addressOf(locale, `/${city}/outcomes?year=${year}${asOf}`)}
      />
    </SiteFrame>
  );
}
