import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { chartWords } from "#app/_charts/outcome-chart-words.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { askedYear } from "#app/_release/asked-year.ts";
import { listOutcomeCharts, outcomeCharts } from "#components/outcome/outcome-charts.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The charts of the page on outcomes as files, of the page's own year and release. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const asked = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams));
  const page = await getOutcomesPage(city, await askedYear(asked), await askedRelease(asked));
  if (!isLocale(locale) || !page) return nothingThere();
  return answerChartFile(file, {
    locale,
    path: `/${city}/outcomes`,
    city: page.city,
    charts: listOutcomeCharts(outcomeCharts(page, await chartWords(locale))),
  });
}
