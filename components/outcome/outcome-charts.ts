import type { OfferedChart } from "#components/chart/offered-chart.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { Funnel } from "#domain/indicator/outcome-funnel.ts";
import type { Use, Utilisation } from "#domain/indicator/utilisation.ts";
import { type Breakdown, type BreakdownCharts, breakdownCharts } from "./breakdown-charts.ts";
import { funnelChart } from "./funnel-chart.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";
import { ratesChart, requestsChart } from "./review-charts.ts";
import { utilisationCharts } from "./utilisation-charts.ts";

type Page = {
  city: ChartedCity;
  funnels: readonly Funnel[];
  reviews: readonly FootageReview[];
  breakdown: Breakdown;
  utilisation: readonly Utilisation[];
};

/** The charts of a page on outcomes, by what they show. */
export type OutcomeCharts = {
  /** In the order of the funnels; undefined for one that is not drawn. */
  funnels: (OfferedChart | undefined)[];
  requests: OfferedChart | undefined;
  rates: OfferedChart | undefined;
  breakdown: BreakdownCharts;
  uses: { use: Use; chart: OfferedChart }[];
};

export function outcomeCharts(page: Page, words: OutcomeWords): OutcomeCharts {
  return {
    funnels: page.funnels.map((funnel, index) =>
      funnelChart(funnel, idOf(page.funnels, index), page.city, words),
    ),
    requests: requestsChart(page.reviews, page.city, words),
    rates: ratesChart(page.reviews, page.city, words),
    breakdown: breakdownCharts(page.breakdown, page.city, words),
    uses: utilisationCharts(page.utilisation, page.city, words),
  };
}

/** All of them, as their files are asked for. */
export function listOutcomeCharts(charts: OutcomeCharts): OfferedChart[] {
  const { funnels, requests, rates, breakdown, uses } = charts;
  const ofUse = uses.map(({ chart }) => chart);
  const all = [...funnels, requests, rates, ...Object.values(breakdown), ...ofUse];
  return all.filter((chart) => chart !== undefined);
}

/** "live-monitoring", and "live-monitoring-2" for the same funnel in another scope. */
function idOf(funnels: readonly Funnel[], index: number): string {
  const name = funnels[index]?.name ?? "funnel";
  const before = funnels.slice(0, index).filter((funnel) => funnel.name === name).length;
  return before === 0 ? name : `${name}-${before + 1}`;
}
