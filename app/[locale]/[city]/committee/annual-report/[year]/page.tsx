import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { reportedYear } from "#app/_committee/report-doors.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import type { SearchParams } from "#app/_release/asked-release.ts";
import { askedVersion } from "#app/_release/asked-version.ts";
import { reportPath } from "#components/annual-report/report-props.ts";
import { ReportSheet } from "#components/annual-report/report-sheet.tsx";
import { getReportPage } from "#use-cases/annual-report/get-report-pages.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; year: string }>;
  searchParams: SearchParams;
};

const load = cache((city: string, year: number, version: number | undefined) =>
  getReportPage(city, year, new Date(), version),
);

async function pageOf({ params, searchParams }: Props) {
  const { city, year } = await params;
  const asked = reportedYear(year);
  return asked === undefined ? undefined : load(city, asked, await askedVersion(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const page = await pageOf(props);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "annualReport" });
  const words = { year: String(page.year), city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function AnnualReportPage(props: Props) {
  const page = await pageOf(props);
  if (!page) notFound();
  const path = reportPath(page.city.slug, page.year);
  return (
    <SiteFrame path={path} section="evaluations" city={page.city}>
      <ReportSheet page={page} />
    </SiteFrame>
  );
}
