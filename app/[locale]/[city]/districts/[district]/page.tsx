import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { askedKey } from "#app/_cost/asked-key.ts";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { askedRelease, type SearchParams } from "#app/_release/asked-release.ts";
import { DistrictSheet } from "#components/district/district-sheet.tsx";
import type { AllocationKey } from "#domain/cost/allocation-key.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { getAnnotationsOn } from "#use-cases/annotation/get-annotations-page.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ locale: string; city: string; district: string }>;
  searchParams: SearchParams;
};

const load = cache(
  (city: string, district: string, release: number | undefined, key: AllocationKey) =>
    getDistrictPage(city, decodeURIComponent(district), new Date(), release, key),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city, district } = await params;
  const page = await load(
    city,
    district,
    await askedRelease(searchParams),
    await askedKey(searchParams),
  );
  if (!page) return {};
  const t = await getTranslations({ locale, namespace: "district" });
  const words = { district: page.district.name, city: page.city.name };
  return pageMetadata({ locale, title: t("title", words), description: t("description", words) });
}

export default async function DistrictPage({ params, searchParams }: Props) {
  const { locale: language, city, district } = await params;
  const locale = pageLocale(language);
  const page = await load(
    city,
    district,
    await askedRelease(searchParams),
    await askedKey(searchParams),
  );
  if (!page) notFound();
  const { release, isNamed } = page.city;
  const asOf = isNamed ? `release=${release}` : "";
  const target = { kind: "district", reference: page.district.code } as const;
  const query = `district=${encodeURIComponent(page.district.code)}`;
  return (
    <SiteFrame
      path={`/${city}/districts/${encodeURIComponent(page.district.code)}`}
      city={page.city}
    >
      <DistrictSheet
        page={page}
        annotations={await getAnnotationsOn(city, target, new Date())}
        query={asOf}
        addresses={{
          district: (code) => addressOf(locale, `/${city}/districts/${encodeURIComponent(code)}`),
          own: addressOf(locale, `/${city}/districts/${encodeURIComponent(page.district.code)}`),
          costs: addressOf(locale, `/${city}/costs`),
          release: isNamed ? String(release) : "",
          all: addressOf(locale, `/${city}/districts`),
          list: addressOf(locale, `/${city}/map?${query}#list`),
          map: addressOf(locale, `/${city}/map?${query}`),
        }}
      />
    </SiteFrame>
  );
}
