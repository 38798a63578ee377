import { getTranslations } from "next-intl/server";
import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { districtsCharts } from "#components/district/districts-charts.ts";
import { getDistrictsPage } from "#use-cases/district/get-districts-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The charts of all districts as files. Under a folder of their own: beside it stand the pages of the districts. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const page = await getDistrictsPage(city, new Date(), await askedRelease(Promise.resolve(asked)));
  if (!isLocale(locale) || !page) return nothingThere();
  return answerChartFile(file, {
    locale,
    path: `/${city}/districts`,
    city: page.city,
    charts: districtsCharts(page, {
      locale,
      t: await getTranslations({ locale, namespace: "districtsPage" }),
      measure: await getTranslations({ locale, namespace: "measure" }),
      charts: await getTranslations({ locale, namespace: "charts" }),
    }),
  });
}
