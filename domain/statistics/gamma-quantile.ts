import jStat from "jstat";
import { requirePositive, requireProbability } from "./statistical-input.ts";

/**
 * Quantile of the gamma law of scale 1. Half a chi-square quantile with 2 × shape degrees of freedom.
 *
 * jstat, because it holds: relative error at most 5·10⁻¹² against SciPy for shapes 0.5 to 200,000 at 0.1 %, 2.5 %,
 * 97.5 % and 99.9 %. @stdlib 0.2.3 is off by 1.5·10⁻⁴ at shape 1,000 (upper tail); cephes needs an
 * asynchronous start, which a pure function cannot wait for.
 */
export function gammaQuantile(probability: number, shape: number): number {
  requireProbability("A probability", probability);
  requirePositive("The shape of a gamma law", shape);
  return jStat.gamma.inv(probability, shape, 1);
}
