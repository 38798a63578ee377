import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { CityCredits } from "#components/credits/city-credits.tsx";
import { getAnnotationsOn } from "#use-cases/annotation/get-annotations-page.ts";
import { getCityCredits } from "#use-cases/city/get-city-credits.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }> };

const load = cache(getCityCredits);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city: slug } = await params;
  const found = await load(slug);
  if (!found) return {};
  const t = await getTranslations({ locale, namespace: "credits" });
  const title = t("cityTitle", { city: found.city.name });
  return pageMetadata({ locale, title, description: t("cityStandfirst") });
}

export default async function CityCreditsPage({ params }: Props) {
  const { locale, city: slug } = await params;
  pageLocale(locale);
  const found = await load(slug);
  if (!found) notFound();
  return (
    <SiteFrame path={`/${slug}/credits`} section="credits" city={found.city}>
      <CityCredits
        city={found.city}
        sources={found.credits.sources}
        annotations={await getAnnotationsOn(slug, { kind: "document" }, new Date())}
      />
    </SiteFrame>
  );
}
