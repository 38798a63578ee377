import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { twoSidedPValue } from "#domain/statistics/two-sided-p-value.ts";

/** A difference with its normal interval. Unit: that of the difference; below 0, crime fell. */
export type DifferenceEstimate = {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: IntervalBounds;
  /** 0 when nothing was counted anywhere: no event, no evidence. */
  readonly z: number;
  readonly pValue: number;
};

/** Difference ± z√variance at a level. */
export function estimateDifference(
  { difference, variance }: { readonly difference: number; readonly variance: number },
  level: number,
): DifferenceEstimate {
  const standardError = Math.sqrt(variance);
  const half = twoSidedZ(level) * standardError;
  const z = standardError === 0 ? 0 : difference / standardError;
  return {
    difference,
    standardError,
    interval: { low: difference - half, high: difference + half },
    z,
    pValue: twoSidedPValue(z),
  };
}
