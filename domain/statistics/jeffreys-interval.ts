import { betaQuantile } from "./beta-quantile.ts";
import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { requireProbability, requireProportion } from "./statistical-input.ts";

/**
 * Bayesian interval of a proportion under Jeffreys' prior, equal tails.
 *
 * Unit: share, from 0 to 1. Formula: quantiles α/2 and 1 − α/2 of Beta(x + ½, n − x + ½).
 * No success gives exactly 0 below; no failure gives exactly 1 above.
 * Source: Brown, Cai & DasGupta 2001 (Statistical Science 16, 101–133).
 */
export function jeffreysInterval(
  successes: number,
  trials: number,
  level: number = usualLevel,
): IntervalBounds {
  requireProportion(successes, trials);
  requireProbability("A confidence level", level);
  const tail = (1 - level) / 2;
  const [alpha, beta] = [successes + 0.5, trials - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, alpha, beta),
    high: successes === trials ? 1 : betaQuantile(1 - tail, alpha, beta),
  };
}
