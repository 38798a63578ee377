import { usualLevel } from "#domain/statistics/interval-bounds.ts";
import {
  requireAtLeast,
  requirePositive,
  StatisticalInputError,
} from "#domain/statistics/statistical-input.ts";
import { type BeforeAfter, requireCounts } from "./controlled-counts.ts";
import { type DifferenceEstimate, estimateDifference } from "./difference-estimate.ts";

/** Counts of a study, with or without the rings around its areas. */
export type DisplacementAreas = {
  readonly treated: BeforeAfter;
  readonly control: BeforeAfter;
  readonly displacementTreated?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
};

export type DisplacementWeights = {
  /** Size of each area: km², street segments, inhabitants. 1 when absent. */
  readonly area?: Partial<Readonly<Record<keyof DisplacementAreas, number>>>;
  /** Length of the periods: months. 1 when absent. */
  readonly time?: BeforeAfter;
};

type Options = {
  readonly weights?: DisplacementWeights;
  readonly level?: number;
  /** Variance of a count over its mean: 1 for Poisson, as published; 2 doubles the variance, as for the effect size. */
  readonly dispersion?: number;
};

/** What is added and what is taken away: the treated sides against the control sides. */
const signs = { treated: 1, control: -1, displacementTreated: 1, displacementControl: -1 } as const;
const areaNames = Object.keys(signs) as (keyof DisplacementAreas)[];

/**
 * Weighted displacement difference: events avoided in the treated area and its ring, against control area and ring.
 *
 * Unit: events (per unit of weight if weighted); below 0, crime fell. Formula: (T₁−T₀) − (C₁−C₀) + (Td₁−Td₀) − (Cd₁−Cd₀);
 * variance = sum of the counts; with weights w = area × time each count is divided by w, its variance by w².
 * Rings may be absent. The published variance is Poisson's, too narrow for crime counts: a dispersion multiplies it.
 * Source: Wheeler & Ratcliffe 2018 (Crime Science 7:11); vectors of the ptools package.
 */
export function weightedDisplacementDifference(
  areas: DisplacementAreas,
  options: Options = {},
): DifferenceEstimate {
  return estimateDifference(
    dispersed(sumOf(areas, options.weights), options.dispersion),
    options.level ?? usualLevel,
  );
}

/** One kind of offence with the harm of one event: days of prison, points of a published index. */
export type HarmStratum = { readonly areas: DisplacementAreas; readonly harm: number };

/**
 * Harm-weighted displacement difference: each kind of offence counts for its harm.
 *
 * Unit: harm points, that of the published index. Formula: Σ h·WDD, variance Σ h²·variance(WDD).
 * The index is published with the figure: adding offences of different kinds is a choice.
 * Source: Wheeler & Ratcliffe 2018; ptools.
 */
export function harmWeightedDifference(
  strata: readonly HarmStratum[],
  options: Options = {},
): DifferenceEstimate {
  requireAtLeast("A harm-weighted difference", 1, strata.length);
  let [difference, variance] = [0, 0];
  for (const { areas, harm } of strata) {
    requirePositive("A harm weight", harm);
    const stratum = sumOf(areas, options.weights);
    difference += harm * stratum.difference;
    variance += harm * harm * stratum.variance;
  }
  return estimateDifference(
    dispersed({ difference, variance }, options.dispersion),
    options.level ?? usualLevel,
  );
}

function dispersed(sum: { difference: number; variance: number }, dispersion = 1) {
  requirePositive("A dispersion", dispersion);
  return { ...sum, variance: sum.variance * Math.max(1, dispersion) };
}

function sumOf(areas: DisplacementAreas, weights: DisplacementWeights = {}) {
  refuseLoneRing(areas);
  let [difference, variance] = [0, 0];
  for (const name of areaNames) {
    const counts = areas[name];
    if (counts === undefined) continue;
    requireCounts(name, counts);
    const size = weights.area?.[name] ?? 1;
    requirePositive(`The weight of ${name}`, size);
    for (const period of ["before", "after"] as const) {
      const time = weights.time?.[period] ?? 1;
      requirePositive(`The time weight ${period}`, time);
      const weight = size * time;
      difference += (signs[name] * (period === "after" ? 1 : -1) * counts[period]) / weight;
      variance += counts[period] / (weight * weight);
    }
  }
  return { difference, variance };
}

/** A ring without its own control would add its ordinary change to the effect. */
function refuseLoneRing(areas: DisplacementAreas): void {
  if ((areas.displacementTreated === undefined) !== (areas.displacementControl === undefined)) {
    throw new StatisticalInputError("A displacement ring needs the ring of its control area.");
  }
}
