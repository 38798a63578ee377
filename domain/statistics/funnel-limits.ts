import jStat from "jstat";
import type { IntervalBounds } from "./interval-bounds.ts";
import { requirePositive } from "./statistical-input.ts";

export type FunnelLimits = {
  /** 95 %: one unit in twenty is outside by chance alone. */
  readonly warning: IntervalBounds;
  /** 99.8 %: one unit in five hundred is outside by chance alone. */
  readonly alarm: IntervalBounds;
};

/**
 * Limits of a funnel plot of rates: where units that differ by chance alone are expected. Drawn instead of a ranking.
 *
 * Unit: that of the target, events per unit of exposure. Formula, with μ = target × exposure and F the Poisson law:
 * r = smallest count with F(r) ≥ p, a = (F(r) − p)/(F(r) − F(r−1)), limit = (r − a)/exposure, at least 0;
 * p = 2.5 % and 97.5 %, 0.1 % and 99.9 %. `inflation` multiplies the distance to the target where units vary more than
 * chance (see overDispersion); 1 means chance alone.
 * Source: Spiegelhalter 2005 (Statistics in Medicine 24, 1185–1202), appendix.
 */
export function funnelLimits(target: number, exposure: number, inflation = 1): FunnelLimits {
  requirePositive("A target rate", target);
  requirePositive("An exposure", exposure);
  requirePositive("An inflation", inflation);
  const limit = (probability: number) => {
    const exact = interpolatedCount(probability, target * exposure) / exposure;
    return Math.max(0, target + (exact - target) * inflation);
  };
  return {
    warning: { low: limit(0.025), high: limit(0.975) },
    alarm: { low: limit(0.001), high: limit(0.999) },
  };
}

/** Poisson quantile made continuous: the step to the quantile is crossed in proportion. */
function interpolatedCount(probability: number, mean: number): number {
  let [below, above] = [-1, Math.ceil(mean + 5 * Math.sqrt(mean) + 10)];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (cumulative(middle, mean) >= probability) above = middle;
    else below = middle;
  }
  const [at, before] = [cumulative(above, mean), cumulative(above - 1, mean)];
  return above - (at - probability) / (at - before);
}

/** P(X ≤ count) of a Poisson law, by the incomplete gamma function. */
function cumulative(count: number, mean: number): number {
  return count < 0 ? 0 : 1 - jStat.lowRegGamma(count + 1, mean);
}
