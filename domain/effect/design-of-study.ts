import type { ControlComparability } from "./control-comparability.ts";
import { smallestExpectedCount } from "./controlled-counts.ts";
import type { EffectStudy } from "./effect-study.ts";
import type { PreTrend } from "./pre-trend.ts";
import type { StudyDesign } from "./study-design.ts";
import type { StudyEquipment } from "./study-equipment.ts";
import type { StudyGeometry } from "./study-geometry.ts";
import { type StudyCounts, type StudyYear, yearsOfPhase } from "./study-years.ts";

type KnownOfStudy = {
  readonly study: EffectStudy;
  readonly years: readonly StudyYear[];
  readonly counts: StudyCounts | undefined;
  readonly preTrend: PreTrend | undefined;
  readonly equipment: StudyEquipment;
  readonly geometry: StudyGeometry;
  readonly comparability: ControlComparability;
};

/** A kind of date without the date proves nothing. */
function startDateOf({ startedOn, startKind }: EffectStudy): StudyDesign["startDate"] {
  return startKind === "declared-service" && startedOn === undefined ? "undated" : startKind;
}

/** Only a date of service can be held against the periods: what a contract dates comes later. */
function startsWithinPeriods({ startedOn, startKind, beforeTo, afterFrom }: EffectStudy): boolean {
  if (startKind !== "declared-service" || startedOn === undefined) return false;
  return startedOn <= beforeTo || startedOn > afterFrom;
}

/**
 * What is known of a study's design: what it declares, what its counts allow and what the registry says of it.
 * Counts are by year: months are twelve times the whole years compared.
 */
export function designOfStudy(
  { study, years, counts, preTrend: trend, equipment, geometry, comparability }: KnownOfStudy,
  comparisons: number,
): StudyDesign {
  const months = (phase: StudyYear["phase"]) => 12 * yearsOfPhase(years, phase);
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
    preTrendYears: yearsOfPhase(years, "before"),
    // Measures that nobody dated are no log.
    coInterventions:
      study.coInterventions === "some" && study.otherMeasures === undefined
        ? "undated"
        : study.coInterventions,
    startDate: startDateOf(study),
    startsWithinPeriods: startsWithinPeriods(study),
    startContradicted: equipment.isStartContradicted,
    bufferRing: study.ring.length > 0,
    ringApart: geometry.apart.length > 0,
    controlsNear: geometry.near.length > 0,
    controlsUnlike: comparability.controls.some(({ differs }) => differs.length > 0),
    chosenAfterPeak: study.chosenAfterPeak,
    comparisons,
    adjustedForComparisons: true,
    staggered: equipment.isStaggered,
    controlsEquipped: equipment.areas.control.during > 0,
    estimator: "four-counts",
    smallestExpectedCount: counts ? smallestExpectedCount(counts) : 0,
    silentCells: compared.filter(({ treated, control }) => {
      return treated === undefined || control === undefined;
    }).length,
  };
}
