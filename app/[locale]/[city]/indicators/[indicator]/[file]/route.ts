import { getTranslations } from "next-intl/server";
import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { knownWordsOf } from "#components/figure/known-words.ts";
import { indicatorCharts } from "#components/indicator/indicator-charts.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";

export const dynamic = "force-dynamic";

type Context = {
  params: Promise<{ locale: string; city: string; indicator: string; file: string }>;
};

/** The charts of an indicator as files, as of the release that the page reads. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, indicator, file } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const release = await askedRelease(Promise.resolve(asked));
  const page = await getIndicatorPage(city, indicator, new Date(), release);
  if (!isLocale(locale) || !page) return nothingThere();
  const t = await getTranslations({ locale, namespace: "indicators" });
  const charts = await getTranslations({ locale, namespace: "charts" });
  const scopes = knownWordsOf(
    await getTranslations({ locale, namespace: "publishedFigures.scopes" }),
  );
  return answerChartFile(file, {
    locale,
    path: `/${city}/indicators/${indicator}`,
    city: page.city,
    charts: indicatorCharts(page, { locale, t, charts, scopes }),
  });
}
