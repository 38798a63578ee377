import jStat from "jstat";
import { requirePositive, requireProbability } from "./statistical-input.ts";

/**
 * The t of a two-sided interval by Student's law: 0.95 gives 12.706 with 1 degree of freedom, 4.303 with 2, 1.960 with very
 * many. No unit. For an estimate whose variance is estimated too, on so many degrees of freedom.
 * Source: inverse regularised incomplete beta function of jstat, checked against the printed tables of Student's law.
 */
export function twoSidedT(level: number, degrees: number): number {
  requireProbability("A confidence level", level);
  requirePositive("Degrees of freedom", degrees);
  return jStat.studentt.inv((1 + level) / 2, degrees);
}
