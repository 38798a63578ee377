import { describe, expect, it } from "vitest";
import {
  mayConclude,
  type ReasonCode,
  reasonsNotToConclude,
  rulesOfEvidence,
} from "#domain/effect/reasons-not-to-conclude.ts";
import { marylandLevel, type StudyDesign } from "#domain/effect/study-design.ts";

/** Nothing to say against it. */
const sound: StudyDesign = {
  treatedAreas: 1,
  comparableControls: 1,
  randomised: false,
  adjustedForCovariates: false,
  monthsBefore: 24,
  monthsAfter: 24,
  sameCalendarMonths: true,
  preTrend: "parallel",
  preTrendYears: 4,
  coInterventions: "none",
  startDate: "declared-service",
  startsWithinPeriods: false,
  startContradicted: false,
  bufferRing: true,
  ringApart: false,
  controlsNear: false,
  controlsUnlike: false,
  chosenAfterPeak: "no",
  comparisons: 1,
  adjustedForComparisons: false,
  staggered: false,
  controlsEquipped: false,
  estimator: "four-counts",
  smallestExpectedCount: 5,
  silentCells: 0,
};

const codes = (change: Partial<StudyDesign>) =>
  reasonsNotToConclude({ ...sound, ...change }).map((reason) => reason.code);

const cases: [Partial<StudyDesign>, ReasonCode[]][] = [
  [{}, []],
  [{ comparableControls: 0 }, ["no-comparable-control", "weak-design"]],
  [{ monthsBefore: 11 }, ["period-too-short"]],
  [{ monthsAfter: 0 }, ["weak-design", "period-too-short"]],
  [{ monthsAfter: 12 }, ["period-short"]],
  [{ monthsBefore: 23 }, ["period-short"]],
  [{ sameCalendarMonths: false }, ["different-months"]],
  [{ preTrend: "not-examined" }, ["pre-trend-not-examined"]],
  [{ preTrend: "diverging" }, ["pre-trend-diverging"]],
  [{ preTrendYears: 3 }, ["pre-trend-short"]],
  [{ preTrend: "not-examined", preTrendYears: 1 }, ["pre-trend-not-examined"]],
  [{ coInterventions: "not-logged" }, ["co-interventions-not-logged"]],
  [{ coInterventions: "undated" }, ["co-interventions-not-logged"]],
  [{ coInterventions: "some" }, ["co-interventions"]],
  [{ startDate: "contract" }, ["start-not-in-service"]],
  [{ startDate: "unknown" }, ["start-not-in-service"]],
  [{ startDate: "undated" }, ["start-not-in-service"]],
  [{ startsWithinPeriods: true }, ["start-within-periods"]],
  [{ startContradicted: true }, ["start-contradicted"]],
  [{ bufferRing: false }, ["no-buffer-ring"]],
  [{ ringApart: true }, ["ring-apart"]],
  [{ controlsNear: true }, ["controls-near"]],
  [{ controlsUnlike: true }, ["controls-unlike"]],
  [{ chosenAfterPeak: "yes" }, ["regression-to-the-mean"]],
  [{ chosenAfterPeak: "unknown" }, ["regression-to-the-mean"]],
  [{ comparisons: 2 }, ["comparisons-not-adjusted"]],
  [{ comparisons: 2, adjustedForComparisons: true }, []],
  [{ staggered: true, estimator: "two-way-fixed-effects" }, ["naive-staggered-estimator"]],
  [{ staggered: true, estimator: "staggered-adoption" }, []],
  [{ controlsEquipped: true }, ["controls-equipped"]],
  [{ smallestExpectedCount: 4.99 }, ["too-few-events"]],
  [{ silentCells: 1 }, ["silent-cells"]],
  [{ smallestExpectedCount: Number.NaN }, ["too-few-events"]],
];

describe("the reasons not to conclude", () => {
  it.each(cases)("of a sound study with %o are %o", (change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it("put refusals before warnings, and warnings alone let the page say effect", () => {
    expect(codes({ monthsAfter: 12, bufferRing: false })).toEqual([
      "no-buffer-ring",
      "period-short",
    ]);
    expect(mayConclude({ ...sound, monthsAfter: 12 })).toBe(true);
    expect(mayConclude({ ...sound, bufferRing: false })).toBe(false);
    expect(mayConclude(sound)).toBe(true);
  });

  it("say what would lift them", () => {
    const [reason] = reasonsNotToConclude({ ...sound, bufferRing: false });
    expect(reason?.requirement).toBe(rulesOfEvidence["no-buffer-ring"].requirement);
  });

  it("are each reached by a case here", () => {
    const reached = new Set(cases.flatMap(([, expected]) => expected));
    expect([...reached].sort()).toEqual(Object.keys(rulesOfEvidence).sort());
  });
});

describe("the Maryland scale (Sherman et al. 1998)", () => {
  const many = { treatedAreas: 3, comparableControls: 3 };
  it.each<[Partial<StudyDesign>, number]>([
    [{ monthsBefore: 0 }, 1],
    [{ monthsAfter: 0, randomised: true }, 1],
    [{ comparableControls: 0, randomised: true }, 2],
    [{}, 3],
    [many, 3],
    [{ adjustedForCovariates: true }, 3],
    [{ treatedAreas: 3, adjustedForCovariates: true }, 3],
    [{ ...many, adjustedForCovariates: true }, 4],
    [{ ...many, randomised: true }, 5],
  ])("puts a sound study with %o at level %d", (change, level) => {
    expect(marylandLevel({ ...sound, ...change })).toBe(level);
  });
});
