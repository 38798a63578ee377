import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reportedYear } from "#app/_committee/report-doors.ts";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { ReportDeskSheet } from "#components/annual-report/report-desk-sheet.tsx";
import { reportDeskPath } from "#components/annual-report/report-props.ts";
import { getReportDesk } from "#use-cases/annual-report/get-report-pages.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; year: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, year } = await params;
  const t = await getTranslations({ locale, namespace: "annualReport.desk" });
  return privateMetadata(t("title", { year }), t("drafting"));
}

export default async function ReportDeskPage({ params, searchParams }: Props) {
  const { locale: language, city, year } = await params;
  const asked = reportedYear(year);
  if (asked === undefined) notFound();
  const { notice, problem } = await askedWords(searchParams);
  const { aside } = await searchParams;
  const asideId =
    typeof aside === "string" && /^[1-9]\d{0,8}$/.test(aside) ? Number(aside) : undefined;
  const path = reportDeskPath(city, asked);
  const page = await asCurrentActor(pageLocale(language), path, (actor) =>
    getReportDesk(actor, city, asked, asideId),
  );
  if (!page) notFound();
  return (
    <SiteFrame path={path} city={page.city}>
      <ReportDeskSheet page={page} newKey={randomUUID} notice={notice} problem={problem} />
    </SiteFrame>
  );
}
