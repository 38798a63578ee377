import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { ReportList } from "#components/annual-report/report-list.tsx";
import { EvaluationsSheet } from "#components/evaluation/evaluations-sheet.tsx";
import { getEvaluationsPage } from "#use-cases/evaluation/get-evaluations-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }> };

const load = cache((slug: string) => getEvaluationsPage(slug, new Date()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "evaluations" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function EvaluationsPage({ params }: Props) {
  const { city } = await params;
  const page = await load(city);
  if (!page) notFound();
  return (
    <SiteFrame path={`/${city}/evaluations`} section="evaluations" city={page.city}>
      <EvaluationsSheet city={page.city} evaluations={page.evaluations}>
        <ReportList citySlug={page.city.slug} reports={page.reports} />
      </EvaluationsSheet>
    </SiteFrame>
  );
}
