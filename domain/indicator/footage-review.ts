import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";

/** Requests for recorded footage of one area and year, and how many found something. */
export type FootageReview = {
  year: number;
  /** From the first to the last month counted. */
  period: { from: string; to: string };
  scope: string;
  /** What was counted, in the producer's words. */
  wording: string;
  requested: number;
  /** Requests for which relevant footage was found, or that contributed; undefined when nobody counts them. */
  relevant: number | undefined;
  /** They are counted, and protected: a silence that is not that nobody counts. */
  relevantIsWithheld?: boolean;
  /** Requests whose result nobody gives: they may all have found something, or none. Undefined where no result is given. */
  unknown: number | undefined;
  /** Share of the requests whose result is known with relevant footage, 0 to 1, with its Wilson interval. */
  rate: { value: number; low: number; high: number; level: number } | undefined;
  /** What the share would be if no unknown result were of use, and if all were; undefined when none is unknown. */
  bounds: IntervalBounds | undefined;
  /** Months of the year that were counted, of 12; undefined when the source gives the year at once. */
  months: number | undefined;
  /** Cells that exist and are not known: the totals are then lower bounds. */
  unknownCells: number;
  sourceIds: readonly number[];
};
