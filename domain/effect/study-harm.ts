import type { DifferenceEstimate } from "./difference-estimate.ts";
import type { EffectStudy } from "./effect-study.ts";
import { type HarmWeight, readHarmWeight } from "./harm-weight.ts";
import { type StudySizes, studyWeights } from "./study-displacement.ts";
import { type StudyCell, studyCounts, studyYears } from "./study-years.ts";
import { type HarmStratum, harmWeightedDifference } from "./weighted-displacement-difference.ts";

export type StudyHarm = {
  readonly weights: readonly HarmWeight[];
  /** Harm points a year; undefined where a category may not be read. */
  readonly difference: DifferenceEstimate | undefined;
  /** Categories of which a count is not known, or too small to be shown. */
  readonly silent: readonly string[];
};

type Given = {
  readonly years: { readonly before: number; readonly after: number };
  readonly sizes: StudySizes;
  readonly dispersion: number;
};

/**
 * The difference of a study over several categories, each event counted for the harm that a published index gives it.
 * Unit: harm points a year; below 0, less harm than by the controls. The ring enters only with the ring of the controls, in
 * every category alike. Undefined for a study without weights. One silent category leaves no difference: a sum without it would
 * be of something else.
 * Source: Wheeler & Ratcliffe 2018; the weights and their source are declared with the study.
 */
export function studyHarm(
  study: EffectStudy,
  cellsOf: (study: EffectStudy) => readonly StudyCell[],
  { years, sizes, dispersion }: Given,
): StudyHarm | undefined {
  const weights = (study.harmWeights ?? []).flatMap((text) => readHarmWeight(text) ?? []);
  if (weights.length === 0) return undefined;
  const read = weights.map(({ category, harm }) => {
    const own = { ...study, category };
    return { category, harm, counts: studyCounts(studyYears(own, cellsOf(own))) };
  });
  const silent = read.flatMap(({ category, counts }) => (counts ? [] : [category]));
  const hasRings = read.every(({ counts }) => counts?.ring && counts.controlRing);
  const strata = read.flatMap(({ harm, counts }): HarmStratum[] => {
    if (!counts) return [];
    const { treated, control, ring, controlRing } = counts;
    const rings =
      hasRings && ring && controlRing
        ? { displacementTreated: ring, displacementControl: controlRing }
        : {};
    return [{ harm, areas: { treated, control, ...rings } }];
  });
  const isRead = silent.length === 0 && years.before > 0 && years.after > 0;
  return {
    weights,
    silent,
    difference: isRead
      ? harmWeightedDifference(strata, {
          weights: studyWeights(sizes, years, hasRings).weights,
          dispersion,
        })
      : undefined,
  };
}
