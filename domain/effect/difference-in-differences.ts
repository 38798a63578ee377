import { usualLevel } from "#domain/statistics/interval-bounds.ts";
import { requirePositive } from "#domain/statistics/statistical-input.ts";
import { type ControlledCounts, requireCounts, requireExposure } from "./controlled-counts.ts";
import { type DifferenceEstimate, estimateDifference } from "./difference-estimate.ts";

/**
 * Difference-in-differences of two rates: how much more the treated area's rate changed than the control area's.
 *
 * Unit: events per unit of exposure (month, 1,000 inhabitants…); below 0, crime fell. Formula, with Y = count/exposure:
 * (Y_T1 − Y_T0) − (Y_C1 − Y_C0); variance φ·Σ count/exposure², φ the dispersion of the counts (1 for Poisson), never under 1.
 * Absolute where the relative effect size is a ratio: with very unequal areas the two may disagree, and both are shown.
 * For one start date. Areas equipped one after the other need an estimator made for staggered adoption.
 * Source: Wooldridge 2010, §6.5; Poisson variance of a rate.
 */
export function differenceInDifferences(
  counts: ControlledCounts,
  exposures: ControlledCounts,
  options: { readonly dispersion?: number; readonly level?: number } = {},
): DifferenceEstimate {
  const { dispersion = 1, level = usualLevel } = options;
  requireCounts("The treated area", counts.treated);
  requireCounts("The control area", counts.control);
  requireExposure("the treated area", exposures.treated);
  requireExposure("the control area", exposures.control);
  requirePositive("A dispersion", dispersion);
  const { treated, control } = counts;
  const cells = [
    { sign: -1, count: treated.before, exposure: exposures.treated.before },
    { sign: 1, count: treated.after, exposure: exposures.treated.after },
    { sign: 1, count: control.before, exposure: exposures.control.before },
    { sign: -1, count: control.after, exposure: exposures.control.after },
  ];
  let [difference, variance] = [0, 0];
  for (const { sign, count, exposure } of cells) {
    difference += (sign * count) / exposure;
    variance += (Math.max(1, dispersion) * count) / (exposure * exposure);
  }
  return estimateDifference({ difference, variance }, level);
}
