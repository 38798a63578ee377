/** The part of jstat this room calls; the package ships no types. */
declare module "jstat" {
  const jStat: {
    gamma: { inv(probability: number, shape: number, scale: number): number };
    beta: { inv(probability: number, alpha: number, beta: number): number };
    studentt: { inv(probability: number, degrees: number): number };
    normal: {
      inv(probability: number, mean: number, deviation: number): number;
      cdf(value: number, mean: number, deviation: number): number;
    };
    /** Regularised lower incomplete gamma function P(shape, value). */
    lowRegGamma(shape: number, value: number): number;
    /** Regularised incomplete beta function I_x(alpha, beta). */
    ibeta(value: number, alpha: number, beta: number): number;
    /** Natural logarithm of the gamma function. */
    gammaln(value: number): number;
  };
  export = jStat;
}
