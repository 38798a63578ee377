import type { Words } from "#components/chart/offered-chart.ts";

/** What the charts of outcomes need to speak: `outcomes` and `measure` are those of the page's tables. */
export type OutcomeWords = {
  locale: string;
  t: Words;
  outcomes: Words;
  measure: Words;
  charts: Words;
  /** Words of a scope, as its source or the vocabulary has them. */
  scopes: (scope: string) => string;
};

export type ChartedCity = { name: string; release: number };
