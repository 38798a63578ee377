import { notFound } from "next/navigation";
import { SiteFrame } from "#app/_frame/site-frame.tsx";
import { pageLocale } from "#app/_i18n/page-locale.ts";
import { Article } from "#components/layout/article.tsx";
import { getCityHome } from "#use-cases/city/get-city-home.ts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string; city: string }> };

export default async function CityHomePage({ params }: Props) {
  const { locale, city: slug } = await params;
  pageLocale(locale);
  const home = await getCityHome(slug, new Date().toISOString().slice(0, 10));
  if (!home) notFound();
  return (
    <SiteFrame path={`/${slug}`} section="home" city={home.city}>
      <Article title={home.city.name} />
    </SiteFrame>
  );
}
