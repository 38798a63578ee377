import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { twoSidedZ } from "./normal-quantile.ts";
import { requireAtLeast, requirePositive, StatisticalInputError } from "./statistical-input.ts";

export type Estimate = { readonly estimate: number; readonly variance: number };

/** `multiplicative`: the fixed-effect mean with its variance multiplied by Q/(k−1). */
export type PoolingModel = "fixed" | "random" | "multiplicative";

export type PooledEstimate = Estimate & {
  readonly interval: IntervalBounds;
  readonly z: number;
  /** Cochran's Q, chi-square with k − 1 degrees of freedom if all sites share one effect. */
  readonly heterogeneity: number;
  /** Variance between sites, in squared units of the estimate; 0 unless the model is random. */
  readonly tauSquared: number;
};

/**
 * Pools the estimates of several sites, for instance ln RES, weighing each by the inverse of its variance.
 *
 * Unit: that of the estimates. Formula: fixed Σ(L/V)/Σ(1/V), variance 1/Σ(1/V); random (DerSimonian–Laird)
 * adds τ² = max(0, (Q − (k−1))/(Σw − Σw²/Σw)) to each V; multiplicative keeps the fixed mean and multiplies its variance
 * by max(1, Q/(k−1)): a lucky agreement between sites never narrows the interval.
 * One site is returned as it is. No site is refused.
 * Source: DerSimonian & Laird 1986 (Controlled Clinical Trials 7, 177–188); Jones 2005 for the multiplicative adjustment.
 */
export function poolEstimates(
  sites: readonly Estimate[],
  model: PoolingModel,
  level: number = usualLevel,
): PooledEstimate {
  requireAtLeast("A pooled estimate", 1, sites.length);
  for (const { estimate, variance } of sites) {
    requirePositive("A variance", variance);
    if (!Number.isFinite(estimate)) {
      throw new StatisticalInputError(`An estimate must be a finite number; got ${estimate}.`);
    }
  }
  const fixed = weigh(sites);
  const degrees = sites.length - 1;
  const heterogeneity = sites.reduce(
    (sum, site) => sum + (site.estimate - fixed.estimate) ** 2 / site.variance,
    0,
  );
  const tauSquared = model === "random" ? betweenSites(sites, heterogeneity) : 0;
  const pooled = weigh(
    sites.map(({ estimate, variance }) => ({ estimate, variance: variance + tauSquared })),
  );
  const factor =
    model === "multiplicative" && degrees > 0 ? Math.max(1, heterogeneity / degrees) : 1;
  const variance = pooled.variance * factor;
  const error = Math.sqrt(variance);
  const half = twoSidedZ(level) * error;
  return {
    estimate: pooled.estimate,
    variance,
    interval: { low: pooled.estimate - half, high: pooled.estimate + half },
    z: pooled.estimate / error,
    heterogeneity,
    tauSquared,
  };
}

function weigh(sites: readonly Estimate[]): Estimate {
  const weights = sites.reduce((sum, site) => sum + 1 / site.variance, 0);
  const sum = sites.reduce((total, site) => total + site.estimate / site.variance, 0);
  return { estimate: sum / weights, variance: 1 / weights };
}

function betweenSites(sites: readonly Estimate[], heterogeneity: number): number {
  if (sites.length < 2) return 0;
  const weights = sites.map((site) => 1 / site.variance);
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  return Math.max(0, (heterogeneity - (sites.length - 1)) / (sum - squares / sum));
}
