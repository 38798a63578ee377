import {
  type DescribedMeasure,
  type MeasureRefusal,
  numberOf,
} from "#domain/measure/described-measure.ts";
import { divideMeasures } from "#domain/measure/divide-measures.ts";
import type { Bound, Measure, Unit } from "#domain/measure/measure.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import { garwoodInterval } from "#domain/statistics/garwood-interval.ts";
import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { ratioWithPoissonDenominator } from "#domain/statistics/ratio-with-poisson-denominator.ts";
import { monthsOfYear } from "./counted-series.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import type { IndicatorFacts, InputSeries } from "./indicator-facts.ts";
import { inputSeries } from "./indicator-inputs.ts";
import { shareOfKnown, wilsonOf } from "./share-of-known.ts";

export type IndicatorRefusal = MeasureRefusal | "part-exceeds-whole";

/** One period of an indicator: its two inputs, and what they give or why they give nothing. */
export type IndicatorPoint = {
  period: Period;
  numerator: DescribedMeasure;
  denominator: DescribedMeasure;
  /** Undefined when refused. A silence of an input is a silence here, never 0. */
  result: Measure | undefined;
  refusals: readonly IndicatorRefusal[];
  /** What the figure would be if no unknown case had succeeded, and if all had; undefined when none is unknown. */
  bounds: IntervalBounds | undefined;
  /** Cases whose state nobody knows. */
  unknown: number;
  /** Months of the year that were counted, where they are not all twelve: the figure is that of a part of a year. */
  months: number | undefined;
};

/** Points that count the same things in the same place, the earliest first. */
export type IndicatorSeries = {
  /** "located": of the events whose district is known alone, where the count of the whole city is protected. */
  area: "whole" | "located";
  numerator: Pick<InputSeries, "definition" | "wording" | "scope">;
  denominator: Pick<InputSeries, "definition" | "wording" | "scope">;
  points: readonly IndicatorPoint[];
};

/**
 * An indicator from what is known of an area: one series for each definition and scope of its inputs, never joined.
 *
 * Unit: that of the indicator. Formula: numerator / denominator × times, both of one period. Interval, 95 %: Wilson for a
 * share, Garwood for a count over an exposure, Garwood inverted for a cost per event; none where everything was looked at.
 * Where the state of some cases is not known the share is that of the known ones and the worst-case bounds stand beside it.
 * Refused, with every reason, when periods or scopes differ, when there is nothing to divide by, when a part exceeds its
 * whole. A count of some months of a year is divided by what served in those months, or refused where the other side is
 * known for the whole year alone. A cost per event without any event is a lower bound, amount / 3.689. The most recent and widest series comes first;
 * where a share of the whole city is withheld, that of the events located in a district follows, as a series of its own.
 */
export function computeIndicator(
  indicator: IndicatorDefinition,
  facts: IndicatorFacts,
): IndicatorSeries[] {
  const whole = seriesIn(indicator, facts, "whole");
  const isHidden = whole.some(({ points }) =>
    points.some(({ result }) => result?.kind === "withheld"),
  );
  if (indicator.method !== "share" || !isHidden) return whole;
  return [...whole, ...seriesIn(indicator, { ...facts, counts: facts.located }, "located")];
}

function seriesIn(
  indicator: IndicatorDefinition,
  facts: IndicatorFacts,
  area: IndicatorSeries["area"],
): IndicatorSeries[] {
  const numerators = inputSeries(indicator.numerator, facts);
  const denominators = inputSeries(indicator.denominator, facts);
  const pairs = numerators.flatMap((above) => denominators.map((below) => [above, below] as const));
  const agreeing = pairs.filter(([above, below]) => above.scope === below.scope);
  const kept = indicator.accepts.length === 0 && agreeing.length > 0 ? agreeing : pairs;
  return kept
    .map(([above, below]) => ({
      area,
      numerator: above,
      denominator: below,
      points: pointsOf(indicator, above, below),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => lastYear(b) - lastYear(a) || worthOf(b) - worthOf(a) || sizeOf(b) - sizeOf(a));
}

/** A full cost is worth more than what was paid in the year: investments are spread in it. */
function worthOf({ numerator }: IndicatorSeries): number {
  return numerator.definition === "yearly-spend" ? 0 : 1;
}

/**
 * The latest point that has a number: of a whole period before a part of a year, which months of its own kind make higher or
 * lower. Or else the latest of all; undefined without any.
 */
export function latestPoint(series: readonly IndicatorSeries[]): IndicatorPoint | undefined {
  const points = series.flatMap((one) => one.points);
  const byAge = points.toSorted((a, b) => b.period.to.localeCompare(a.period.to));
  const known = byAge.filter(hasNumber);
  return known.find(({ months }) => months === undefined) ?? known[0] ?? byAge[0];
}

function hasNumber({ result }: IndicatorPoint): boolean {
  return result !== undefined && numberOf(result) !== undefined;
}

function lastYear({ points }: IndicatorSeries): number {
  const known = points.filter(hasNumber);
  const last = known.findLast(({ months }) => months === undefined) ?? known.at(-1);
  return Number(last?.period.to.slice(0, 4) ?? 0);
}

function sizeOf({ points }: IndicatorSeries): number {
  const last = points.at(-1);
  return (last && numberOf(last.numerator)) ?? 0;
}

function pointsOf(
  indicator: IndicatorDefinition,
  above: InputSeries,
  below: InputSeries,
): IndicatorPoint[] {
  const points = periodsOf(above, below).flatMap((period) => {
    const numerator = above.at(period) ?? otherPeriod(above, period, below.at(period));
    const denominator = below.at(period) ?? otherPeriod(below, period, above.at(period));
    if (!numerator || !denominator) return [];
    const unknown = above.unknownAt?.(period) ?? 0;
    return [pointOf(indicator, { numerator, denominator, unknown })];
  });
  return points.length > 0 ? points : apartInTime(indicator, above, below);
}

/** What one side says of a longer period, where the other counts some months of a year: shown, and refused for its period. */
function otherPeriod(
  series: InputSeries,
  period: Period,
  given: DescribedMeasure | undefined,
): DescribedMeasure | undefined {
  if (!given || monthsOf(given) === undefined) return undefined;
  const around = series.periods.find(({ from, to }) => from <= period.from && period.to <= to);
  return around && series.at(around);
}

/** How many months of its year a measure counts, where they are not all twelve. */
function monthsOf({ completeness }: Measure): number | undefined {
  return completeness?.of === monthsOfYear ? completeness.counted : undefined;
}

/** Both sides say something, of different periods: the latest of each are shown and refused. */
function apartInTime(
  indicator: IndicatorDefinition,
  above: InputSeries,
  below: InputSeries,
): IndicatorPoint[] {
  const [last, other] = [above.periods.at(-1), below.periods.at(-1)];
  const numerator = last && above.at(last);
  const denominator = other && below.at(other);
  if (!numerator || !denominator) return [];
  return [pointOf(indicator, { numerator, denominator, unknown: 0 })];
}

function periodsOf(above: InputSeries, below: InputSeries): Period[] {
  const all = [...above.periods, ...below.periods];
  const byName = new Map(all.map((period) => [`${period.from} ${period.to}`, period]));
  return [...byName.values()].sort((a, b) => a.from.localeCompare(b.from));
}

type Inputs = { numerator: DescribedMeasure; denominator: DescribedMeasure; unknown: number };

function pointOf(indicator: IndicatorDefinition, inputs: Inputs): IndicatorPoint {
  const { numerator, denominator, unknown } = inputs;
  const divided = divideMeasures(numerator, denominator, {
    definition: indicator.id,
    unit: unitOf(indicator, numerator, denominator),
    times: indicator.times,
    accepts: indicator.accepts,
  });
  const months = monthsOf(numerator) ?? monthsOf(denominator);
  const isNumeratorWhole = monthsOf(numerator) === undefined;
  const { period } = isNumeratorWhole && months !== undefined ? denominator : numerator;
  const point = { period, numerator, denominator, unknown, months, bounds: undefined };
  if (!divided.ok) {
    const onlyEmpty = divided.refusals.every((refusal) => refusal === "nothing-to-divide-by");
    if (indicator.method === "cost-per-event" && onlyEmpty) {
      return { ...point, result: costWithoutEvent(indicator, inputs), refusals: [] };
    }
    return { ...point, result: undefined, refusals: divided.refusals };
  }
  if (numberOf(divided.measure) === undefined) {
    return { ...point, result: divided.measure, refusals: [] };
  }
  return { ...point, refusals: [], ...judged(indicator, inputs, divided.measure) };
}

function unitOf(
  { unit }: IndicatorDefinition,
  numerator: DescribedMeasure,
  denominator: DescribedMeasure,
): Unit {
  if (unit === "share") return "share";
  if (unit === "per-thousand") return "cameras per 1,000 inhabitants";
  return `${numerator.unit} per ${denominator.unit}`;
}

/** Both inputs of a quotient that has a number. */
function numbersOf({ numerator, denominator }: Inputs): [number, number] {
  return [present(numberOf(numerator)), present(numberOf(denominator))];
}

type Judged = Pick<IndicatorPoint, "result"> & Partial<IndicatorPoint>;

function judged(indicator: IndicatorDefinition, inputs: Inputs, quotient: Measure): Judged {
  switch (indicator.method) {
    case "ratio":
      return { result: quotient };
    case "share":
    case "census-share":
      return shareOf(indicator, inputs, quotient);
    case "rate":
      return { result: rateOf(inputs, quotient) };
    case "cost-per-event":
      return { result: costOf(inputs, quotient) };
  }
}

function shareOf(indicator: IndicatorDefinition, inputs: Inputs, quotient: Measure): Judged {
  const [part, whole] = numbersOf(inputs);
  const share = shareOfKnown(part, whole, inputs.unknown);
  if (share === "part-exceeds-whole") return { result: undefined, refusals: [share] };
  if (!share) return { result: { ...bare(quotient), kind: "not-collected" } };
  const bounds = inputs.unknown > 0 ? share.bounds : undefined;
  const bound = indicator.method === "census-share" ? boundOf(quotient) : {};
  const result = { ...bare(quotient), ...estimate(inputs), value: share.observed, ...bound };
  if (indicator.method === "census-share") return { result, bounds };
  return { result: withInterval(result, wilsonOf(part, share), "Wilson"), bounds };
}

function rateOf(inputs: Inputs, quotient: Measure): Measure {
  const [count, exposure] = numbersOf(inputs);
  const { low, high } = garwoodInterval(count);
  const interval = { low: low / exposure, high: high / exposure };
  const value = { ...estimate(inputs), value: count / exposure };
  const result = { ...bare(quotient), ...value, ...boundOf(quotient) };
  return withInterval(result, interval, "Garwood");
}

function costOf(inputs: Inputs, quotient: Measure): Measure {
  const [amount, count] = numbersOf(inputs);
  if (quotient.kind !== "known" || amount < 0) return quotient;
  const ratio = ratioWithPoissonDenominator(amount, count);
  // Nothing to divide by has been refused before.
  return withInterval(quotient, ratio as Extract<typeof ratio, IntervalBounds>, "Garwood");
}

/** Nothing was counted: only what one event costs at least can be said. */
function costWithoutEvent(indicator: IndicatorDefinition, inputs: Inputs): Measure | undefined {
  const { numerator, denominator } = inputs;
  const amount = numberOf(numerator);
  if (amount === undefined || amount < 0) return undefined;
  return {
    ...bare(numerator),
    unit: unitOf(indicator, numerator, denominator),
    sources: [...new Set([...numerator.sources, ...denominator.sources])],
    ...estimate(inputs),
    value: ratioWithPoissonDenominator(amount, 0).low,
    bound: "lower",
  };
}

/** "At least" or "at most", where a part of what was divided is not known. */
function boundOf(quotient: Measure): { bound?: Bound } {
  return quotient.kind === "known" && quotient.bound ? { bound: quotient.bound } : {};
}

/** What a measure bears besides its number. */
function bare({ unit, period, sources, completeness }: Measure) {
  return { unit, period, sources, ...(completeness ? { completeness } : {}) };
}

function estimate({ numerator, denominator }: Inputs) {
  const isEstimated = (measure: Measure) => measure.kind === "known" && measure.estimated;
  return { kind: "known" as const, estimated: isEstimated(numerator) || isEstimated(denominator) };
}

function withInterval(
  measure: Extract<Measure, { kind: "known" }>,
  { low, high }: IntervalBounds,
  method: string,
): Measure {
  return { ...measure, interval: { low, high, level: usualLevel, method } };
}
