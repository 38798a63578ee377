import { gammaQuantile } from "./gamma-quantile.ts";
import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { requireCount, requireProbability } from "./statistical-input.ts";

/**
 * Bayesian interval of a Poisson mean under Jeffreys' prior, equal tails.
 *
 * Unit: events. Formula: quantiles α/2 and 1 − α/2 of Gamma(count + ½, 1). No event gives exactly 0 below.
 * Source: Brown, Cai & DasGupta 2003 (Statistica Sinica 13, 19–49).
 */
export function jeffreysPoissonInterval(count: number, level: number = usualLevel): IntervalBounds {
  requireCount("A count", count);
  requireProbability("A confidence level", level);
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count + 0.5),
    high: gammaQuantile(1 - tail, count + 0.5),
  };
}
