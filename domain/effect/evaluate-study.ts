import { isSmallCell } from "#domain/disclosure/small-cell-rule.ts";
import { benjaminiHochberg } from "#domain/statistics/benjamini-hochberg.ts";
import { type ControlledCounts, smallestExpectedCount } from "./controlled-counts.ts";
import type { EffectStudy } from "./effect-study.ts";
import { type PreTrend, periodsForPreTrend, preTrend } from "./pre-trend.ts";
import { type Reason, reasonsNotToConclude } from "./reasons-not-to-conclude.ts";
import { type RelativeEffectSize, relativeEffectSize } from "./relative-effect-size.ts";
import { type MarylandLevel, marylandLevel, type StudyDesign } from "./study-design.ts";
import type { VarianceRule } from "./variance-rule.ts";
import {
  type DisplacementQuotient,
  weightedDisplacementQuotient,
} from "./weighted-displacement-quotient.ts";

/** A count of what a study counts, in one district and year. A value that is not known is undefined. */
export type StudyCell = { district: string; year: number; value: number | undefined };

export type StudyYear = {
  year: number;
  phase: "before" | "between" | "after";
  treated: number | undefined;
  control: number | undefined;
  ring: number | undefined;
};

export type EvaluatedStudy = {
  study: EffectStudy;
  years: readonly StudyYear[];
  counts: (ControlledCounts & { ring: ControlledCounts["treated"] | undefined }) | undefined;
  /** The same ratio under each rule of variance; the first is the one that the verdict leans on. */
  effects: readonly { rule: VarianceRule["kind"]; size: RelativeEffectSize }[];
  /** The ring against the controls: below 1, events rose there relatively, as if they had moved. */
  ringEffect: RelativeEffectSize | undefined;
  /** Did events move to the ring, or did the ring gain too? Without a ring, or its counts: undefined. */
  displacement: DisplacementQuotient | undefined;
  preTrend: PreTrend | undefined;
  design: StudyDesign;
  level: MarylandLevel;
  reasons: readonly Reason[];
  /** p-value adjusted for all studies of the page (Benjamini–Hochberg). */
  adjustedPValue: number | undefined;
  verdict: "refused" | "fell" | "rose" | "no-difference";
};

/** Police-recorded facts: a yearly count of 5 or fewer is never shown (SSMSI). */
const threshold = 6;
const significance = 0.05;

/**
 * Reads declared studies against the counts of their districts, all of a page together, since each is one comparison
 * among those looked at.
 * Unit: ratios of events; above 1, events fell in the equipped districts relative to the controls. A study that breaks a
 * rule of evidence is refused whatever its figures say; its figures stay visible beside the reasons. The verdict leans on
 * the doubled variance unless the study has months of its own, and on p-values adjusted for the number of studies.
 */
export function evaluateStudies(
  studies: readonly EffectStudy[],
  cellsOf: (study: EffectStudy) => readonly StudyCell[],
): EvaluatedStudy[] {
  const read = studies.map((study) => evaluate(study, cellsOf(study), studies.length));
  const tested = read.filter(({ effects }) => effects.length > 0);
  const adjusted = benjaminiHochberg(tested.map(({ effects }) => effects[0]?.size.pValue ?? 1));
  return read.map((study) => {
    const pValue = adjusted[tested.indexOf(study)];
    return { ...study, adjustedPValue: pValue, verdict: verdictOf(study, pValue) };
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

function evaluate(study: EffectStudy, cells: readonly StudyCell[], comparisons: number): Read {
  const years = yearsOf(study, cells);
  const counts = countsOf(study, years);
  const trend = counts && trendOf(years);
  const design = designOf(study, years, counts, trend, comparisons);
  return {
    study,
    years,
    counts,
    effects: counts ? effectsOf(counts) : [],
    ...displacementOf(counts),
    preTrend: trend,
    design,
    level: marylandLevel(design),
    reasons: reasonsNotToConclude(design),
  };
}

function displacementOf(
  counts: EvaluatedStudy["counts"],
): Pick<EvaluatedStudy, "ringEffect" | "displacement"> {
  if (!counts?.ring) return { ringEffect: undefined, displacement: undefined };
  const { treated: response, control, ring: buffer } = counts;
  return {
    ringEffect: relativeEffectSize({ treated: buffer, control }),
    displacement: weightedDisplacementQuotient({ response, buffer, control }),
  };
}

function effectsOf(counts: ControlledCounts): EvaluatedStudy["effects"] {
  return (["doubled", "count-dependent", "poisson"] as const).map((rule) => ({
    rule,
    size: relativeEffectSize(counts, { variance: { kind: rule } }),
  }));
}

function yearsOf(study: EffectStudy, cells: readonly StudyCell[]): StudyYear[] {
  const first = Number(study.beforeFrom.slice(0, 4));
  const last = Number(study.afterTo.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const sum = (districts: readonly string[]) => sumOf(districts, year, cells);
    return {
      year,
      phase: phaseOf(study, year),
      treated: sum(study.treated),
      control: study.control.length > 0 ? sum(study.control) : undefined,
      ring: study.ring.length > 0 ? sum(study.ring) : undefined,
    };
  });
}

function phaseOf(study: EffectStudy, year: number): StudyYear["phase"] {
  if (`${year}-12-31` <= study.beforeTo) return "before";
  return `${year}-01-01` >= study.afterFrom ? "after" : "between";
}

/** Nothing is known of an area in a year as soon as one of its districts is silent, or too small to be shown. */
function sumOf(
  districts: readonly string[],
  year: number,
  cells: readonly StudyCell[],
): number | undefined {
  let sum = 0;
  for (const district of districts) {
    const cell = cells.find((known) => known.district === district && known.year === year);
    if (cell?.value === undefined || isSmallCell(cell.value, threshold)) return undefined;
    sum += cell.value;
  }
  return sum;
}

function countsOf(study: EffectStudy, years: readonly StudyYear[]): EvaluatedStudy["counts"] {
  const add = (area: "treated" | "control" | "ring") => {
    const total = (phase: StudyYear["phase"]) =>
      years
        .filter((year) => year.phase === phase)
        .reduce<number | undefined>(
          (sum, year) =>
            sum === undefined || year[area] === undefined ? undefined : sum + year[area],
          0,
        );
    const [before, after] = [total("before"), total("after")];
    return before === undefined || after === undefined ? undefined : { before, after };
  };
  const [treated, control] = [add("treated"), add("control")];
  if (!treated || !control) return undefined;
  return { treated, control, ring: study.ring.length > 0 ? add("ring") : undefined };
}

function trendOf(years: readonly StudyYear[]): PreTrend | undefined {
  const before = years.flatMap(({ phase, treated, control }) =>
    phase === "before" && treated !== undefined && control !== undefined
      ? [{ treated, control }]
      : [],
  );
  return before.length < periodsForPreTrend.year ? undefined : preTrend(before, { grain: "year" });
}

function designOf(
  study: EffectStudy,
  years: readonly StudyYear[],
  counts: ControlledCounts | undefined,
  trend: PreTrend | undefined,
  comparisons: number,
): StudyDesign {
  const months = (phase: StudyYear["phase"]) =>
    12 * years.filter((year) => year.phase === phase).length;
  const compared = years.filter(({ phase }) => phase !== "between");
  return {
    treatedAreas: study.treated.length,
    comparableControls: study.controlsComparable === "yes" ? study.control.length : 0,
    randomised: false,
    adjustedForCovariates: false,
    monthsBefore: months("before"),
    monthsAfter: months("after"),
    // Whole years on both sides hold the same months.
    sameCalendarMonths: months("before") > 0 && months("after") > 0,
    preTrend: trend === undefined ? "not-examined" : trend.diverges ? "diverging" : "parallel",
    coInterventions: study.coInterventions,
    startDate: study.startKind,
    bufferRing: study.ring.length > 0,
    chosenAfterPeak: study.chosenAfterPeak,
    comparisons,
    adjustedForComparisons: true,
    staggered: false,
    estimator: "four-counts",
    smallestExpectedCount: counts ? smallestExpectedCount(counts) : 0,
    silentCells: compared.filter(({ treated, control }) => {
      return treated === undefined || control === undefined;
    }).length,
  };
}
