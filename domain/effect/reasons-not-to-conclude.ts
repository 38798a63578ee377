import { bufferMetres } from "#domain/indicator/comparison-area.ts";
import { largestRateRatio } from "./control-comparability.ts";
import { preferredYearsForPreTrend } from "./pre-trend.ts";
import { marylandLevel, type StudyDesign } from "./study-design.ts";

/** `refusal`: no effect may be named. `warning`: it may be, with the warning beside it. */
export type ReasonKind = "refusal" | "warning";

export type Reason = {
  readonly code: ReasonCode;
  readonly kind: ReasonKind;
  /** What would lift it, for the methodology page. */
  readonly requirement: string;
};

type Rule = {
  readonly kind: ReasonKind;
  readonly requirement: string;
  readonly applies: (design: StudyDesign) => boolean;
};

/** Shortest period on each side, months. */
export const minimumMonths = 12;
/** Period on each side that lets seasons repeat, months. */
export const preferredMonths = 24;
/** Smallest expected count per cell that a comparison may stand on. */
export const minimumExpectedCount = 5;

/**
 * The rules of evidence, as data. Source: Welsh & Farrington's inclusion rules (control area, 12 months), Maryland scale,
 * Wheeler & Ratcliffe 2018 (rings), Goodman-Bacon 2021 (staggered adoption), Benjamini & Hochberg 1995.
 */
export const rulesOfEvidence = {
  "no-comparable-control": {
    kind: "refusal",
    requirement: "At least one comparable control area.",
    applies: (design) => design.comparableControls < 1,
  },
  "weak-design": {
    kind: "refusal",
    requirement: "Level 3 or more on the Maryland scale: before and after, with control.",
    applies: (design) => marylandLevel(design) < 3,
  },
  "period-too-short": {
    kind: "refusal",
    requirement: "At least 12 months before and 12 months after.",
    applies: (design) => shortestPeriod(design) < minimumMonths,
  },
  "period-short": {
    kind: "warning",
    requirement: "24 months before and 24 months after are preferred.",
    applies: (design) =>
      shortestPeriod(design) >= minimumMonths && shortestPeriod(design) < preferredMonths,
  },
  "different-months": {
    kind: "refusal",
    requirement: "The same calendar months before and after: crime has seasons.",
    applies: (design) => !design.sameCalendarMonths,
  },
  "pre-trend-not-examined": {
    kind: "refusal",
    requirement:
      "The trends of both areas before the start, plotted: two years at least, since counts by month are not published by district.",
    applies: (design) => design.preTrend === "not-examined",
  },
  "pre-trend-diverging": {
    kind: "refusal",
    requirement: "Areas that were not already moving apart before the start.",
    applies: (design) => design.preTrend === "diverging",
  },
  "pre-trend-short": {
    kind: "warning",
    requirement: `Trends over at least ${preferredYearsForPreTrend} years before: over fewer, only a strong divergence is seen.`,
    applies: (design) =>
      design.preTrend !== "not-examined" && design.preTrendYears < preferredYearsForPreTrend,
  },
  "co-interventions-not-logged": {
    kind: "refusal",
    requirement: "A dated log of lighting, patrols and works in the areas during the study.",
    applies: ({ coInterventions }) =>
      coInterventions === "not-logged" || coInterventions === "undated",
  },
  "co-interventions": {
    kind: "warning",
    requirement: "No other measure at the same time; otherwise its effect cannot be told apart.",
    applies: (design) => design.coInterventions === "some",
  },
  "start-not-in-service": {
    kind: "refusal",
    requirement: "The declared date of service, to the day, not that of a contract or a vote.",
    applies: (design) => design.startDate !== "declared-service",
  },
  "start-within-periods": {
    kind: "refusal",
    requirement:
      "A service that starts once the period before has ended, on the first day of the period after at the latest.",
    applies: (design) => design.startsWithinPeriods,
  },
  "start-contradicted": {
    kind: "warning",
    requirement:
      "Cameras that the registry dates from the year of the start, or from the year before.",
    applies: (design) => design.startContradicted,
  },
  "no-buffer-ring": {
    kind: "refusal",
    requirement: "A ring around the areas, to see whether crime moved.",
    applies: (design) => !design.bufferRing,
  },
  "ring-apart": {
    kind: "refusal",
    requirement: `Districts around that come within ${bufferMetres} metres of those they surround.`,
    applies: (design) => design.ringApart,
  },
  "controls-near": {
    kind: "refusal",
    requirement: `Controls, and districts around them, farther than ${bufferMetres} metres from the treated areas.`,
    applies: (design) => design.controlsNear,
  },
  "controls-unlike": {
    kind: "warning",
    requirement: `Controls whose rate before is within a factor of ${largestRateRatio} of the treated areas', and that do not part from them.`,
    applies: (design) => design.controlsUnlike,
  },
  "regression-to-the-mean": {
    kind: "warning",
    requirement: "A site not chosen after a peak, or a control chosen after the same peak.",
    applies: (design) => design.chosenAfterPeak !== "no",
  },
  "comparisons-not-adjusted": {
    kind: "refusal",
    requirement: "P-values adjusted for the number of comparisons (Benjamini–Hochberg).",
    applies: (design) => design.comparisons > 1 && !design.adjustedForComparisons,
  },
  "naive-staggered-estimator": {
    kind: "refusal",
    requirement:
      "Areas equipped in one go, or an estimator made for areas equipped at different dates.",
    applies: (design) => design.staggered && design.estimator !== "staggered-adoption",
  },
  "controls-equipped": {
    kind: "warning",
    requirement:
      "Control areas that were not equipped too: the comparison is then between more and fewer cameras.",
    applies: (design) => design.controlsEquipped,
  },
  "silent-cells": {
    kind: "refusal",
    requirement:
      "Every count of the areas and periods compared, known and large enough to be shown.",
    applies: (design) => design.silentCells > 0,
  },
  "too-few-events": {
    kind: "refusal",
    requirement: "At least 5 events expected in each cell compared.",
    applies: (design) => !(design.smallestExpectedCount >= minimumExpectedCount),
  },
} as const satisfies Record<string, Rule>;

export type ReasonCode = keyof typeof rulesOfEvidence;

/**
 * Every reason a study gives not to conclude, refusals first. An empty list lets the page say "effect".
 * Edge case: what is unknown counts against the study, never for it.
 */
export function reasonsNotToConclude(design: StudyDesign): Reason[] {
  const rules = Object.entries(rulesOfEvidence) as [ReasonCode, Rule][];
  const reasons = rules
    .filter(([, rule]) => rule.applies(design))
    .map(([code, { kind, requirement }]) => ({ code, kind, requirement }));
  return [
    ...reasons.filter((reason) => reason.kind === "refusal"),
    ...reasons.filter((reason) => reason.kind === "warning"),
  ];
}

/** True when nothing forbids the word "effect"; warnings may remain. */
export function mayConclude(design: StudyDesign): boolean {
  return reasonsNotToConclude(design).every((reason) => reason.kind === "warning");
}

function shortestPeriod(design: StudyDesign): number {
  return Math.min(design.monthsBefore, design.monthsAfter);
}
