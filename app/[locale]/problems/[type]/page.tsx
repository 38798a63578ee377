import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { ProblemSheet } from "#components/data/problem-sheet.tsx";
import { type ApiProblem, apiProblems } from "#domain/dataset/api/problems.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; type: string }> };

function problemOf(type: string): ApiProblem | undefined {
  return Object.hasOwn(apiProblems, type) ? (type as ApiProblem) : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, type } = await params;
  const known = problemOf(type);
  if (!known) return {};
  const t = await getTranslations({ locale, namespace: "problems" });
  return pageMetadata({ locale, title: t(`${known}.title`), description: t(`${known}.text`) });
}

export default async function ProblemPage({ params }: Props) {
  const { locale, type } = await params;
  pageLocale(locale);
  const known = problemOf(type);
  if (!known) notFound();
  return (
    <SiteFrame path={`/problems/${known}`} section="data">
      <ProblemSheet type={known} status={apiProblems[known].status} />
    </SiteFrame>
  );
}
