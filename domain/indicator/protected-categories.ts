import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import { isReadable, knownCount, readCell } from "#domain/disclosure/read-cell.ts";
import { fullestSeries } from "./fullest-series.ts";
import type { ProtectedCell } from "./protected-counts.ts";

/** A protected count with the kind of its area: "districts" are all districts together, where the city has no categories. */
export type CategoryCell = ProtectedCell & { readonly areaKind: string };

export type CategoryCounts = {
  readonly year: number;
  readonly areaKind: string;
  readonly unit: string;
  readonly wording: string;
  readonly scope: string;
  /** Results that are published by category, in the order of their names, what is not broken down last; often none. */
  readonly results: readonly string[];
  /** The largest readable count first, what no category holds last. Cells of `results` in its order. */
  readonly rows: readonly {
    readonly category: string;
    readonly count: PublishedCell;
    readonly results: readonly PublishedCell[];
  }[];
  /** Counts by category that exist, and those among them that are withheld. */
  readonly cells: number;
  readonly withheld: number;
  readonly sourceIds: readonly number[];
};

/**
 * Requests for recorded footage of one area and year by category, with their results where these are published too, from
 * what disclosure control lets be read.
 *
 * Unit: requests. One definition and scope is taken, the one that has most cells. "*" is what the source does not break
 * down. A count that is withheld or that nobody gave is said so, never zero, and its place in the order tells nothing: those
 * are by name, after the readable ones.
 *
 * @param cells Cells of one area
 * @param asked The year; the latest that is broken down when absent
 * @returns undefined where no category of the year may be read
 */
export function protectedCategories(
  cells: readonly CategoryCell[],
  asked?: number,
): CategoryCounts | undefined {
  const named = cells.filter(
    ({ funnel, stage, category, period }) =>
      funnel === "footage-review" &&
      stage === "requested" &&
      category !== null &&
      period.length === 4,
  );
  const readable = named.filter((cell) => cell.result === null && isReadable(cell));
  const year = asked ?? Math.max(...readable.map((cell) => cell.year));
  const own = fullestSeries(named.filter((cell) => cell.year === year)).filter(
    ({ areaKind }, _, all) => areaKind === all[0]?.areaKind,
  );
  const totals = own.filter(({ result }) => result === null);
  const [first] = totals;
  if (!first || !totals.some(isReadable)) return undefined;
  const results = [...new Set(own.flatMap(({ result }) => result ?? []))].sort(remainderLast);
  const { unit, wording, scope, areaKind } = first;
  return {
    year,
    areaKind,
    unit,
    wording,
    scope,
    results,
    rows: totals
      .map((total) => ({
        category: String(total.category),
        count: readCell(total),
        results: results.map((result) =>
          readCell(own.find((cell) => cell.category === total.category && cell.result === result)),
        ),
      }))
      .sort(
        (a, b) =>
          Number(a.category === remainder) - Number(b.category === remainder) ||
          (knownCount(b.count) ?? -1) - (knownCount(a.count) ?? -1) ||
          a.category.localeCompare(b.category, "fr"),
      ),
    cells: totals.length,
    withheld: totals.filter(({ state }) => state === "withheld").length,
    sourceIds: [...new Set(own.flatMap(({ sourceIds }) => sourceIds))],
  };
}

function remainderLast(a: string, b: string): number {
  return Number(a === remainder) - Number(b === remainder) || a.localeCompare(b, "fr");
}
