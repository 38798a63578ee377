import { gammaQuantile } from "./gamma-quantile.ts";
import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { requireCount, requireProbability } from "./statistical-input.ts";

/**
 * Exact interval of the mean behind a Poisson count: what n observed events say of the expected number.
 *
 * Unit: events of the same period and perimeter as the count. Formula, with α = 1 − level:
 * low = χ²(α/2; 2n)/2, high = χ²(1−α/2; 2n+2)/2. Never narrower than its level; wide by construction.
 * A count of 0 gives [0, 3.689] at 95 %: seeing none does not prove there are none to be seen.
 * Source: Garwood 1936 (Biometrika 28, 437–442).
 */
export function garwoodInterval(count: number, level: number = usualLevel): IntervalBounds {
  requireCount("A count", count);
  requireProbability("A confidence level", level);
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
  };
}
