/** What must be known of a study before its figures may be called an effect. */
export type StudyDesign = {
  readonly treatedAreas: number;
  /** Control areas comparable in use, size and crime before. */
  readonly comparableControls: number;
  readonly randomised: boolean;
  /** Other differences between areas are measured and adjusted for. */
  readonly adjustedForCovariates: boolean;
  readonly monthsBefore: number;
  readonly monthsAfter: number;
  /** The same calendar months before and after. */
  readonly sameCalendarMonths: boolean;
  readonly preTrend: "not-examined" | "parallel" | "diverging";
  /** Yearly points before the start that the trends were compared on. */
  readonly preTrendYears: number;
  /** Lighting, patrols, works… in the areas during the study; `undated`: some, without a log of them. */
  readonly coInterventions: "not-logged" | "none" | "some" | "undated";
  /** What dates the start: the declared date of service, or a contract or vote that precedes it; `undated`: no day is given. */
  readonly startDate: "declared-service" | "contract" | "unknown" | "undated";
  /** The date of service lies within a period compared: the period before holds cameras, or the period after days without. */
  readonly startsWithinPeriods: boolean;
  /** The registry dates cameras of the treated areas, and none of the year of the start or of the year before. */
  readonly startContradicted: boolean;
  readonly bufferRing: boolean;
  /** Districts of a ring are near nothing that they should surround. */
  readonly ringApart: boolean;
  /** Controls, or their ring, are within the reach of what the treated areas move away. */
  readonly controlsNear: boolean;
  /** A control has another rate or another trend before than the treated areas. */
  readonly controlsUnlike: boolean;
  readonly chosenAfterPeak: "yes" | "no" | "unknown";
  /** Comparisons looked at, published or not. */
  readonly comparisons: number;
  readonly adjustedForComparisons: boolean;
  /** Treated areas equipped in several years while the study lasted. */
  readonly staggered: boolean;
  /** The registry has cameras that were put up in the control areas while the study lasted. */
  readonly controlsEquipped: boolean;
  readonly estimator: "four-counts" | "two-way-fixed-effects" | "staggered-adoption";
  /** Smallest expected count of the cells compared. */
  readonly smallestExpectedCount: number;
  /** Cells of the areas and periods compared that are not known, or too small to be shown. */
  readonly silentCells: number;
};

/** Maryland scientific methods scale. */
export type MarylandLevel = 1 | 2 | 3 | 4 | 5;

/**
 * Design quality on the Maryland scientific methods scale, 1 (weakest) to 5.
 *
 * 1: no measure before. 2: before and after, no comparable control. 3: before and after with a comparable control.
 * 4: several treated and control areas, other differences adjusted for. 5: areas drawn at random.
 * From 3 on a figure may be discussed as an effect. A draw without a measure before, or without control, counts for nothing.
 * Source: Sherman et al. 1998; Farrington, Gottfredson, Sherman & Welsh 2002.
 */
export function marylandLevel(design: StudyDesign): MarylandLevel {
  if (design.monthsBefore <= 0 || design.monthsAfter <= 0) return 1;
  if (design.comparableControls < 1) return 2;
  if (design.randomised) return 5;
  const several = design.treatedAreas > 1 && design.comparableControls > 1;
  return several && design.adjustedForCovariates ? 4 : 3;
}
