import { benjaminiHochberg } from "#domain/statistics/benjamini-hochberg.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";
import { type ControlComparability, controlComparability } from "./control-comparability.ts";
import type { ControlledCounts } from "./controlled-counts.ts";
import { designOfStudy } from "./design-of-study.ts";
import type { DifferenceEstimate } from "./difference-estimate.ts";
import type { EffectStudy } from "./effect-study.ts";
import { type OwnDispersion, ownDispersion } from "./own-dispersion.ts";
import { type PreTrend, periodsForPreTrend, preTrend } from "./pre-trend.ts";
import { type Reason, reasonsNotToConclude } from "./reasons-not-to-conclude.ts";
import {
  type RelativeEffectSize,
  relativeEffectFromPercentages,
  relativeEffectSize,
} from "./relative-effect-size.ts";
import { type MarylandLevel, marylandLevel, type StudyDesign } from "./study-design.ts";
import {
  type StudyDisplacement,
  type StudySizes,
  studyDisplacement,
  studyRateDifference,
  studySizes,
} from "./study-displacement.ts";
import { type Installations, type StudyEquipment, studyEquipment } from "./study-equipment.ts";
import { type DistrictPopulation, studyExposures } from "./study-exposures.ts";
import { type StudyGeometry, studyGeometry } from "./study-geometry.ts";
import { type StudyHarm, studyHarm } from "./study-harm.ts";
import {
  type StudyCell,
  type StudyCounts,
  type StudyYear,
  studyCounts,
  studyYears,
  yearsOfPhase,
} from "./study-years.ts";
import { type FixedEffectsEstimate, twoWayFixedEffects } from "./two-way-fixed-effects.ts";
import { dispersionOfRule, leanedVarianceRule, type VarianceRule } from "./variance-rule.ts";

/** What the registry knows of the districts of studies. */
export type StudyRegistry = {
  /** Inhabitants by district. */
  readonly inhabitants: ReadonlyMap<string, number>;
  readonly installations: readonly Installations[];
  /** Inhabitants of districts in every year in which they were counted. */
  readonly populations: readonly DistrictPopulation[];
  /** Outlines by district, of those that have one. */
  readonly outlines: ReadonlyMap<string, AreaGeometry>;
};

export type EvaluatedStudy = {
  study: EffectStudy;
  years: readonly StudyYear[];
  counts: StudyCounts | undefined;
  /** The rule of variance that the verdict leans on, and every estimate beside it. */
  leaned: VarianceRule;
  /** The same ratio under each rule of variance; the first is the one that the verdict leans on. */
  effects: readonly { rule: VarianceRule["kind"]; size: RelativeEffectSize }[];
  /** Of the yearly counts of these districts; undefined where no ratio can be made. */
  dispersion: OwnDispersion | undefined;
  /** The ratio by inhabitant, each year with its own; undefined where they were not counted in two years. */
  perInhabitant: RelativeEffectSize | undefined;
  /** The same ratio with an interval by whole districts; undefined of fewer than two on a side, or of several waves. */
  byDistrict: FixedEffectsEstimate | undefined;
  /** The ratio of a study published as percentages: without interval. */
  published: number | undefined;
  /** Undefined for a study that declares no weights. */
  harm: StudyHarm | undefined;
  sizes: StudySizes;
  displacement: StudyDisplacement | undefined;
  /** Events per 1,000 inhabitants and year. */
  rateDifference: DifferenceEstimate | undefined;
  equipment: StudyEquipment;
  geometry: StudyGeometry;
  comparability: ControlComparability;
  preTrend: PreTrend | undefined;
  design: StudyDesign;
  level: MarylandLevel;
  reasons: readonly Reason[];
  /** p-value adjusted for all studies of the page (Benjamini–Hochberg). */
  adjustedPValue: number | undefined;
  verdict: "refused" | "fell" | "rose" | "no-difference";
};

const significance = 0.05;
const nothingRegistered: StudyRegistry = {
  inhabitants: new Map(),
  installations: [],
  populations: [],
  outlines: new Map(),
};

/**
 * Reads declared studies against the counts of their districts, all of a page together, since each is one comparison
 * among those looked at.
 * Unit: ratios of events; above 1, events fell in the equipped districts relative to the controls. A study that breaks a
 * rule of evidence is refused whatever its figures say; its figures stay visible beside the reasons. Counts are by year:
 * the verdict leans on the wider of the doubled variance and of the districts' own dispersion where that is known, and on
 * p-values adjusted for the number of studies.
 */
export function evaluateStudies(
  studies: readonly EffectStudy[],
  cellsOf: (study: EffectStudy) => readonly StudyCell[],
  registry: Partial<StudyRegistry> = {},
): EvaluatedStudy[] {
  const known = { ...nothingRegistered, ...registry };
  const read = studies.map((study) => evaluate(study, cellsOf, known, studies.length));
  const tests = read.flatMap((study) =>
    study.effects.slice(0, 1).map(({ size }) => ({ study, pValue: size.pValue })),
  );
  const adjusted = benjaminiHochberg(tests.map(({ pValue }) => pValue));
  return read.map((one) => {
    const pValue = adjusted[tests.findIndex(({ study }) => study === one)];
    return { ...one, adjustedPValue: pValue, verdict: verdictOf(one, pValue) };
  });
}

function verdictOf(
  { reasons, effects }: Pick<EvaluatedStudy, "reasons" | "effects">,
  pValue: number | undefined,
): EvaluatedStudy["verdict"] {
  const [headline] = effects;
  if (!headline || reasons.some(({ kind }) => kind === "refusal")) return "refused";
  if (pValue === undefined || pValue >= significance) return "no-difference";
  return headline.size.ratio > 1 ? "fell" : "rose";
}

type Read = Omit<EvaluatedStudy, "adjustedPValue" | "verdict">;

function evaluate(
  study: EffectStudy,
  cellsOf: (study: EffectStudy) => readonly StudyCell[],
  registry: StudyRegistry,
  comparisons: number,
): Read {
  const cells = cellsOf(study);
  const years = studyYears(study, cells);
  const counts = studyCounts(years);
  const lengths = { before: yearsOfPhase(years, "before"), after: yearsOfPhase(years, "after") };
  const comparable = lengths.before > 0 && lengths.after > 0 ? counts : undefined;
  const sizes = studySizes(study, registry.inhabitants);
  const dispersion = comparable && ownDispersion(years);
  const leaned = leanedVarianceRule(dispersion?.kind === "known" ? dispersion.phi : undefined);
  const read = {
    study,
    years,
    counts: comparable,
    sizes,
    equipment: studyEquipment(study, registry.installations),
    geometry: studyGeometry(study, registry.outlines),
    comparability: controlComparability(study, cells, registry),
    preTrend: comparable && trendOf(years),
    dispersion,
    leaned,
  };
  const design = designOfStudy(read, comparisons);
  return {
    ...read,
    perInhabitant: comparable && perInhabitantOf(study, { ...read, counts: comparable }, registry),
    byDistrict: comparable && byDistrictOf(read, cells),
    published: publishedRatio(study),
    harm: studyHarm(study, cellsOf, {
      years: lengths,
      sizes,
      dispersion: dispersionOfRule(leaned),
    }),
    effects: comparable ? effectsOf(comparable, leaned, dispersion) : [],
    displacement: comparable && studyDisplacement(comparable, lengths, sizes, leaned),
    rateDifference:
      comparable && studyRateDifference(comparable, lengths, sizes, dispersionOfRule(leaned)),
    design,
    level: marylandLevel(design),
    reasons: reasonsNotToConclude(design),
  };
}

function effectsOf(
  counts: ControlledCounts,
  leaned: VarianceRule,
  dispersion: OwnDispersion | undefined,
): EvaluatedStudy["effects"] {
  const own: VarianceRule[] =
    dispersion?.kind === "known"
      ? [{ kind: "quasi-poisson", phi: Math.max(1, dispersion.phi) }]
      : [];
  const all: readonly VarianceRule[] = [
    { kind: "doubled" },
    ...own,
    { kind: "count-dependent" },
    { kind: "poisson" },
  ];
  const rules = [leaned, ...all.filter(({ kind }) => kind !== leaned.kind)];
  return rules.map((variance) => ({
    rule: variance.kind,
    size: relativeEffectSize(counts, { variance }),
  }));
}

function perInhabitantOf(
  study: EffectStudy,
  { counts, years, leaned }: Pick<Read, "years" | "leaned"> & { counts: ControlledCounts },
  { populations }: StudyRegistry,
): RelativeEffectSize | undefined {
  const exposures = studyExposures(study, years, populations);
  return exposures && relativeEffectSize(counts, { variance: leaned, exposures });
}

/** Districts equipped one after the other are no panel for effects of districts and years. */
function byDistrictOf(
  { study, years, equipment }: Pick<Read, "study" | "years" | "equipment">,
  cells: readonly StudyCell[],
): FixedEffectsEstimate | undefined {
  if (equipment.isStaggered) return undefined;
  const compared = years.filter(({ phase }) => phase !== "between");
  const rowOf = (district: string, isTreated: boolean) => ({
    isTreated,
    counts: compared.flatMap(
      ({ year }) =>
        cells.find((cell) => cell.district === district && cell.year === year)?.value ?? [],
    ),
  });
  return twoWayFixedEffects(
    [
      ...study.treated.map((district) => rowOf(district, true)),
      ...study.control.map((district) => rowOf(district, false)),
    ],
    compared.map(({ phase }) => phase === "after"),
  );
}

function publishedRatio({
  publishedTreatedChange: treated,
  publishedControlChange: control,
}: EffectStudy): number | undefined {
  return treated === undefined || control === undefined
    ? undefined
    : relativeEffectFromPercentages(treated, control);
}

function trendOf(years: readonly StudyYear[]): PreTrend | undefined {
  const before = years.flatMap(({ phase, treated, control }) =>
    phase === "before" && treated !== undefined && control !== undefined
      ? [{ treated, control }]
      : [],
  );
  return before.length < periodsForPreTrend.year ? undefined : preTrend(before, { grain: "year" });
}
