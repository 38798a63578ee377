import { present } from "#domain/presence/present.ts";

/** Sums of outcome counts for one area, as SQL makes them. Totals of different grains describe the same events. */
export type CountedTotal = {
  definition: string;
  funnel: string;
  stage: string;
  wording: string;
  unit: string;
  scope: string;
  year: number;
  grain: "month" | "quarter" | "year" | "other";
  byCategory: boolean;
  result: string | null;
  state: string;
  value: number | null;
  periods: number;
  periodFrom: string;
  periodTo: string;
  sourceIds: readonly number[];
};

export type CountOfYear = {
  definition: string;
  funnel: string;
  stage: string;
  wording: string;
  unit: string;
  scope: string;
  year: number;
  period: { from: string; to: string };
  /** "known", "zero", a silence, or "withheld". */
  state: string;
  value: number | undefined;
  /** By result, where the source gives one per event. */
  results: ReadonlyMap<string, number>;
  /** Months counted, of 12; undefined when the source gives the year at once. */
  months: number | undefined;
  /** Cells of the year that exist and are not known: the value is then a lower bound. */
  unknownCells: number;
  sourceIds: readonly number[];
};

/**
 * Why a request or an event goes no further than a stage. Rows of a stage that bear one of these results are events lost
 * there: they are not part of what reached the stage. Other results are outcomes, not losses.
 */
export const lossReasons = [
  "erased",
  "out-of-order",
  "out-of-field",
  "poor-quality",
  "too-late",
  "refused",
  "no-follow-up",
] as const;

const grains = ["year", "quarter", "month", "other"];
const counted = ["known", "zero", "declared-zero"];

/**
 * One count per definition, scope and year from totals of several grains. The same events may be given by year and by
 * month, all at once and by category: one description is taken, the coarsest, and never two added up. A year of which
 * some cells are silent keeps what is known as a lower bound; a year of silence keeps its state.
 * Unit: that of the definition.
 */
export function countsByYear(totals: readonly CountedTotal[]): CountOfYear[] {
  const groups = new Map<string, CountedTotal[]>();
  for (const total of totals) {
    const key = [total.definition, total.scope, total.year].join("\u0000");
    groups.set(key, [...(groups.get(key) ?? []), total]);
  }
  return [...groups.values()].flatMap((group) => countOf(coarsest(group)));
}

function coarsest(totals: readonly CountedTotal[]): CountedTotal[] {
  const rank = (total: CountedTotal) =>
    (total.byCategory ? grains.length : 0) + grains.indexOf(total.grain);
  const best = Math.min(...totals.map(rank));
  return totals.filter((total) => rank(total) === best);
}

function countOf(totals: readonly CountedTotal[]): CountOfYear[] {
  const known = totals.filter(({ state }) => counted.includes(state));
  const silent = totals.filter(({ state }) => !counted.includes(state));
  const value = known
    .filter(({ result }) => !isLoss(result))
    .reduce((sum, total) => sum + (total.value ?? 0), 0);
  const months = Math.max(...totals.map(({ periods }) => periods));
  return totals.slice(0, 1).map((first) => ({
    definition: first.definition,
    funnel: first.funnel,
    stage: first.stage,
    wording: first.wording,
    unit: first.unit,
    scope: first.scope,
    year: first.year,
    period: periodOf(totals),
    state: known.length === 0 ? present(silent[0]).state : stateOf(known, value),
    value: known.length === 0 ? undefined : value,
    results: resultsOf(known),
    months: first.grain === "month" ? months : undefined,
    unknownCells: known.length === 0 ? 0 : silent.length,
    sourceIds: [...new Set(totals.flatMap(({ sourceIds }) => sourceIds))].sort((a, b) => a - b),
  }));
}

function periodOf(totals: readonly CountedTotal[]): CountOfYear["period"] {
  const starts = totals.map(({ periodFrom }) => periodFrom).sort();
  const ends = totals.map(({ periodTo }) => periodTo).sort();
  return { from: present(starts[0]), to: present(ends.at(-1)) };
}

function resultsOf(known: readonly CountedTotal[]): Map<string, number> {
  const results = new Map<string, number>();
  for (const { result, value } of known)
    if (result !== null) results.set(result, (results.get(result) ?? 0) + (value ?? 0));
  return results;
}

/** True for the result of an event that went no further than its stage. */
export function isLoss(result: string | null): boolean {
  return (lossReasons as readonly (string | null)[]).includes(result);
}

function stateOf(known: readonly CountedTotal[], value: number): string {
  if (value > 0) return "known";
  return known.every(({ state }) => state === "declared-zero") ? "declared-zero" : "zero";
}
