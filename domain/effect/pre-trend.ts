import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { requireAtLeast, requireCount } from "#domain/statistics/statistical-input.ts";
import { twoSidedT } from "#domain/statistics/student-quantile.ts";
import { doubledDispersion } from "./variance-rule.ts";

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
 * Fewest periods before the scheme on which two trends can be compared: one year of seasons by month. By year two, since
 * months by district are never published: two points say whether the areas parted from one year to the next, and are a plot.
 */
export const periodsForPreTrend = { month: 12, year: 2 } as const;
/** With fewer yearly points only a strong divergence is seen, and a warning says so. */
export const preferredYearsForPreTrend = 4;
type Grain = keyof typeof periodsForPreTrend;

/** Variance over mean that counts have at least: of a few years nothing narrower than the doubled variance is believed. */
const leastDispersion = { month: 1, year: doubledDispersion } as const;

/**
 * Were treated and control already moving apart before the cameras came?
 *
 * Unit: ratio per period. Formula: weighted least squares of ln((t+½)/(c+½)) on the period, weights 1/(1/(t+½) + 1/(c+½));
 * interval exp(slope ± half), where half is the wider of z·√(D/Σw(x − x̄)²) and t·√(φ/Σw(x − x̄)²): D the dispersion taken for
 * granted (by month 1, by year 2, the doubled variance), φ the residual dispersion on n − 2 degrees of freedom and t the
 * quantile of Student's law with as many, since a dispersion of two degrees of freedom is itself hardly known. Two points
 * leave none: D alone. At least 12 months or 2 years. Not finding a divergence does not prove parallel trends: the plot is
 * shown beside it.
 * Source: log-linear difference-in-differences; Student 1908; Haldane–Anscombe correction (½) for empty months.
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
  const degrees = months.length - 2;
  const half = Math.max(
    twoSidedZ(level) * Math.sqrt(leastDispersion[grain] / spread),
    degrees > 0 ? twoSidedT(level, degrees) * Math.sqrt(residuals / degrees / spread) : 0,
  );
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
