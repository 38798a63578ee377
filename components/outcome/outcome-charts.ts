import type { OfferedChart } from "#components/chart/offered-chart.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { Funnel } from "#domain/indicator/outcome-funnel.ts";
import { type Breakdown, type BreakdownCharts, breakdownCharts } from "./breakdown-charts.ts";
import { funnelChart } from "./funnel-chart.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";
import { ratesChart, requestsChart } from "./review-charts.ts";

type Page = {
  city: ChartedCity;
  funnels: readonly Funnel[];
  reviews: readonly FootageReview[];
  breakdown: Breakdown;
};

/** The charts of a page on outcomes, by what they show. */
export type OutcomeCharts = {
  /** In the order of the funnels; undefined for one that is not drawn. */
  funnels: (OfferedChart | undefined)[];
  requests: OfferedChart | undefined;
  rates: OfferedChart | undefined;
  breakdown: BreakdownCharts;
};

export function outcomeCharts(page: Page, words: OutcomeWords): OutcomeCharts {
  return {
    funnels: page.funnels.map((funnel, index) =>
      funnelChart(funnel, idOf(page.funnels, index), page.city, words),
    ),
    requests: requestsChart(page.reviews, page.city, words),
    rates: ratesChart(page.reviews, page.city, words),
    breakdown: breakdownCharts(page.breakdown, page.city, words),
  };
}

/** All of them, as their files are asked for. */
export function listOutcomeCharts(charts: OutcomeCharts): OfferedChart[] {
  const { funnels, requests, rates, breakdown } = charts;
  return [...funnels, requests, rates, ...Object.values(breakdown)].filter(
    (chart) => chart !== undefined,
  );
}

/** "live-monitoring", and "live-monitoring-2" for the same funnel in another scope. */
function idOf(funnels: readonly Funnel[], index: number): string {
  const name = funnels[index]?.name ?? "funnel";
  const before = funnels.slice(0, index).filter((funnel) => funnel.name === name).length;
  return before === 0 ? name : `${name}-${before + 1}`;
}
