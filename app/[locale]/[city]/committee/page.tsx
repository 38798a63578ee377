import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { privateMetadata } from "#app/_frame/private-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedWords, type SearchParams } from "#app/_session/asked-words.ts";
import { asCurrentActor } from "#app/_session/current-session.ts";
import { ReportWorkspace } from "#components/annual-report/report-workspace.tsx";
import { CommitteeSheet } from "#components/committee/committee-sheet.tsx";
import { getCommitteePage } from "#use-cases/evaluation/get-committee-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

const load = cache((locale: string, slug: string) =>
  asCurrentActor(locale, `/${slug}/committee`, (actor) =>
    getCommitteePage(actor, slug, new Date()),
  ),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "committee" });
  return privateMetadata(t("title"), t("standfirst"));
}

export default async function CommitteePage({ params, searchParams }: Props) {
  const { locale: language, city: slug } = await params;
  const { problem } = await askedWords(searchParams);
  const page = await load(pageLocale(language), slug);
  if (!page) notFound();
  return (
    <SiteFrame path={`/${slug}/committee`} city={page.city}>
      <CommitteeSheet page={page} newKey={randomUUID} problem={problem}>
        <ReportWorkspace
          citySlug={page.city.slug}
          reports={page.reports}
          openYears={page.openYears}
          requestKey={randomUUID()}
        />
      </CommitteeSheet>
    </SiteFrame>
  );
}
