import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";
import { binomialLaw } from "./discrete-law.ts";
import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { requireCount, requirePositive } from "./statistical-input.ts";

/** Two rates compared. `ratio` is absent when the second count is 0; `interval.high` is then infinite. */
export type RateComparison = {
  readonly ratio?: number;
  readonly interval: IntervalBounds;
  readonly pValue: number;
};

export type Exposures = { readonly first: number; readonly second: number };

/** R's tolerance for calling two probabilities equal, so that mirror outcomes count as equally rare. */
const equalProbability = 1 + 1e-7;

/**
 * Exact comparison of two Poisson counts, given their sum.
 *
 * Unit: ratio of the first rate to the second, no unit; p-value two-sided. Formula: given x + y = n, x is binomial
 * (n, e₁/(e₁+e₂)) if the rates are equal; the p-value adds the outcomes no more probable than the one observed;
 * the interval maps Clopper–Pearson bounds s of x/n to s/(1−s) · e₂/e₁. Both counts 0 give p = 1 and [0, ∞[.
 * Exposures are months, camera-years, area: any positive unit, the same for both.
 * Source: Przyborowski & Wilenski 1940 (Biometrika 31, 313–323).
 */
export function compareCountsExactly(
  first: number,
  second: number,
  exposures: Exposures = { first: 1, second: 1 },
  level: number = usualLevel,
): RateComparison {
  requireComparable(first, second, exposures);
  const total = first + second;
  if (total === 0) return { interval: { low: 0, high: Number.POSITIVE_INFINITY }, pValue: 1 };

  const scale = exposures.second / exposures.first;
  const odds = (share: number) =>
    share === 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * scale;
  const shares = clopperPearsonInterval(first, total, level);
  return {
    ratio: second === 0 ? undefined : (first / second) * scale,
    interval: { low: odds(shares.low), high: odds(shares.high) },
    pValue: rarity(first, total, exposures.first / (exposures.first + exposures.second)),
  };
}

/** Refuses two counts, or two exposures, that no rate can be made of. */
export function requireComparable(first: number, second: number, exposures: Exposures): void {
  requireCount("The first count", first);
  requireCount("The second count", second);
  requirePositive("The first exposure", exposures.first);
  requirePositive("The second exposure", exposures.second);
}

function rarity(observed: number, total: number, share: number): number {
  const law = binomialLaw(total, share);
  const reference = (law.probabilities[observed - law.from] ?? 0) * equalProbability;
  const sum = law.probabilities.reduce((p, term) => (term <= reference ? p + term : p), 0);
  return Math.min(1, sum);
}
