import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { annotationFeed } from "#app/_feed/annotation-feed.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import type { SearchParams } from "#app/_release/asked-release.ts";
import { askedVersion } from "#app/_release/asked-version.ts";
import { EvaluationSheet } from "#components/evaluation/evaluation-sheet.tsx";
import { getAnnotationsOn } from "#use-cases/annotation/get-annotations-page.ts";
import { getEvaluationPage } from "#use-cases/evaluation/get-evaluation-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; slug: string }>;
  searchParams: SearchParams;
};

const load = cache((city: string, slug: string, version: number | undefined) =>
  getEvaluationPage(city, slug, new Date(), version),
);

async function pageOf({ params, searchParams }: Props) {
  const { city, slug } = await params;
  return load(city, slug, await askedVersion(searchParams));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const page = await pageOf(props);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "evaluations" });
  return pageMetadata({
    locale,
    title: `${page.shown.content.title} — ${page.city.name}`,
    description: t("metaDescription", { city: page.city.name }),
  });
}

export default async function EvaluationPage(props: Props) {
  const { locale, city, slug } = await props.params;
  const page = await pageOf(props);
  if (!page) notFound();
  const target = { kind: "evaluation", reference: slug } as const;
  return (
    <SiteFrame
      path={`/${city}/evaluations/${slug}`}
      section="evaluations"
      city={page.city}
      feeds={[await annotationFeed(locale, page.city, target)]}
    >
      <EvaluationSheet page={page} annotations={await getAnnotationsOn(city, target, new Date())} />
    </SiteFrame>
  );
}
