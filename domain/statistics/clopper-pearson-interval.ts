import { betaQuantile } from "./beta-quantile.ts";
import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { requireProbability, requireProportion } from "./statistical-input.ts";

/**
 * Exact interval of a proportion: never covers less than its level, often more.
 *
 * Unit: share, from 0 to 1. Formula, with x successes in n trials and α = 1 − level:
 * low = Beta(α/2; x, n−x+1), high = Beta(1−α/2; x+1, n−x). No success gives 0 below; no failure gives 1 above.
 * Source: Clopper & Pearson 1934 (Biometrika 26, 404–413).
 */
export function clopperPearsonInterval(
  successes: number,
  trials: number,
  level: number = usualLevel,
): IntervalBounds {
  requireProportion(successes, trials);
  requireProbability("A confidence level", level);
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  };
}
