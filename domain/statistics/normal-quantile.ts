import jStat from "jstat";
import { requireProbability } from "./statistical-input.ts";

/**
 * Quantile of the standard normal law: the z such that P(Z ≤ z) = probability. No unit.
 * 0.975 gives 1.959964. Source: inverse error function of jstat, checked against mpmath at 40 digits.
 */
export function normalQuantile(probability: number): number {
  requireProbability("A probability", probability);
  return jStat.normal.inv(probability, 0, 1);
}

/** The z of a two-sided interval: 0.95 gives 1.959964. */
export function twoSidedZ(level: number): number {
  requireProbability("A confidence level", level);
  return normalQuantile((1 + level) / 2);
}
