import { quasiPoissonDispersion } from "#domain/statistics/quasi-poisson-dispersion.ts";
import { requirePositive } from "#domain/statistics/statistical-input.ts";

/**
 * How much larger than Poisson the variance of recorded crime is taken to be. Crime counts repeat and cluster: "the
 * variance is many times the mean" (Marchant, Baxter & Barber).
 *
 * - `poisson`: 1/x per count. Too narrow; kept to reproduce published figures.
 * - `doubled`: 2/x. Welsh & Farrington 2008.
 * - `count-dependent`: (0.0008x + 1.2)/x. Gill & Spriggs 2005; recalled, it reproduces their published intervals.
 * - `quasi-poisson`: φ/x, φ from the monthly counts of the study's own areas, never under 1.
 */
export type VarianceRule =
  | { readonly kind: "poisson" | "doubled" | "count-dependent" }
  | { readonly kind: "quasi-poisson"; readonly phi: number };

/** Months of each area needed before its own dispersion is believed. */
export const monthsForOwnDispersion = 24;

/** What doubles the variance of every count of a study. */
export const doubledDispersion = 2;

/**
 * The rule that a verdict leans on, of yearly counts: the wider of the doubled variance and of the study's own dispersion
 * where that is known. Own dispersion alone is for 24 monthly counts of each area, which are not published by district; of a
 * few years it may widen an interval and never narrows it. Unit of φ: variance over mean.
 */
export function leanedVarianceRule(ownPhi: number | undefined): VarianceRule {
  return ownPhi !== undefined && ownPhi > doubledDispersion
    ? { kind: "quasi-poisson", phi: ownPhi }
    : { kind: "doubled" };
}

/** Variance over mean that a rule of one factor takes every count to have. */
export function dispersionOfRule(rule: VarianceRule): number {
  return rule.kind === "quasi-poisson" ? rule.phi : doubledDispersion;
}

/** Variance of the logarithm of one count under a rule. Unit: none (squared logarithm). The count is above 0. */
export function logarithmVariance(count: number, rule: VarianceRule): number {
  switch (rule.kind) {
    case "poisson":
      return 1 / count;
    case "doubled":
      return 2 / count;
    case "count-dependent":
      return (0.0008 * count + 1.2) / count;
    case "quasi-poisson":
      requirePositive("A dispersion", rule.phi);
      return Math.max(1, rule.phi) / count;
  }
}

/** Monthly counts of one area, in order. */
export type MonthlyCounts = {
  readonly before: readonly number[];
  readonly after: readonly number[];
};

/**
 * The rule recommended for a study: its own dispersion when each area has at least 24 monthly counts, doubling otherwise,
 * also when no event was recorded in any of them. Unit of φ: variance over mean.
 */
export function recommendedVarianceRule(areas: readonly MonthlyCounts[]): VarianceRule {
  const enough = areas.every(
    ({ before, after }) => before.length + after.length >= monthsForOwnDispersion,
  );
  const groups = areas.flatMap(({ before, after }) => [before, after]);
  if (!enough || !groups.some((group) => group.length > 1 && group.some((count) => count > 0))) {
    return { kind: "doubled" };
  }
  return { kind: "quasi-poisson", phi: quasiPoissonDispersion(groups) };
}
