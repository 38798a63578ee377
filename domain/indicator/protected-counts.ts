import type { CellState } from "#domain/disclosure/cell-state.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import { isSilence, type Silence } from "#domain/measure/described-measure.ts";
import type { MeasureKind } from "#domain/measure/measure.ts";
import type { CountedPeriod } from "./counted-period.ts";

/** A cell as everybody reads it: of a year, or of a part of one that its period names. */
export type ProtectedCell = {
  readonly definition: string;
  readonly funnel: string;
  readonly stage: string;
  readonly unit: string;
  readonly wording: string;
  readonly scope: string;
  readonly year: number;
  readonly period: string;
  readonly category: string | null;
  readonly result: string | null;
  readonly state: CellState;
  readonly value: number | null;
  readonly sourceIds: readonly number[];
};

/** A cell of a whole area and year. */
export type ProtectedCount = ProtectedCell & {
  /** The part of the year that the cell counts: a year that goes on, or that was counted late, is not whole. */
  readonly counted: CountedPeriod;
};

/** Why a count of a definition, scope and year is silent, as its producer said. */
export type StatedSilence = {
  readonly definition: string;
  readonly scope: string;
  readonly year: number;
  readonly state: string;
};

/** What is read of one definition, scope and year: a number, a zero or a silence with its reason. */
export type PublishedCount = Omit<ProtectedCount, "state" | "value" | "period" | "category"> & {
  readonly kind: "known" | "zero" | "declared-zero" | Silence;
  readonly value: number | undefined;
  /** Events of the year whose result nobody names; undefined where no result is given at all. */
  readonly unknownResults: number | undefined;
};

/**
 * The yearly counts of one area that may be read, from what disclosure control published, each silence with the reason
 * that its producer gave. A cell that is not available and of which nobody says why is not collected.
 * Unit: that of each definition. Counts of months and of categories are left out: they say the same events again.
 */
export function publishedCounts(
  cells: readonly ProtectedCount[],
  silences: readonly StatedSilence[],
): PublishedCount[] {
  const whole = cells.filter(({ period, category }) => period.length === 4 && category === null);
  return whole.map((cell) => {
    const { state, value, period: _period, category: _category, ...kept } = cell;
    const kind = kindOf(state, reasonFor(cell, silences));
    return {
      ...kept,
      kind,
      value: kind === "known" ? (value ?? undefined) : kind.endsWith("zero") ? 0 : undefined,
      unknownResults: unknownResults(cell, whole),
    };
  });
}

function reasonFor(cell: ProtectedCount, silences: readonly StatedSilence[]): string | undefined {
  return silences.find(
    ({ definition, scope, year }) =>
      definition === cell.definition && scope === cell.scope && year === cell.year,
  )?.state;
}

function kindOf(state: CellState, reason: string | undefined): PublishedCount["kind"] {
  if (state === "published") return "known";
  if (state === "withheld") return "withheld";
  if (state === "zero") return reason === "declared-zero" ? "declared-zero" : "zero";
  return reason !== undefined && isSilence(reason as MeasureKind)
    ? (reason as Silence)
    : "not-collected";
}

type ResultCell = Pick<
  ProtectedCount,
  "definition" | "scope" | "year" | "result" | "state" | "value"
>;

/**
 * Events of a count whose result nobody names: what is left of its total once its named results are taken away. Where one of
 * these may not be read, or where a single one is named beside the total ("81 of 263 found something": the others did not),
 * only those that are published as unknown. Unit: events. Undefined where no result is given.
 */
export function unknownResults(
  cell: Pick<ResultCell, "definition" | "scope" | "year">,
  whole: readonly ResultCell[],
): number | undefined {
  const own = whole.filter(
    ({ definition, scope, year }) =>
      definition === cell.definition && scope === cell.scope && year === cell.year,
  );
  const total = own.find(({ result }) => result === null);
  const results = own.filter(({ result }) => result !== null && !isUnknown(result));
  if (total?.state !== "published" || total.value === null || results.length === 0) {
    return undefined;
  }
  const isSilent = results.some(({ state }) => state === "withheld" || state === "not-available");
  const unnamed = own.filter(({ result, value }) => result && isUnknown(result) && value);
  if (isSilent && unnamed.length === 0) return undefined;
  if (isSilent) return sumOf(unnamed);
  if (results.length === 1) return sumOf(unnamed.filter(({ result }) => result !== remainder));
  return Math.max(0, total.value - sumOf(results));
}

function sumOf(cells: readonly Pick<ResultCell, "value">[]): number {
  return cells.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/** The star is what a source does not break down. */
function isUnknown(result: string): boolean {
  return result === remainder || result === "unknown";
}
