import { getTranslations } from "next-intl/server";
import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { costCharts } from "#components/cost/cost-charts.ts";
import { parseCostView } from "#domain/cost/cost-view.ts";
import { getCostsPage } from "#use-cases/cost/get-costs-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The charts of the page on costs as files, with the page's own choices. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const { searchParams } = new URL(request.url);
  const asked = Promise.resolve(Object.fromEntries(searchParams));
  await askedYear(asked);
  const page = await getCostsPage(city, parseCostView(searchParams), await askedRelease(asked));
  if (!isLocale(locale) || !page) return nothingThere();
  const words = async (namespace: string) => getTranslations({ locale, namespace });
  return answerChartFile(file, {
    locale,
    path: `/${city}/costs`,
    city: page.city,
    charts: costCharts(page, {
      locale,
      costs: await words("costs"),
      charts: await words("charts"),
      spend: await words("home.spend"),
    }),
  });
}
