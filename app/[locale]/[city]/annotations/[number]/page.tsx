import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { AnnotationSheet } from "#components/annotation/annotation-sheet.tsx";
import { annotationPath } from "#formats/addresses/annotated-path.ts";
import { getAnnotationPage } from "#use-cases/annotation/get-annotations-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string; number: string }> };

const load = cache(async (city: string, number: string) =>
  /^[1-9]\d{0,8}$/.test(number) ? getAnnotationPage(city, Number(number), new Date()) : undefined,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, number } = await params;
  const page = await load(city, number);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "annotations" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: `${t("mark", { number })} — ${page.city.name}`,
    description: t("metaDescription", words),
  });
}

export default async function AnnotationPage({ params }: Props) {
  const { city, number } = await params;
  const page = await load(city, number);
  if (!page) notFound();
  const path = annotationPath(city, page.annotation.number);
  const linked = {
    type: "application/ld+json",
    title: "Web Annotation",
    address: `${path}.jsonld`,
  };
  return (
    <SiteFrame path={path} section="evaluations" city={page.city} feeds={[linked]}>
      <AnnotationSheet city={page.city} annotation={page.annotation} thread={page.thread} />
    </SiteFrame>
  );
}
