import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { isReadable, readCell } from "#domain/disclosure/read-cell.ts";
import { fullestSeries } from "./fullest-series.ts";
import type { ProtectedCell } from "./protected-counts.ts";

export type MonthlyCounts = {
  readonly stage: string;
  readonly unit: string;
  readonly wording: string;
  readonly scope: string;
  /** The year before, where some month of it may be read, then the year asked; twelve cells each, January first. */
  readonly years: readonly { readonly year: number; readonly months: readonly PublishedCell[] }[];
  readonly sourceIds: readonly number[];
};

/**
 * Events of a year month by month, from what disclosure control published of the city's months, with the year before
 * beside it.
 *
 * Unit: that of the definition. One definition and scope is taken, the one that has most months of the year; the year
 * before is of the same two or it is left out. A month that is withheld and one of which nothing is published are gaps of
 * two kinds, neither of them a zero.
 *
 * @param stages The stages that may be shown, the first wanted first: the first of which a month may be read is taken
 * @returns undefined where no month of the year may be read
 */
export function protectedMonths(
  cells: readonly ProtectedCell[],
  asked: { readonly funnel: string; readonly stages: readonly string[]; readonly year: number },
): MonthlyCounts | undefined {
  const months = cells.filter(
    ({ funnel, period, category, result }) =>
      funnel === asked.funnel &&
      category === null &&
      result === null &&
      /^\d{4}-\d{2}$/.test(period),
  );
  for (const stage of asked.stages) {
    const ofStage = months.filter((cell) => cell.stage === stage);
    const own = fullestSeries(ofStage.filter(({ year }) => year === asked.year));
    const [first] = own;
    if (!first || !own.some(isReadable)) continue;
    const before = ofStage.filter(
      ({ definition, scope, year }) =>
        definition === first.definition && scope === first.scope && year === asked.year - 1,
    );
    const { unit, wording, scope } = first;
    const shown = before.some(isReadable) ? [...before, ...own] : own;
    return {
      stage,
      unit,
      wording,
      scope,
      years: [...new Set(shown.map(({ year }) => year))].map((year) => ({
        year,
        months: monthsOf(
          shown.filter((cell) => cell.year === year),
          year,
        ),
      })),
      sourceIds: [...new Set(shown.flatMap(({ sourceIds }) => sourceIds))],
    };
  }
  return undefined;
}

function monthsOf(cells: readonly ProtectedCell[], year: number): PublishedCell[] {
  return Array.from({ length: 12 }, (_, index) => {
    const period = `${year}-${String(index + 1).padStart(2, "0")}`;
    return readCell(cells.find((cell) => cell.period === period));
  });
}
