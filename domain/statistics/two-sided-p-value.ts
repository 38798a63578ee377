import jStat from "jstat";

/** Probability that a standard normal value lies at least as far from 0 as z, on either side. z = 1.96 gives 0.05. */
export function twoSidedPValue(z: number): number {
  return 2 * jStat.normal.cdf(-Math.abs(z), 0, 1);
}
