import type { FamilyCell, FamilyEquation } from "./linked-family.ts";

/** Tables of the publication grid, from the finest to the coarsest. */
export const outcomeTables = [
  "district-quarter",
  "district-category",
  "district-result",
  "district-year",
  "city-category-result",
  "city-category",
  "city-result",
  "city-month",
  "city-year",
  "camera-year",
  "camera-hours",
] as const;
export type OutcomeTable = (typeof outcomeTables)[number];

/**
 * Where a published cell stands. Area kinds beside the records' own: `districts`, all districts together, where the city
 * has no such breakdown; `elsewhere`, in the city and in no district. Category or result `null`: all of them;
 * `remainder`: what the source does not break down.
 */
export type OutcomePlace = {
  readonly table: OutcomeTable;
  readonly areaKind: "city" | "districts" | "district" | "elsewhere" | "camera";
  readonly areaCode: string | null;
  /** "2022", "2022-Q3", "2022-07". */
  readonly period: string;
  readonly category: string | null;
  readonly result: string | null;
};

/** Not a category or a result of any source: theirs are trimmed and never start with a star. */
export const remainder = "*";

export type OutcomeCell = FamilyCell & { readonly place: OutcomePlace };

/** Counts of one definition, scope and year, with all that ties them. */
export type OutcomeFamily = {
  readonly cells: readonly OutcomeCell[];
  readonly equations: readonly FamilyEquation[];
  /** Cells that nobody counted, or that their producer withheld: no reader can use them, no equation holds them. */
  readonly silent: readonly { place: OutcomePlace; state: "withheld" | "not-available" }[];
};

/** Identity of a cell within its family, whatever table it stands in: two places with the same one hold the same count. */
export function cellId(place: Omit<OutcomePlace, "table">): string {
  const { areaKind, areaCode, period, category, result } = place;
  return [areaKind, areaCode, period, category, result].map((part) => part ?? "").join("|");
}

/** The family without some of its tables: what is not published needs no equation. Totals stay as they are. */
export function withoutTables(family: OutcomeFamily, left: readonly OutcomeTable[]): OutcomeFamily {
  const isLeft = ({ place }: { place: OutcomePlace }) => left.includes(place.table);
  const gone = new Set(family.cells.filter(isLeft).map(({ id }) => id));
  return {
    cells: family.cells.filter(({ id }) => !gone.has(id)).map((cell) => withoutParent(cell, gone)),
    equations: family.equations.filter(
      ({ total, parts }) => !gone.has(total) && !parts.some((id) => gone.has(id)),
    ),
    silent: family.silent.filter((cell) => !isLeft(cell)),
  };
}

function withoutParent(cell: OutcomeCell, gone: ReadonlySet<string>): OutcomeCell {
  if (cell.outcomeOf === undefined || !gone.has(cell.outcomeOf)) return cell;
  const { outcomeOf: _, ...kept } = cell;
  return kept;
}
