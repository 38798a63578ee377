import type { AuthorisationSummary } from "#domain/compliance/authorisation-summary.ts";
import type { DescribedMeasure } from "#domain/measure/described-measure.ts";
import type { Period } from "#domain/period/period.ts";
import type { CamerasByDates } from "./camera-years.ts";
import type { Inhabitants } from "./cameras-per-inhabitant.ts";
import type { PublishedCount } from "./protected-counts.ts";

/** A year of the ledger as one amount, with what it is worth. */
export type CostOfYear = {
  period: Period;
  cents: number;
  currency: string;
  vatIncluded: boolean;
  estimated: boolean;
  /** Ledger lines with an amount, of all that there are. */
  counted: number;
  lines: number;
  /** "full-annual-cost" with investments written off; "yearly-spend" as paid. Never mixed in one series. */
  definition: "full-annual-cost" | "yearly-spend";
  sourceIds: readonly number[];
};

/** All that is known of one area, city or district, and that an indicator may be made of. */
export type IndicatorFacts = {
  today: string;
  counts: readonly PublishedCount[];
  /** Of a city: the events located in one of its districts, taken together; protected apart from the whole. */
  located: readonly PublishedCount[];
  cameras: readonly CamerasByDates[];
  populations: readonly Inhabitants[];
  costs: readonly CostOfYear[];
  /** Undefined where no order is needed, or no camera is registered. */
  authorisations: AuthorisationSummary | undefined;
  /** Sources of the registry of cameras and of the orders. */
  registrySourceIds: readonly number[];
  orderSourceIds: readonly number[];
};

/** Values of one input that count the same thing in the same place, by period. */
export type InputSeries = {
  definition: string;
  /** What is counted, in the words of whoever counted; undefined where Contrechamp computes it. */
  wording: string | undefined;
  scope: string | null;
  /** Periods for which something is stated, the earliest first; none for what is computed for any period. */
  periods: readonly Period[];
  at: (period: Period) => DescribedMeasure | undefined;
  /** Cases whose state is not known in the period: they may all have succeeded, or none. */
  unknownAt?: (period: Period) => number | undefined;
};

export type Stated = { period: Period; measure: DescribedMeasure; unknown?: number | undefined };

/** A series of what is stated for some periods, and silent for all others. */
export function seriesOf(
  series: Pick<InputSeries, "definition" | "wording" | "scope">,
  stated: readonly Stated[],
): InputSeries {
  const sorted = stated.toSorted((a, b) => a.period.from.localeCompare(b.period.from));
  const at = ({ from, to }: Period) =>
    sorted.find(({ period }) => period.from === from && period.to === to);
  return {
    ...series,
    periods: sorted.map(({ period }) => period),
    at: (period) => at(period)?.measure,
    unknownAt: (period) => at(period)?.unknown,
  };
}

/** A number as a measure: 0 is a zero, which is no silence. */
export function counted(
  context: Omit<DescribedMeasure, "kind">,
  value: number,
  estimated: boolean,
): DescribedMeasure {
  return value === 0
    ? { ...context, kind: "zero" }
    : { ...context, kind: "known", value, estimated };
}
