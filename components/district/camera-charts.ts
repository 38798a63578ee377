import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import type { RangeDots, StackedYears } from "#formats/chart/chart-spec.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

export type ChartedCameras = {
  city: { name: string; release: number };
  district: { name: string };
  camerasPlaced: boolean;
  camerasByStatus: readonly { status: string; cameras: number }[];
  camerasByYear: readonly { year: number; cameras: number }[];
  withoutYear: number;
};

/** Words of "district", "camera.status" and "charts". */
export type CameraChartWords = { locale: string; district: Words; statuses: Words; charts: Words };

/** The charts of a district's cameras, as far as they are known by district. */
export function cameraCharts(page: ChartedCameras, words: CameraChartWords) {
  return {
    statuses: statusChart(page, words),
    installations: installationChart(page, words),
  };
}

/** A district's cameras by state; undefined where they are not known by district, or none is registered. */
function statusChart(
  page: ChartedCameras,
  { locale, district: t, statuses, charts }: CameraChartWords,
): OfferedChart | undefined {
  const { camerasByStatus: rows, district } = page;
  if (!page.camerasPlaced || rows.length === 0) return undefined;
  const all = rows.reduce((sum, { cameras }) => sum + cameras, 0);
  const title = t("statusChart.title", { district: district.name, cameras: all });
  const spec: RangeDots = {
    form: "range-dots",
    id: "statuses",
    name: title,
    description: t("statusChart.description", { states: rows.length }),
    axis: { locale, unit: "" },
    rows: rows.map(({ status, cameras }) => ({
      label: statuses(status),
      value: cameras,
      words: wordNumber(locale, cameras),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("statusChart.subtitle"),
    source: sourceOf(page, t),
    tableWords: tableWordsOf(charts, t("status"), t("cameras").toLocaleLowerCase(locale)),
  };
}

/** When they were installed, every year from the first to the last: one in which none was is a zero that is known. */
function installationChart(
  page: ChartedCameras,
  { locale, district: t, charts }: CameraChartWords,
): OfferedChart | undefined {
  const { camerasByYear: known, withoutYear } = page;
  const [first, last] = [known[0], known.at(-1)];
  if (!page.camerasPlaced || !first || !last) return undefined;
  const ends = { from: String(first.year), to: String(last.year) };
  const title = t("yearChart.title", {
    district: page.district.name,
    cameras: known.reduce((sum, { cameras }) => sum + cameras, 0),
    isOne: first === last ? "yes" : "no",
    ...ends,
  });
  const spec: StackedYears = {
    form: "stacked-years",
    id: "installations",
    name: title,
    description: t("yearChart.description", ends),
    axis: { locale, unit: "" },
    parts: [{ label: t("cameras"), role: "data-1" }],
    years: Array.from({ length: last.year - first.year + 1 }, (_, index) => {
      const year = first.year + index;
      const cameras = known.find((one) => one.year === year)?.cameras ?? 0;
      return {
        label: String(year),
        amounts: [{ value: cameras, words: wordNumber(locale, cameras) }],
      };
    }),
  };
  return {
    spec,
    title,
    subtitle: t("yearChart.subtitle", ends),
    note: withoutYear > 0 ? t("withoutYear", { cameras: withoutYear }) : undefined,
    source: sourceOf(page, t),
    tableWords: tableWordsOf(charts, t("year"), t("cameras").toLocaleLowerCase(locale)),
  };
}

function sourceOf({ city }: ChartedCameras, t: Words): string {
  return t("registerSource", { city: city.name, release: String(city.release) });
}
