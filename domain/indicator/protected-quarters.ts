import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { readCell } from "#domain/disclosure/read-cell.ts";
import { fullestSeries } from "./fullest-series.ts";
import type { ProtectedCell } from "./protected-counts.ts";

export type QuarterlyCounts = {
  readonly unit: string;
  readonly wording: string;
  readonly scope: string;
  /** Every quarter from the first year to the last: "2022-Q1". */
  readonly quarters: readonly { readonly period: string; readonly count: PublishedCell }[];
  readonly sourceIds: readonly number[];
};

/**
 * Requests for recorded footage of one district quarter by quarter, from what disclosure control published.
 *
 * Unit: requests. One definition and scope is taken, the one that has most quarters. The quarters of a year are published
 * together or not at all; those that are withheld and those of which nothing is published are gaps, never zeros.
 *
 * @returns undefined where no quarter was ever counted; all of it may be withheld
 */
export function protectedQuarters(cells: readonly ProtectedCell[]): QuarterlyCounts | undefined {
  const own = fullestSeries(
    cells.filter(
      ({ funnel, stage, period }) =>
        funnel === "footage-review" && stage === "requested" && /^\d{4}-Q[1-4]$/.test(period),
    ),
  );
  const [first] = own;
  if (!first) return undefined;
  const all = own.map(({ year }) => year);
  const from = Math.min(...all);
  const periods = Array.from({ length: Math.max(...all) - from + 1 }, (_, index) =>
    [1, 2, 3, 4].map((quarter) => `${from + index}-Q${quarter}`),
  ).flat();
  const { unit, wording, scope } = first;
  return {
    unit,
    wording,
    scope,
    quarters: periods.map((period) => ({
      period,
      count: readCell(own.find((cell) => cell.period === period)),
    })),
    sourceIds: [...new Set(own.flatMap(({ sourceIds }) => sourceIds))],
  };
}
