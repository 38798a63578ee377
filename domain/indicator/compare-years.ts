import { type DescribedMeasure, numberOf } from "#domain/measure/described-measure.ts";
import { daysBetween } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import { compareCountsExactly } from "#domain/statistics/compare-counts-exactly.ts";
import { eTest } from "#domain/statistics/e-test.ts";
import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { newcombeInterval } from "#domain/statistics/newcombe-interval.ts";
import type { IndicatorPoint, IndicatorSeries } from "./compute-indicator.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";

/** What two years of one series say of each other: a ratio of rates or costs, or a difference of shares. */
export type YearComparison = {
  earlier: IndicatorPoint;
  later: IndicatorPoint;
  kind: "ratio" | "difference";
  /** Later over earlier, or later less earlier (a difference of shares, −1 to 1). */
  value: number;
  /** 95 %; the upper end of a ratio may be infinite. */
  interval: IntervalBounds;
  /** Two-sided p-values under equal rates; undefined for shares, and for the E-test of counts too large for it. */
  conditional: number | undefined;
  eTest: number | undefined;
  /** "apart" where the interval leaves out no difference; "too-few" with an event count under five. */
  verdict: "apart" | "not-apart" | "too-few";
};

/** Below this count nothing is concluded of two years. */
const leastCount = 5;
/** The E-test sums over every pair of counts: above this, the exact conditional test alone is given. */
const mostForETest = 20_000;

type Counted = { count: number; exposure: number };

/**
 * The latest whole year of a series that has a number against the year just before it: whether they differ by more than
 * chance. It never says why.
 *
 * Unit: ratio, no unit; difference of shares. Intervals, 95 %: of a share, Wilson; of a count, Garwood; of the ratio of two
 * rates or costs, the exact conditional one (Clopper–Pearson of the first count among both); of the difference of two
 * shares, Newcombe's from two Wilson intervals. The verdict is that of the interval. p-values: exact conditional test,
 * and E-test, which finds more where events are few. Exposures are the camera-years or the amounts of each year, held for
 * known. Jeffreys' intervals and Byar's approximation are not shown: they check the others.
 * Events that come in clusters vary more than this chance. Undefined where everything was looked at, where one
 * of the two is not known, or only as "at least".
 */
export function compareYears(
  { method }: Pick<IndicatorDefinition, "method">,
  { points }: Pick<IndicatorSeries, "points">,
): YearComparison | undefined {
  const later = points
    .filter(
      ({ months, result }) => months === undefined && result && numberOf(result) !== undefined,
    )
    .sort((a, b) => a.period.to.localeCompare(b.period.to))
    .at(-1);
  const earlier = points.find(
    ({ period }) => later && daysBetween(period.to, later.period.from) === 1,
  );
  if (!earlier || !later || !isComparable(earlier) || !isComparable(later)) return undefined;
  switch (method) {
    case "rate":
      return ratioOf(earlier, later, rateOf(later), rateOf(earlier));
    case "cost-per-event":
      // Events per euro, turned round: the ratio of the costs.
      return ratioOf(earlier, later, perAmountOf(earlier), perAmountOf(later));
    case "share":
      return differenceOf(earlier, later);
    default:
      return undefined;
  }
}

/** A number of a whole year, neither "at least" nor "at most". */
function isComparable({ months, result, numerator, denominator }: IndicatorPoint): boolean {
  if (months !== undefined || !result || numberOf(result) === undefined) return false;
  return [result, numerator, denominator].every((one) => !("bound" in one) || !one.bound);
}

const countOf = (measure: DescribedMeasure) => present(numberOf(measure));

function rateOf({ numerator, denominator }: IndicatorPoint): Counted {
  return { count: countOf(numerator), exposure: countOf(denominator) };
}

function perAmountOf({ numerator, denominator }: IndicatorPoint): Counted {
  return { count: countOf(denominator), exposure: countOf(numerator) };
}

function ratioOf(
  earlier: IndicatorPoint,
  later: IndicatorPoint,
  first: Counted,
  second: Counted,
): YearComparison | undefined {
  if (first.exposure <= 0 || second.exposure <= 0) return undefined;
  const exposures = { first: first.exposure, second: second.exposure };
  const { ratio, interval, pValue } = compareCountsExactly(first.count, second.count, exposures);
  if (ratio === undefined) return undefined;
  const isSmallEnough = first.count + second.count <= mostForETest;
  return {
    ...{ earlier, later, kind: "ratio", value: ratio, interval, conditional: pValue },
    eTest: isSmallEnough ? eTest(first.count, second.count, exposures) : undefined,
    verdict: verdictOf(Math.min(first.count, second.count), interval, 1),
  };
}

function differenceOf(earlier: IndicatorPoint, later: IndicatorPoint): YearComparison | undefined {
  const [first, second] = [earlier, later].map(({ numerator, denominator, unknown }) => ({
    successes: countOf(numerator),
    trials: countOf(denominator) - unknown,
  }));
  if (!first || !second || first.trials <= 0 || second.trials <= 0) return undefined;
  const interval = newcombeInterval(first, second);
  const value = second.successes / second.trials - first.successes / first.trials;
  const least = Math.min(
    ...[first, second].flatMap(({ successes, trials }) => [successes, trials - successes]),
  );
  return {
    ...{ earlier, later, kind: "difference", value, interval },
    ...{ conditional: undefined, eTest: undefined },
    verdict: verdictOf(least, interval, 0),
  };
}

function verdictOf(
  least: number,
  { low, high }: IntervalBounds,
  equal: number,
): YearComparison["verdict"] {
  if (least < leastCount) return "too-few";
  return low > equal || high < equal ? "apart" : "not-apart";
}
