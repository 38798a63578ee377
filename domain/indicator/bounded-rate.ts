import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";

export type BoundedRate = {
  /** Share among the cases whose result is known, 0 to 1. */
  observed: number;
  /** Wilson interval of the observed share, 95 %. */
  interval: IntervalBounds;
  /** What the share would be if no unknown case had succeeded, and if all had. Equal when none is unknown. */
  bounds: IntervalBounds;
  known: number;
  unknown: number;
};

/**
 * A share when the result of some cases is not known. Unit: share, 0 to 1.
 * observed = successes / (successes + failures); bounds = successes / all … (successes + unknown) / all. The interval says
 * what chance alone does, the bounds what the silence may hide: neither replaces the other.
 * Without any known case there is no observed share: undefined. Counts are whole and not negative.
 * Source: worst-case bounds, Manski 1989; interval, Wilson 1927.
 */
export function boundedRate(
  successes: number,
  failures: number,
  unknown: number,
): BoundedRate | undefined {
  const known = successes + failures;
  if (known === 0) return undefined;
  const all = known + unknown;
  const { low, high } = wilsonInterval(successes, known);
  return {
    observed: successes / known,
    interval: { low, high },
    bounds: { low: successes / all, high: (successes + unknown) / all },
    known,
    unknown,
  };
}
