import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/_frame/page-metadata.ts";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { CityList } from "#components/city/city-list.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { listCityOverviews } from "#use-cases/city/list-city-overviews.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "cities" });
  return pageMetadata({ locale, title: t("title"), description: t("standfirst") });
}

export default async function CitiesPage({ params }: Props) {
  const locale = pageLocale((await params).locale);
  const cities = await listCityOverviews();
  const [first, ...others] = cities;
  if (first && others.length === 0) redirect(addressOf(locale, `/${first.city.slug}`));
  return (
    <SiteFrame path="/" section="home">
      <CityList cities={cities} />
    </SiteFrame>
  );
}
