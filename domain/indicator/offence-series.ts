import type { CellState } from "#domain/disclosure/cell-state.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import { fullestSeries } from "./fullest-series.ts";

/** A protected count of recorded offences of one area and year; `category` null: all of them. */
export type OffenceCell = {
  readonly definition: string;
  readonly wording: string;
  readonly scope: string;
  readonly year: number;
  readonly category: string | null;
  readonly state: CellState;
  readonly value: number | null;
  readonly sourceIds: readonly number[];
};

/** Offences of one year, or why they cannot be read. */
export type OffenceCount =
  | { readonly value: number }
  | { readonly silence: "withheld" | "not-available" };

export type OffenceSeries = {
  readonly wording: string;
  readonly scope: string;
  /** Every year from the first to the last. */
  readonly years: readonly number[];
  /** The commonest first; one count per year. */
  readonly categories: readonly {
    readonly name: string;
    readonly counts: readonly OffenceCount[];
  }[];
  readonly sourceIds: readonly number[];
};

/**
 * Recorded offences of an area, category by category and year by year, from what disclosure control lets be read.
 * Unit: offences recorded, where and when they happened if the source says so. One definition and scope is taken, the one
 * that has most cells: series of two definitions are never joined. A withheld year is a gap, never a zero. Undefined
 * where no category can be read in any year.
 */
export function offenceSeries(cells: readonly OffenceCell[]): OffenceSeries | undefined {
  const named = cells.flatMap(({ category, ...cell }) =>
    category === null || category === remainder ? [] : [{ ...cell, category }],
  );
  const own = fullestSeries(named);
  const [first] = own;
  if (!first || own.every((cell) => !("value" in countOf(cell)))) return undefined;
  const all = own.map(({ year }) => year);
  const from = Math.min(...all);
  const years = Array.from({ length: Math.max(...all) - from + 1 }, (_, index) => from + index);
  const names = [...new Set(own.map(({ category }) => category))];
  return {
    wording: first.wording,
    scope: first.scope,
    years,
    categories: names
      .map((name) => ({
        name,
        counts: years.map((year) =>
          countOf(own.find((cell) => cell.category === name && cell.year === year)),
        ),
      }))
      .sort((a, b) => totalOf(b.counts) - totalOf(a.counts) || a.name.localeCompare(b.name, "fr")),
    sourceIds: [...new Set(own.flatMap(({ sourceIds }) => sourceIds))],
  };
}

function countOf(cell: OffenceCell | undefined): OffenceCount {
  if (cell?.state === "zero") return { value: 0 };
  if (cell?.state === "published" && cell.value !== null) return { value: cell.value };
  return { silence: cell?.state === "withheld" ? "withheld" : "not-available" };
}

function totalOf(counts: readonly OffenceCount[]): number {
  return counts.reduce((sum, count) => sum + ("value" in count ? count.value : 0), 0);
}
