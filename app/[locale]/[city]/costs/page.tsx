import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { CostsSheet } from "#components/cost/costs-sheet.tsx";
import { formatCostView, parseCostView } from "#domain/cost/cost-view.ts";
import { getCostsPage } from "#use-cases/cost/get-costs-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

/** By the one spelling of the view, so that the page and its title are made of one reading. */
const load = cache((slug: string, view: string, release: number | undefined) =>
  getCostsPage(slug, parseCostView(new URLSearchParams(view)), release),
);

async function pageOf({ params, searchParams }: Props) {
  const { city } = await params;
  await askedYear(searchParams);
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const view = formatCostView(parseCostView(new URLSearchParams(asked)));
  return load(city, view.toString(), await askedRelease(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const page = await pageOf(props);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "costs" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function CostsPage(props: Props) {
  const { locale, city } = await props.params;
  pageLocale(locale);
  const page = await pageOf(props);
  if (!page) notFound();
  const { release, isNamed } = page.city;
  return (
    <SiteFrame path={`/${city}/costs`} section="costs" city={page.city}>
      <CostsSheet page={page} release={isNamed ? String(release) : ""} />
    </SiteFrame>
  );
}
