import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { StatisticalInputError } from "#domain/statistics/statistical-input.ts";
import { twoSidedPValue } from "#domain/statistics/two-sided-p-value.ts";
import {
  type ControlledCounts,
  fourCells,
  requireCounts,
  requireExposure,
} from "./controlled-counts.ts";
import { logarithmVariance, type VarianceRule } from "./variance-rule.ts";

export type RelativeEffectSize = {
  /** Above 1: crime fell in the treated area relative to the control area. */
  readonly ratio: number;
  readonly interval: IntervalBounds;
  /** Natural logarithm of the ratio and its variance: what is pooled across sites. */
  readonly logarithm: number;
  readonly variance: number;
  readonly z: number;
  readonly pValue: number;
  /** Relative change in the treated area, per cent; negative when crime fell. */
  readonly percentage: IntervalBounds & { readonly point: number };
  /** True when a count was 0 and half an event was added to all four. */
  readonly zeroCorrected: boolean;
};

export type RelativeEffectOptions = {
  /** Doubled unless the study gives its own dispersion. */
  readonly variance?: VarianceRule;
  /** Months, area or inhabitants behind each count, when they differ. */
  readonly exposures?: ControlledCounts;
  readonly level?: number;
};

/**
 * Relative effect size (RES), the odds ratio of a controlled before/after study.
 *
 * Unit: ratio. Formula, with a, b the treated area before and after, c, d the control area: RES = a·d / (b·c), each
 * count divided by its exposure when exposures differ; variance of ln RES = Σ D(x)/x over the four raw counts, D by
 * the variance rule; interval exp(ln RES ± z√variance); percentage 100·(1/RES − 1).
 * A zero count adds 0.5 to all four, and says so. −ln RES is the interaction of a Poisson difference-in-differences.
 * Source: Welsh & Farrington 2002; Farrington, Gill, Waples & Argomaniz 2007, appendix (doi 10.1007/s11292-007-9024-2).
 */
export function relativeEffectSize(
  counts: ControlledCounts,
  options: RelativeEffectOptions = {},
): RelativeEffectSize {
  const { variance: rule = { kind: "doubled" }, exposures, level = usualLevel } = options;
  requireCounts("The treated area", counts.treated);
  requireCounts("The control area", counts.control);
  const zeroCorrected = fourCells(counts).includes(0);
  const shift = zeroCorrected ? 0.5 : 0;
  const [a, b, c, d] = fourCells(counts).map((x) => x + shift) as [number, number, number, number];

  const logarithm = Math.log((a * d) / (b * c)) + exposureLogarithm(exposures);
  const variance = [a, b, c, d].reduce((sum, x) => sum + logarithmVariance(x, rule), 0);
  const half = twoSidedZ(level) * Math.sqrt(variance);
  const interval = { low: Math.exp(logarithm - half), high: Math.exp(logarithm + half) };
  const z = logarithm / Math.sqrt(variance);
  return {
    ratio: Math.exp(logarithm),
    interval,
    logarithm,
    variance,
    z,
    pValue: twoSidedPValue(z),
    percentage: {
      point: percentageOf(Math.exp(logarithm)),
      low: percentageOf(interval.high),
      high: percentageOf(interval.low),
    },
    zeroCorrected,
  };
}

/**
 * RES of a study that published percentages only: −43 % treated and −2 % control give 1.72.
 * Unit: ratio, without interval: percentages do not say how many events they stand on. A fall of 100 % is refused.
 */
export function relativeEffectFromPercentages(treated: number, control: number): number {
  const [numerator, denominator] = [1 + control / 100, 1 + treated / 100];
  if (!(numerator > 0 && denominator > 0)) {
    throw new StatisticalInputError(
      `A change must stay above −100 %; got ${treated} % treated and ${control} % control.`,
    );
  }
  return numerator / denominator;
}

function percentageOf(ratio: number): number {
  return 100 * (1 / ratio - 1);
}

function exposureLogarithm(exposures: ControlledCounts | undefined): number {
  if (exposures === undefined) return 0;
  requireExposure("the treated area", exposures.treated);
  requireExposure("the control area", exposures.control);
  const [a, b, c, d] = fourCells(exposures);
  return Math.log((b * c) / (a * d));
}
