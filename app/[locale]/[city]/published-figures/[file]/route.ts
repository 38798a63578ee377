import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { figureChartWords } from "#app/_charts/outcome-chart-words.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { figureCharts } from "#components/published-figure/figure-charts.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The charts of what was published, as files, as of the release that the page reads. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const asked = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams));
  const page = await getPublishedFiguresPage(city, await askedRelease(asked));
  if (!isLocale(locale) || !page) return nothingThere();
  const charts = figureCharts(page, await figureChartWords(locale));
  return answerChartFile(file, {
    locale,
    path: `/${city}/published-figures`,
    city: page.city,
    charts,
  });
}
