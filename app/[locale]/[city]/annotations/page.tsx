import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { annotationFeed } from "#app/_feed/annotation-feed.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import type { SearchParams } from "#app/_release/asked-release.ts";
import { AnnotationsSheet } from "#components/annotation/annotations-sheet.tsx";
import {
  formatAnnotationsQuestion,
  parseAnnotationsQuestion,
} from "#domain/annotation/annotations-question.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import {
  ANNOTATIONS_PER_PAGE,
  getAnnotationsPage,
} from "#use-cases/annotation/get-annotations-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }>; searchParams: SearchParams };

async function questionOf(searchParams: SearchParams) {
  const given = Object.entries(await searchParams).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return parseAnnotationsQuestion(new URLSearchParams(given));
}

const load = cache(async (slug: string, searchParams: SearchParams) =>
  getAnnotationsPage(slug, await questionOf(searchParams), new Date()),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city, searchParams);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "annotations" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function AnnotationsPage({ params, searchParams }: Props) {
  const { locale: language, city } = await params;
  const locale = pageLocale(language);
  const page = await load(city, searchParams);
  if (!page) notFound();
  const question = await questionOf(searchParams);
  const addressFor = (path: string, number = 1) => {
    const query = formatAnnotationsQuestion({ ...question, page: number });
    // Linked data speaks no language.
    const address = path.endsWith(".jsonld")
      ? `/${city}/${path}`
      : addressOf(locale, `/${city}/${path}`);
    return query.size > 0 ? `${address}?${query}` : address;
  };
  return (
    <SiteFrame
      path={`/${city}/annotations`}
      section="evaluations"
      city={page.city}
      feeds={[await annotationFeed(locale, page.city)]}
    >
      <AnnotationsSheet
        city={page.city}
        question={question}
        total={page.total}
        perPage={ANNOTATIONS_PER_PAGE}
        annotations={page.annotations}
        addressFor={addressFor}
      />
    </SiteFrame>
  );
}
