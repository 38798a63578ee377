import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { ReleaseSheet } from "#components/release/release-sheet.tsx";
import { getReleasePage } from "#use-cases/release/get-release-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string; number: string }> };

/** What is no number of a release is not found. */
const load = cache(async (city: string, number: string) =>
  /^[1-9]\d{0,8}$/.test(number) ? getReleasePage(city, Number(number)) : undefined,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, number } = await params;
  const page = await load(city, number);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "releases.one" });
  const words = { city: page.city.name, number };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function ReleasePage({ params }: Props) {
  const { locale, city, number } = await params;
  pageLocale(locale);
  const page = await load(city, number);
  if (!page) notFound();
  // The page is about a release, whatever release is current: no banner says that it is an earlier one.
  const frame = { ...page.city, release: page.city.latestRelease, isNamed: false };
  return (
    <SiteFrame path={`/${city}/releases/${number}`} section="releases" city={frame}>
      <ReleaseSheet page={page} />
    </SiteFrame>
  );
}
