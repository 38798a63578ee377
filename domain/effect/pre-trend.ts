import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { requireAtLeast, requireCount } from "#domain/statistics/statistical-input.ts";

/** Events of both areas in one period (month or year) before the scheme. */
export type PairedPeriod = { readonly treated: number; readonly control: number };

export type PreTrend = {
  /** Change of treated over control from one period to the next: 1.02 means that the ratio rose 2 % each time. */
  readonly ratio: number;
  readonly interval: IntervalBounds;
  /** True when the interval excludes 1: the areas were already parting, and a later gap proves nothing. */
  readonly diverges: boolean;
};

/**
 * Fewest periods before the scheme on which two trends can be compared: one year of seasons by month; by year, four
 * points leave two degrees of freedom, so that only a strong divergence is seen and the plot matters more.
 */
export const periodsForPreTrend = { month: 12, year: 4 } as const;
type Grain = keyof typeof periodsForPreTrend;

/**
 * Were treated and control already moving apart before the cameras came?
 *
 * Unit: ratio per period. Formula: weighted least squares of ln((t+½)/(c+½)) on the period, weights 1/(1/(t+½) + 1/(c+½)),
 * variance of the slope multiplied by the residual dispersion when above 1; interval exp(slope ± z·error).
 * At least 12 months or 4 years. Not finding a divergence does not prove parallel trends: the plot is shown beside it.
 * Source: log-linear difference-in-differences; Haldane–Anscombe correction (½) for empty months.
 */
export function preTrend(
  counts: readonly PairedPeriod[],
  { grain = "month", level = usualLevel }: { grain?: Grain; level?: number } = {},
): PreTrend {
  refuseShort(counts, grain);
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
    ratio: Math.exp(slope),
    interval,
    diverges: interval.low > 1 || interval.high < 1,
  };
}

function refuseShort(counts: readonly PairedPeriod[], grain: Grain): void {
  requireAtLeast(`A pre-trend, in ${grain}s,`, periodsForPreTrend[grain], counts.length);
  for (const { treated, control } of counts) {
    requireCount("The count of the treated area", treated);
    requireCount("The count of the control area", control);
  }
}
