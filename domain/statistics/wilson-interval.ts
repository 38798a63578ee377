import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { twoSidedZ } from "./normal-quantile.ts";
import { requireProportion } from "./statistical-input.ts";

/**
 * Score interval of a proportion: the default for every share published here.
 *
 * Unit: share, from 0 to 1. Formula, with p = successes / trials, n = trials and z the normal quantile:
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * No success gives a lower bound of exactly 0; no failure an upper bound of exactly 1.
 * No trial is refused: there is no share to estimate.
 * Source: Wilson 1927; recommended by Newcombe 1998 (Statistics in Medicine 17, 857–872), method 3.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  level: number = usualLevel,
): IntervalBounds {
  requireProportion(successes, trials);
  const z = twoSidedZ(level);
  const share = successes / trials;
  const square = (z * z) / trials;
  const centre = share + square / 2;
  const halfWidth = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return {
    low: successes === 0 ? 0 : (centre - halfWidth) / (1 + square),
    high: successes === trials ? 1 : (centre + halfWidth) / (1 + square),
  };
}
