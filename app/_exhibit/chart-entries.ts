import { expiryChart } from "#components/authorisation/expiry-chart.ts";
import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { costCharts } from "#components/cost/cost-charts.ts";
import { type CameraChartWords, cameraCharts } from "#components/district/camera-charts.ts";
import { districtCharts } from "#components/district/district-charts.ts";
import { effectCharts } from "#components/effect/effect-charts.ts";
import { type ExhibitWords, knownText } from "#components/exhibit/exhibit-words.ts";
import { indicatorChartExhibit, indicatorExhibit } from "#components/exhibit/indicator-exhibit.ts";
import { offeredExhibit, wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { outcomeCharts } from "#components/outcome/outcome-charts.ts";
import type { OutcomeWords } from "#components/outcome/outcome-words.ts";
import { plainestView } from "#domain/cost/cost-view.ts";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";
import { getCostsPage } from "#use-cases/cost/get-costs-page.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";
import { getIndicatorsPage } from "#use-cases/indicator/get-indicators-page.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { type AskedExhibit, type ExhibitEntry, type ExhibitedCity, made } from "./exhibit-entry.ts";

type Place = Omit<AskedExhibit, "which">;

/** Every chart that a page offers: "costs/full-cost" is the chart "full-cost" of the page "costs". */
function ofPage<Page extends { city: ExhibitedCity }>(
  page: string,
  load: (place: Place) => Promise<Page | undefined>,
  charts: (page: Page, words: ExhibitWords) => readonly OfferedChart[],
): ExhibitEntry {
  return {
    name: `${page}/*`,
    group: "charts",
    page: () => [page],
    load: ({ which: [id = ""], ...place }, words) =>
      made(load(place), (found) => offeredExhibit(charts(found, words), id, found.city, words)),
    list: async (place, words) => {
      const found = await load(place);
      const offered = found ? charts(found, words) : [];
      return offered.map(({ spec, title, subtitle }) => ({
        name: `${page}/${spec.id}`,
        label: `${title} (${subtitle})`,
      }));
    },
  };
}

/** Words of the charts of outcomes, as their page has them. */
function outcomeWords(words: ExhibitWords): OutcomeWords {
  return {
    locale: words.locale,
    t: wordsOf(words, "outcomeCharts"),
    outcomes: wordsOf(words, "outcomes"),
    measure: wordsOf(words, "measure"),
    charts: wordsOf(words, "charts"),
    scopes: (scope) => knownText(words, "scopes", scope),
  };
}

function cameraWords(words: ExhibitWords): CameraChartWords {
  return {
    locale: words.locale,
    district: wordsOf(words, "district"),
    statuses: wordsOf(words, "camera.status"),
    charts: wordsOf(words, "charts"),
  };
}

/** Charts of pages, and indicators with theirs. */
export const chartEntries: readonly ExhibitEntry[] = [
  ofPage(
    "costs",
    ({ city, release }) => getCostsPage(city, plainestView, release),
    (page, words) =>
      costCharts(page, {
        locale: words.locale,
        costs: wordsOf(words, "costs"),
        charts: wordsOf(words, "charts"),
        spend: wordsOf(words, "home.spend"),
      }),
  ),
  ofPage(
    "effects",
    ({ city, release }) => getEffectsPage(city, release),
    (page, words) =>
      effectCharts(page, {
        locale: words.locale,
        effects: wordsOf(words, "effects"),
        charts: wordsOf(words, "charts"),
      }),
  ),
  ofPage(
    "outcomes",
    ({ city, release }) => getOutcomesPage(city, undefined, release),
    (page, words) => {
      const { rates, breakdown } = outcomeCharts(page, outcomeWords(words));
      return [rates, ...Object.values(breakdown)].filter((chart) => chart !== undefined);
    },
  ),
  ofPage(
    "authorisations",
    ({ city, now, release }) => getAuthorisationsPage(city, now, release),
    (page, words) => {
      const chart = expiryChart(page, {
        locale: words.locale,
        t: wordsOf(words, "authorisations"),
        charts: wordsOf(words, "charts"),
      });
      return chart ? [chart] : [];
    },
  ),
  {
    name: "districts/*/*",
    group: "charts",
    page: ([code = ""]) => ["districts", code],
    load: ({ city, which: [code = "", chart = ""], now, release }, words) =>
      made(getDistrictPage(city, code, now, release), (page) =>
        offeredExhibit(
          [
            ...Object.values(districtCharts(page, outcomeWords(words))),
            ...Object.values(cameraCharts(page, cameraWords(words))),
          ].filter((one) => one !== undefined),
          chart,
          page.city,
          words,
        ),
      ),
  },
  {
    name: "indicators/*",
    group: "indicators",
    page: ([id = ""]) => ["indicators", id],
    load: ({ city, which: [id = ""], now, release }, words) =>
      made(getIndicatorPage(city, id, now, release), (page) => indicatorExhibit(page, words)),
    list: async ({ city, now, release }, { t }) => {
      const page = await getIndicatorsPage(city, now, release);
      return (page?.rows ?? []).map(({ indicator: { id } }) => ({
        name: `indicators/${id}`,
        label: t(`indicators.items.${id}.name`),
      }));
    },
  },
  {
    name: "indicators/*/*",
    group: "charts",
    page: ([id = ""]) => ["indicators", id],
    load: ({ city, which: [id = "", chart = ""], now, release }, words) =>
      made(getIndicatorPage(city, id, now, release), (page) =>
        indicatorChartExhibit(page, chart, words),
      ),
  },
];
