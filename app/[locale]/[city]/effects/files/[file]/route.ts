import { getTranslations } from "next-intl/server";
import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { effectCharts } from "#components/effect/effect-charts.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string; city: string; file: string }> };

/** The charts of every study as files. Under a folder of their own: beside it stand the pages of the studies. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, file } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const page = await getEffectsPage(city, await askedRelease(Promise.resolve(asked)));
  if (!isLocale(locale) || !page) return nothingThere();
  const effects = await getTranslations({ locale, namespace: "effects" });
  const charts = await getTranslations({ locale, namespace: "charts" });
  return answerChartFile(file, {
    locale,
    path: `/${city}/effects`,
    city: page.city,
    charts: effectCharts(page, { locale, effects, charts }),
  });
}
