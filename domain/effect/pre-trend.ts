import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { requireAtLeast, requireCount } from "#domain/statistics/statistical-input.ts";

/** Events of both areas in one month before the scheme. */
export type PairedMonth = { readonly treated: number; readonly control: number };

export type PreTrend = {
  /** Monthly change of treated over control before the scheme: 1.02 means the ratio rose 2 % a month. */
  readonly monthlyRatio: number;
  readonly interval: IntervalBounds;
  /** True when the interval excludes 1: the areas were already parting, and a later gap proves nothing. */
  readonly diverges: boolean;
};

/** Fewest months before the scheme on which two trends can be compared: one year of seasons. */
export const monthsForPreTrend = 12;

/**
 * Were treated and control already moving apart before the cameras came?
 *
 * Unit: ratio per month. Formula: weighted least squares of ln((t+½)/(c+½)) on the month, weights 1/(1/(t+½) + 1/(c+½)),
 * variance of the slope multiplied by the residual dispersion when above 1; interval exp(slope ± z·error).
 * At least 12 months. Not finding a divergence does not prove parallel trends: the plot is shown beside it.
 * Source: log-linear difference-in-differences; Haldane–Anscombe correction (½) for empty months.
 */
export function preTrend(counts: readonly PairedMonth[], level: number = usualLevel): PreTrend {
  refuseShort(counts);
  const months = counts.map(({ treated, control }, month) => {
    const [t, c] = [treated + 0.5, control + 0.5];
    return { month, value: Math.log(t / c), weight: 1 / (1 / t + 1 / c) };
  });
  const weight = months.reduce((sum, m) => sum + m.weight, 0);
  const centre = months.reduce((sum, m) => sum + m.weight * m.month, 0) / weight;
  const meanValue = months.reduce((sum, m) => sum + m.weight * m.value, 0) / weight;
  const spread = months.reduce((sum, m) => sum + m.weight * (m.month - centre) ** 2, 0);
  const slope =
    months.reduce((sum, m) => sum + m.weight * (m.month - centre) * m.value, 0) / spread;
  const residuals = months.reduce(
    (sum, m) => sum + m.weight * (m.value - meanValue - slope * (m.month - centre)) ** 2,
    0,
  );
  const dispersion = Math.max(1, residuals / (months.length - 2));
  const half = twoSidedZ(level) * Math.sqrt(dispersion / spread);
  const interval = { low: Math.exp(slope - half), high: Math.exp(slope + half) };
  return {
    monthlyRatio: Math.exp(slope),
    interval,
    diverges: interval.low > 1 || interval.high < 1,
  };
}

function refuseShort(counts: readonly PairedMonth[]): void {
  requireAtLeast("A pre-trend, in months,", monthsForPreTrend, counts.length);
  for (const { treated, control } of counts) {
    requireCount("The treated area's month", treated);
    requireCount("The control area's month", control);
  }
}
