import { answerChartFile } from "#app/_charts/answer-chart-file.ts";
import { nothingThere } from "#app/_charts/answer-file.ts";
import { cameraChartWords, chartWords } from "#app/_charts/outcome-chart-words.ts";
import { isLocale } from "#app/_i18n/locales.ts";
import { askedRelease } from "#app/_release/asked-release.ts";
import { cameraCharts } from "#components/district/camera-charts.ts";
import { districtCharts } from "#components/district/district-charts.ts";
import { pathOf } from "#formats/addresses/address-of.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";

export const dynamic = "force-dynamic";

type Context = {
  params: Promise<{ locale: string; city: string; district: string; file: string }>;
};

/** The charts of a district's page as files. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, city, district, file } = await params;
  const code = decodeURIComponent(district);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const page = await getDistrictPage(
    city,
    code,
    new Date(),
    await askedRelease(Promise.resolve(asked)),
  );
  if (!isLocale(locale) || !page) return nothingThere();
  const charts = {
    ...districtCharts(page, await chartWords(locale)),
    ...cameraCharts(page, await cameraChartWords(locale)),
  };
  return answerChartFile(file, {
    locale,
    path: pathOf(city, "districts", code),
    city: page.city,
    charts: Object.values(charts).filter((chart) => chart !== undefined),
  });
}
