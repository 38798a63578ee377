import type { DifferenceEstimate } from "./difference-estimate.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import type { EffectStudy } from "./effect-study.ts";
import { type RelativeEffectSize, relativeEffectSize } from "./relative-effect-size.ts";
import { type StudyArea, type StudyCounts, studyAreas } from "./study-years.ts";
import { dispersionOfRule, doubledDispersion, type VarianceRule } from "./variance-rule.ts";
import {
  type DisplacementWeights,
  weightedDisplacementDifference,
} from "./weighted-displacement-difference.ts";
import {
  type DisplacementQuotient,
  weightedDisplacementQuotient,
} from "./weighted-displacement-quotient.ts";

/** Inhabitants of each area of a study; undefined where the count of one of its districts is not known. */
export type StudySizes = Readonly<Record<StudyArea, number | undefined>>;

export type StudyDisplacement = {
  /** The ring against the controls: below 1, events rose there relatively, as if they had moved. */
  readonly ringEffect: RelativeEffectSize | undefined;
  /** Did events move to the ring, or did the ring gain too? Without a ring, or its counts: undefined. */
  readonly quotient: DisplacementQuotient | undefined;
  /** Events a year, in the treated area and its ring together when both rings are known. */
  readonly difference: DifferenceEstimate;
  /** The same with the variance that was published with the method. */
  readonly poissonDifference: DifferenceEstimate;
  readonly hasRings: boolean;
  /** True when controls were brought to the size of what they are held against. */
  readonly isScaled: boolean;
};

/** Inhabitants of each area, from those of its districts. Unit: inhabitants. */
export function studySizes(
  study: EffectStudy,
  inhabitants: ReadonlyMap<string, number>,
): StudySizes {
  const sizeOf = (districts: readonly string[]) => {
    const known = districts.flatMap((district) => inhabitants.get(district) ?? []);
    const isWhole = districts.length > 0 && known.length === districts.length;
    return isWhole ? known.reduce((sum, count) => sum + count, 0) : undefined;
  };
  return Object.fromEntries(
    studyAreas.map((area) => [area, sizeOf(study[area])]),
  ) as unknown as StudySizes;
}

/**
 * What may have moved, read three ways: the ring's own effect size, the quotient (WDQ, TNE) and the difference (WDD).
 *
 * Unit: ratios; the difference is in events a year, below 0 where fewer happened. Weights of the difference: time in
 * years; the control area counts for its inhabitants over those of the treated area, its ring for its own over those
 * of the ring, so that a control twice as large does not count twice. Sizes that are not known weigh 1, and
 * the estimate says so. The ring enters only with the ring of the controls. The variance is that which the verdict leans on.
 */
export function studyDisplacement(
  counts: StudyCounts,
  years: { readonly before: number; readonly after: number },
  sizes: StudySizes,
  variance: VarianceRule = { kind: "doubled" },
): StudyDisplacement {
  const { treated, control, ring, controlRing } = counts;
  const hasRings = ring !== undefined && controlRing !== undefined;
  const rings = hasRings ? { displacementTreated: ring, displacementControl: controlRing } : {};
  const { weights, isScaled } = studyWeights(sizes, years, hasRings);
  const differenceAt = (dispersion: number) =>
    weightedDisplacementDifference({ treated, control, ...rings }, { weights, dispersion });
  return {
    ringEffect: ring && relativeEffectSize({ treated: ring, control }, { variance }),
    quotient: ring && weightedDisplacementQuotient({ response: treated, buffer: ring, control }),
    difference: differenceAt(dispersionOfRule(variance)),
    poissonDifference: differenceAt(1),
    hasRings,
    isScaled,
  };
}

/** The weights of a study's differences: time in years; controls for their inhabitants over those of what they stand for. */
export function studyWeights(
  sizes: StudySizes,
  years: { readonly before: number; readonly after: number },
  hasRings: boolean,
): { readonly weights: DisplacementWeights; readonly isScaled: boolean } {
  const ofControl = ratioOf(sizes.control, sizes.treated);
  const ofRing = hasRings ? ratioOf(sizes.controlRing, sizes.ring) : 1;
  const isScaled = ofControl !== undefined && ofRing !== undefined;
  const area = isScaled ? { control: ofControl, displacementControl: ofRing } : {};
  return { weights: { area, time: years }, isScaled };
}

/**
 * Difference-in-differences of a study, in events per 1,000 inhabitants and year, its variance doubled unless its own
 * dispersion is wider; undefined where inhabitants are not known. Below 0: the treated area's rate fell more.
 */
export function studyRateDifference(
  { treated, control }: StudyCounts,
  years: { readonly before: number; readonly after: number },
  sizes: StudySizes,
  dispersion: number = doubledDispersion,
): DifferenceEstimate | undefined {
  if (!sizes.treated || !sizes.control) return undefined;
  const exposureOf = (size: number) => ({
    before: (size * years.before) / 1000,
    after: (size * years.after) / 1000,
  });
  return differenceInDifferences(
    { treated, control },
    { treated: exposureOf(sizes.treated), control: exposureOf(sizes.control) },
    { dispersion },
  );
}

function ratioOf(size: number | undefined, reference: number | undefined): number | undefined {
  return size && reference ? size / reference : undefined;
}
