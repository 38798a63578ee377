import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { ReleasesSheet } from "#components/release/releases-sheet.tsx";
import { getReleasesPage } from "#use-cases/release/get-releases-page.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }> };

const load = cache(getReleasesPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await params;
  const page = await load(city);
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "releases" });
  const words = { city: page.city.name };
  return pageMetadata({
    locale,
    title: t("metaTitle", words),
    description: t("metaDescription", words),
  });
}

export default async function ReleasesPage({ params }: Props) {
  const { locale, city } = await params;
  pageLocale(locale);
  const page = await load(city);
  if (!page) notFound();
  return (
    <SiteFrame path={`/${city}/releases`} section="releases" city={page.city}>
      <ReleasesSheet page={page} />
    </SiteFrame>
  );
}
