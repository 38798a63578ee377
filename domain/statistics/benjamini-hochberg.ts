import { StatisticalInputError } from "./statistical-input.ts";

/**
 * Adjusts the p-values of a family of comparisons for the false discoveries that many tests bring.
 *
 * Unit: adjusted p-values, in the order given; those at or under 0.05 hold an expected 5 % of false discoveries.
 * Formula: the i-th smallest of m becomes min over j ≥ i of m·p₍ⱼ₎/j, at most 1. An empty family gives an empty list.
 * The family is every comparison looked at, published or not.
 * Source: Benjamini & Hochberg 1995 (JRSS B 57, 289–300).
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) {
      throw new StatisticalInputError(`A p-value must lie between 0 and 1; got ${p}.`);
    }
  }
  const largestFirst = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length);
  let smallest = 1;
  largestFirst.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, p * (pValues.length / (pValues.length - position)));
    adjusted[index] = smallest;
  });
  return adjusted;
}
