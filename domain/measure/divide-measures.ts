import { present } from "#domain/presence/present.ts";
import { endsOf, levelAndMethodOf } from "./combine-intervals.ts";
import {
  breaksAlong,
  type Combined,
  type DescribedMeasure,
  type MeasureRefusal,
  numberOf,
  placeRefusalsOf,
  type SeriesBreak,
  sourcesOfMeasures,
  strongestSilence,
} from "./described-measure.ts";
import type { Bound, Completeness, Measure, Unit } from "./measure.ts";

export type Division = {
  /** Code and unit of what comes out. */
  definition: string;
  unit: Unit;
  /** What the quotient is multiplied by: 1,000 for a rate per thousand. */
  times?: number;
  /**
   * Refusals that the caller has a published reason to set aside, such as a registry that states no scope. Whoever shows
   * the quotient says so beside it.
   */
  accepts?: readonly MeasureRefusal[];
};

/**
 * One measure divided by another, with all that both carry.
 *
 * Unit: as asked. Refused, with every reason, when the two speak of different periods or scopes, when a scope is not
 * stated, or when there is nothing to divide by. A silence on either side gives a silence, the one behind which most is
 * held; it never becomes 0. Sources are united; the quotient is estimated if either is; its completeness is that of the
 * less complete. Interval: the lowest and highest quotient of the ends. A numerator that is "at least" gives "at least", a
 * denominator that is "at least" gives "at most", both give neither.
 */
export function divideMeasures(
  numerator: DescribedMeasure,
  denominator: DescribedMeasure,
  division: Division,
): Combined {
  const refusals = divisionRefusals(numerator, denominator, division.accepts ?? []);
  if (refusals.length > 0) return { ok: false, refusals };
  const context = {
    definition: division.definition,
    scope: numerator.scope ?? denominator.scope,
    unit: division.unit,
    period: numerator.period,
    sources: sourcesOfMeasures([numerator, denominator]),
    ...lessComplete(numerator, denominator),
  };
  const silence = strongestSilence([numerator.kind, denominator.kind]);
  if (silence) return { ok: true, measure: { ...context, kind: silence } };
  return { ok: true, measure: { ...context, ...quotient(numerator, denominator, division) } };
}

function divisionRefusals(
  numerator: DescribedMeasure,
  denominator: DescribedMeasure,
  accepts: readonly MeasureRefusal[],
): MeasureRefusal[] {
  const refusals: MeasureRefusal[] = [...placeRefusalsOf(numerator, denominator)];
  const divisor = numberOf(denominator);
  if (divisor !== undefined && !(divisor > 0)) refusals.push("nothing-to-divide-by");
  return refusals.filter(
    (refusal) => refusal === "nothing-to-divide-by" || !accepts.includes(refusal),
  );
}

type Quotient = Extract<Measure, { kind: "known" | "zero" | "declared-zero" }>;
type WithoutContext<M> = M extends unknown
  ? Omit<M, "unit" | "period" | "sources" | "completeness">
  : never;

function quotient(
  numerator: DescribedMeasure,
  denominator: DescribedMeasure,
  { times = 1 }: Division,
): WithoutContext<Quotient> {
  if (numerator.kind === "zero" || numerator.kind === "declared-zero") {
    return { kind: numerator.kind };
  }
  const [above, below] = [present(numberOf(numerator)), present(numberOf(denominator))];
  const bound = boundOf(numerator, denominator);
  const interval = levelAndMethodOf([numerator, denominator]);
  return {
    kind: "known",
    value: (above / below) * times,
    estimated: isEstimated(numerator) || isEstimated(denominator),
    ...(bound === undefined ? {} : { bound }),
    ...(interval === undefined
      ? {}
      : { interval: { ...corners(numerator, denominator, times), ...interval } }),
  };
}

function corners(numerator: DescribedMeasure, denominator: DescribedMeasure, times: number) {
  const above = endsOf(numerator, present(numberOf(numerator)));
  const below = endsOf(denominator, present(numberOf(denominator)));
  const quotients = [above.low, above.high].flatMap((a) =>
    [Math.max(below.low, 0), below.high].map((b) => (a === 0 ? 0 : (a / b) * times)),
  );
  return { low: Math.min(...quotients), high: Math.max(...quotients) };
}

function isEstimated(measure: Measure): boolean {
  return measure.kind === "known" && measure.estimated;
}

const turned: Readonly<Record<Bound, Bound>> = { lower: "upper", upper: "lower", open: "open" };

function boundOf(numerator: Measure, denominator: Measure): Bound | undefined {
  const [above, below] = [numerator, denominator].map((measure) =>
    "bound" in measure ? measure.bound : undefined,
  );
  const from = below && turned[below];
  if (above === undefined || from === undefined) return above ?? from;
  return above === from ? above : "open";
}

function lessComplete(one: Measure, other: Measure): { completeness?: Completeness } {
  const stated = [one.completeness, other.completeness].filter((known) => known !== undefined);
  const [least] = stated.sort((a, b) => a.counted / a.expected - b.counted / b.expected);
  return least ? { completeness: least } : {};
}

export type DividedSeries = {
  /** One per period of the numerators, the earliest first. */
  points: readonly {
    numerator: DescribedMeasure;
    denominator: DescribedMeasure;
    result: Combined;
  }[];
  /** What changes from one point to the next: even two sound quotients make no series across it. */
  breaks: readonly SeriesBreak[];
};

/**
 * A series divided by another, period by period. A numerator without a denominator of its own period meets the one
 * given first, and is refused for its period. The quotients make a series only where nothing but time changes between
 * them: a definition or a scope that changes along either side is a break, named.
 */
export function divideSeries(
  numerators: readonly DescribedMeasure[],
  denominators: readonly DescribedMeasure[],
  division: Division,
): DividedSeries {
  const points = numerators
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from))
    .flatMap((numerator) => {
      const own = denominators.find(({ period }) => isSame(period, numerator.period));
      const denominator = own ?? denominators[0];
      if (!denominator) return [];
      const result = divideMeasures(numerator, denominator, division);
      return [{ numerator, denominator, result }];
    });
  const sides = [points.map(({ numerator }) => numerator), points.map((p) => p.denominator)];
  return { points, breaks: breaksAlong(sides) };
}

function isSame(one: Measure["period"], other: Measure["period"]): boolean {
  return one.from === other.from && one.to === other.to;
}
