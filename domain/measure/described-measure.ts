import type { Period } from "#domain/period/period.ts";
import type { Measure, MeasureKind } from "./measure.ts";

/** A measure with what decides whether it may be added to another or divided by it: what is counted, and where. */
export type DescribedMeasure = Measure & {
  /** Code of what is counted, the same for every value of a series that counts the same thing. */
  definition: string;
  /** What is covered: streets only, all sites… `null` when nobody says: that is equal to nothing, itself included. */
  scope: string | null;
};

/** Why an operation on measures is refused. */
export const measureRefusals = [
  "unit-differs",
  "currency-differs",
  "vat-differs",
  "period-differs",
  "periods-do-not-follow",
  "definition-differs",
  "scope-unknown",
  "scope-differs",
  "nothing-to-divide-by",
  "nothing-to-add",
] as const;
export type MeasureRefusal = (typeof measureRefusals)[number];

/** The result of an operation, or every reason why there is none. */
export type Combined<Result = DescribedMeasure> =
  | { ok: true; measure: Result }
  | { ok: false; refusals: readonly MeasureRefusal[] };

const silences = ["withheld", "not-communicated", "not-broken-down", "not-collected"] as const;
export type Silence = (typeof silences)[number];

/** True for the four kinds that have no number. */
export function isSilence(kind: MeasureKind): kind is Silence {
  return (silences as readonly string[]).includes(kind);
}

/**
 * What several silences together are called: the one behind which somebody holds the most. A count that is withheld exists
 * and is protected; one that is not communicated exists; one that is not broken down exists within a total; one that is
 * not collected does not exist.
 */
export function strongestSilence(kinds: readonly MeasureKind[]): Silence | undefined {
  return silences.find((silence) => kinds.includes(silence));
}

/** The number of a measure: its value, 0 for either zero, undefined for a silence. Never 0 for a silence. */
export function numberOf(measure: Measure): number | undefined {
  if (measure.kind === "known") return measure.value;
  return measure.kind === "zero" || measure.kind === "declared-zero" ? 0 : undefined;
}

/** Sources of some measures, each once, in order. */
export function sourcesOfMeasures(measures: readonly Measure[]): number[] {
  return [...new Set(measures.flatMap(({ sources }) => sources))].sort((a, b) => a - b);
}

const money = /(?<currency>[A-Z]{3}) (?<vat>excl\. VAT|incl\. VAT)/;

/**
 * Why two units may not be added: another currency, another treatment of VAT, or anything else. Money is written
 * "cents EUR excl. VAT"; no exchange rate and no rate of VAT is assumed.
 */
export function unitRefusalsOf(one: string, other: string): MeasureRefusal[] {
  if (one === other) return [];
  const [a, b] = [money.exec(one)?.groups, money.exec(other)?.groups];
  if (!a || !b || one.replace(money, "") !== other.replace(money, "")) return ["unit-differs"];
  const refusals: MeasureRefusal[] = [];
  if (a.currency !== b.currency) refusals.push("currency-differs");
  if (a.vat !== b.vat) refusals.push("vat-differs");
  return refusals;
}

/** When and where a number was counted; null where nobody says. */
export type Placed = { period: Period | null; scope: string | null };

/**
 * Why one number may not be divided by another, whoever counted them: the one rule of every division. An empty list means that it
 * may. Both speak of the same period and of the same scope, and say so: what nobody states is equal to nothing.
 */
export function placeRefusalsOf(
  numerator: Placed,
  denominator: Placed,
): ("period-differs" | "scope-unknown" | "scope-differs")[] {
  const [above, below] = [numerator.period, denominator.period];
  const isSamePeriod = above !== null && above.from === below?.from && above.to === below.to;
  return [
    ...(isSamePeriod ? [] : ["period-differs" as const]),
    ...scopeRefusalsOf(numerator.scope, denominator.scope),
  ];
}

export const seriesBreaks = ["definition-changes", "scope-changes"] as const;
export type SeriesBreak = (typeof seriesBreaks)[number];

/**
 * What changes along a series besides time: even sound quotients make no series across it. Each side of the divisions is
 * given apart, since numerator and denominator never count the same thing.
 */
export function breaksAlong(
  sides: readonly (readonly { definition: string; scope: string | null }[])[],
): SeriesBreak[] {
  const changes = (
    pick: (counted: { definition: string; scope: string | null }) => string | null,
  ) => sides.some((side) => new Set(side.map(pick)).size > 1);
  return [
    ...(changes(({ definition }) => definition) ? ["definition-changes" as const] : []),
    ...(changes(({ scope }) => scope) ? ["scope-changes" as const] : []),
  ];
}

/** Why two scopes are not the same: one is not stated, or they differ. */
export function scopeRefusalsOf(
  one: string | null,
  other: string | null,
): ("scope-unknown" | "scope-differs")[] {
  if (one === null || other === null) return ["scope-unknown"];
  return one === other ? [] : ["scope-differs"];
}
