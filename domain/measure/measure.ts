import type { Period } from "#domain/period/period.ts";
import type { SourceId } from "#domain/source/source.ts";

/** What a value counts. Money units name their currency and whether VAT is in. */
export type Unit =
  | "camera"
  | "camera-year"
  | "camera-day"
  | "request"
  | "inhabitant"
  | "cameras per 1,000 inhabitants"
  | "cameras per km²"
  | "share"
  | "fine"
  | "alert"
  | "arrest"
  | "investigation"
  | "payment"
  | `${string} excl. VAT`
  | `${string} incl. VAT`
  | `${string} mixed VAT`
  | `${string} per ${string}`;

export type Interval = { low: number; high: number; level: number; method: string };

/**
 * What a value is when part of it is not known: "lower", at least that much (a sum with a silent part); "upper", at most
 * (a known amount over a count that misses some); "open", neither can be said (parts miss on both sides of a division).
 */
export type Bound = "lower" | "upper" | "open";

/** How much of what should be counted is counted: 8 of 9 cost families, 10 of 12 months… */
export type Completeness = { counted: number; expected: number; of: string };

/**
 * A figure never travels alone: value, unit, period, sources, completeness, uncertainty.
 * The seven kinds look different on screen; only `known`, `zero` and `declared-zero` may be drawn as a quantity.
 *
 * - `zero`: counted, and there was none. `declared-zero`: the institution states none, nobody could check.
 * - `withheld`: known, protected (small cell). `not-collected`: nobody records it.
 * - `not-broken-down`: only a wider total exists. `not-communicated`: it exists and was not published.
 */
export type Measure = MeasureContext &
  (
    | { kind: "known"; value: number; interval?: Interval; estimated: boolean; bound?: Bound }
    | { kind: "zero" | "declared-zero" }
    | { kind: "withheld" | "not-collected" | "not-broken-down" | "not-communicated" }
  );

export type MeasureContext = {
  unit: Unit;
  period: Period;
  sources: readonly SourceId[];
  completeness?: Completeness;
};

export const measureKinds = [
  "known",
  "zero",
  "declared-zero",
  "withheld",
  "not-collected",
  "not-broken-down",
  "not-communicated",
] as const;
export type MeasureKind = (typeof measureKinds)[number];
