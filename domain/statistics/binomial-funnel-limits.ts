import jStat from "jstat";
import type { FunnelLimits } from "./funnel-limits.ts";
import { requirePositive, requireProbability } from "./statistical-input.ts";

/**
 * Limits of a funnel plot of shares: where units whose cases succeed alike are expected, by chance alone.
 *
 * Unit: share, 0 to 1. Formula, with F the binomial law of `trials` and the target share: r = smallest count with F(r) ≥ p,
 * a = (F(r) − p)/(F(r) − F(r−1)), limit = (r − a)/trials, kept within 0 and 1; p = 2.5 % and 97.5 %, 0.1 % and 99.9 %.
 * `inflation` multiplies the distance to the target where units vary more than chance (see overDispersion).
 * Source: Spiegelhalter 2005 (Statistics in Medicine 24, 1185–1202), appendix.
 */
export function binomialFunnelLimits(target: number, trials: number, inflation = 1): FunnelLimits {
  requireProbability("A target share", target);
  requirePositive("A number of trials", trials);
  requirePositive("An inflation", inflation);
  const limit = (probability: number) => {
    const exact = interpolatedCount(probability, trials, target) / trials;
    return Math.min(1, Math.max(0, target + (exact - target) * inflation));
  };
  return {
    warning: { low: limit(0.025), high: limit(0.975) },
    alarm: { low: limit(0.001), high: limit(0.999) },
  };
}

function interpolatedCount(probability: number, trials: number, share: number): number {
  let [below, above] = [-1, Math.ceil(trials)];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (cumulative(middle, trials, share) >= probability) above = middle;
    else below = middle;
  }
  const [at, before] = [cumulative(above, trials, share), cumulative(above - 1, trials, share)];
  return above - (at - probability) / (at - before);
}

/** P(X ≤ count) of a binomial law, by the incomplete beta function. */
function cumulative(count: number, trials: number, share: number): number {
  if (count < 0) return 0;
  return count >= trials ? 1 : 1 - jStat.ibeta(share, count + 1, trials - count);
}
