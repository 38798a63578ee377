import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { StudySheet } from "#components/effect/study-sheet.tsx";
import { pathOf } from "#formats/addresses/address-of.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; study: string }>;
  searchParams: SearchParams;
};

const load = cache((slug: string, release: number | undefined) => getEffectsPage(slug, release));

/** All studies are read together, since each is one comparison among those looked at; one is shown. */
async function pageOf({ params, searchParams }: Props) {
  const { city, study } = await params;
  const page = await load(city, await askedRelease(searchParams));
  const reference = decodeURIComponent(study);
  const shown = page?.studies.find((one) => one.study.reference === reference);
  return page && shown && { page, shown };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const found = await pageOf(props);
  if (!found) return {};
  const t = await getTranslations({ locale, namespace: "effects" });
  const { titleFr, titleEn } = found.shown.study;
  const title = locale === "fr" ? titleFr : titleEn;
  return pageMetadata({ locale, title, description: t("studyMetaDescription", { title }) });
}

export default async function StudyPage(props: Props) {
  const { locale, city } = await props.params;
  pageLocale(locale);
  const found = await pageOf(props);
  if (!found) notFound();
  const { page, shown } = found;
  const { release, isNamed } = page.city;
  const query = isNamed ? `release=${release}` : "";
  return (
    <SiteFrame
      path={pathOf(city, "effects", shown.study.reference)}
      section="effects"
      city={page.city}
    >
      <StudySheet page={page} shown={shown} query={query} />
    </SiteFrame>
  );
}
