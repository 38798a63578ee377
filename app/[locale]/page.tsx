import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { Article } from "#components/layout/article.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { listCityOverviews } from "#use-cases/city/list-city-overviews.ts";

export const dynamic = "force-dynamic";

export default async function CitiesPage({ params }: { params: Promise<{ locale: string }> }) {
  const locale = pageLocale((await params).locale);
  const cities = await listCityOverviews();
  const [first, ...others] = cities;
  if (first && others.length === 0) redirect(addressOf(locale, `/${first.city.slug}`));
  const t = await getTranslations({ locale, namespace: "site" });
  return (
    <SiteFrame path="/" section="home">
      <Article title={t("name")} standfirst={t("description")} />
    </SiteFrame>
  );
}
