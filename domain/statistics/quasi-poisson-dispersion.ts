import { requireCount, StatisticalInputError } from "./statistical-input.ts";

/**
 * How many times the variance of monthly counts exceeds their mean, from the data themselves.
 *
 * Unit: ratio; 1 for Poisson counts, 2 when the variance is twice the mean. Formula: φ = Σ(y − ȳ)²/ȳ over all months of
 * all groups, divided by the months less the number of groups. A group is the monthly counts of one area in one
 * period (before or after), so that neither the effect nor the difference between areas passes for noise.
 * A group without any event says nothing of dispersion and is left out. Seasonality is in φ: with whole years before and
 * after it widens the interval, never narrows it.
 * Source: McCullagh & Nelder 1989, §6.2; use on before/after counts with control: Wilson 2022.
 */
export function quasiPoissonDispersion(groups: readonly (readonly number[])[]): number {
  let [chiSquare, degrees] = [0, 0];
  for (const group of groups) {
    for (const count of group) requireCount("A monthly count", count);
    const mean = group.reduce((sum, count) => sum + count, 0) / group.length;
    if (!(mean > 0)) continue;
    chiSquare += group.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    degrees += group.length - 1;
  }
  if (degrees === 0) {
    throw new StatisticalInputError(
      "Dispersion needs a group of at least two months with at least one event.",
    );
  }
  return chiSquare / degrees;
}
