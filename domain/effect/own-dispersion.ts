import { gammaQuantile } from "#domain/statistics/gamma-quantile.ts";
import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { quasiPoissonDispersion } from "#domain/statistics/quasi-poisson-dispersion.ts";
import type { StudyPhase, StudyYear } from "./study-years.ts";

/** With fewer degrees of freedom the interval of φ spans more than a factor of eight: it would say nothing. */
export const fewestDegrees = 8;

export type OwnDispersion =
  | {
      readonly kind: "known";
      readonly phi: number;
      readonly interval: IntervalBounds;
      readonly degrees: number;
    }
  | { readonly kind: "too-short"; readonly degrees: number };

/**
 * How many times more than chance the counts of a study's own districts vary from one year to the next.
 *
 * Unit of φ: variance over mean; 1 for counts that only chance moves, 2 is what the doubled variance takes for granted.
 * Formula: quasi-Poisson dispersion over the yearly counts of the equipped districts and of their controls, before and
 * after apart, so that neither the effect nor the difference between districts passes for noise. Yearly counts, since those
 * by month are not published by district: what is constant within a year is not in φ, a trend over the years is, and
 * widens. Interval, 95 %: φ × degrees over the quantiles of χ². "too-short" under eight degrees of freedom (years less
 * groups), where it would say nothing. Zero throughout says nothing either.
 * Source: McCullagh & Nelder 1989, §6.2; use on before/after counts with control: Wilson 2022.
 */
export function ownDispersion(years: readonly StudyYear[]): OwnDispersion {
  const groups = (["before", "after"] as const)
    .flatMap((phase) => [countsOf(years, phase, "treated"), countsOf(years, phase, "control")])
    .filter((group) => group.some((count) => count > 0));
  const degrees = groups.reduce((sum, group) => sum + group.length - 1, 0);
  if (degrees < fewestDegrees) return { kind: "too-short", degrees };
  const phi = quasiPoissonDispersion(groups);
  const bound = (probability: number) =>
    (phi * degrees) / (2 * gammaQuantile(probability, degrees / 2));
  const tail = (1 - usualLevel) / 2;
  return { kind: "known", phi, interval: { low: bound(1 - tail), high: bound(tail) }, degrees };
}

function countsOf(
  years: readonly StudyYear[],
  phase: StudyPhase,
  area: "treated" | "control",
): number[] {
  return years.flatMap((year) => (year.phase === phase ? (year[area] ?? []) : []));
}
