import { describe, expect, it } from "vitest";
import { type EffectStudy, effectStudySchema } from "#domain/effect/effect-study.ts";
import { readHarmWeight } from "#domain/effect/harm-weight.ts";
import { studyHarm } from "#domain/effect/study-harm.ts";
import { studyCounts, studyYears } from "#domain/effect/study-years.ts";
import { weightedDisplacementDifference } from "#domain/effect/weighted-displacement-difference.ts";

const study = effectStudySchema.parse({
  reference: "S",
  titleFr: "S",
  titleEn: "S",
  definitionCode: "s",
  treated: ["a"],
  control: ["b"],
  ring: ["c"],
  controlRing: ["d"],
  beforeFrom: "2015-01-01",
  beforeTo: "2018-12-31",
  afterFrom: "2020-01-01",
  afterTo: "2021-12-31",
  harmWeights: ["theft = 3", "burglary=12,5"],
  harmSource: "An index",
});
const counts: Record<string, Record<string, [before: number, after: number]>> = {
  theft: { a: [100, 60], b: [90, 95], c: [40, 44], d: [30, 29] },
  burglary: { a: [20, 10], b: [25, 24], c: [11, 9], d: [12, 12] },
};
const cellsOf = ({ category = "" }: EffectStudy) =>
  Object.entries(counts[category] ?? {}).flatMap(([district, [before, after]]) =>
    [2015, 2016, 2017, 2018, 2019, 2020, 2021].map((year) => ({
      district,
      year,
      value: year < 2019 ? before : after,
    })),
  );
const sizes = { treated: 1000, control: 2000, ring: 500, controlRing: 500 };
const given = { years: { before: 4, after: 2 }, sizes, dispersion: 2 };

describe("the harm of a study", () => {
  it("is the sum of the differences of its categories, each times its harm", () => {
    const harm = studyHarm(study, cellsOf, given);
    const one = (category: string) => {
      const own = studyCounts(studyYears(study, cellsOf({ ...study, category })));
      if (!own?.ring || !own.controlRing) throw new Error("rings");
      return weightedDisplacementDifference(
        {
          treated: own.treated,
          control: own.control,
          displacementTreated: own.ring,
          displacementControl: own.controlRing,
        },
        {
          weights: { area: { control: 2, displacementControl: 1 }, time: { before: 4, after: 2 } },
          dispersion: 2,
        },
      );
    };
    const [theft, burglary] = [one("theft"), one("burglary")];
    expect(harm?.difference?.difference).toBeCloseTo(
      3 * theft.difference + 12.5 * burglary.difference,
      9,
    );
    expect(harm?.difference?.standardError).toBeCloseTo(
      Math.hypot(3 * theft.standardError, 12.5 * burglary.standardError),
      9,
    );
    expect(harm?.silent).toEqual([]);
  });

  it("leaves the rings out of every category where one category knows none", () => {
    const without = studyHarm(
      study,
      (one) => cellsOf(one).filter(({ district }) => one.category === "theft" || district !== "d"),
      given,
    );
    const none = studyHarm({ ...study, ring: [], controlRing: [] }, cellsOf, given);
    expect(without?.difference).toEqual(none?.difference);
  });

  it("is not computed without a category, or a period, and says which category", () => {
    const silent = { ...study, harmWeights: ["theft=3", "arson=40"] };
    expect(studyHarm(silent, cellsOf, given)).toMatchObject({
      difference: undefined,
      silent: ["arson"],
    });
    const noPeriod = { ...given, years: { before: 0, after: 2 } };
    expect(studyHarm(study, cellsOf, noPeriod)?.difference).toBeUndefined();
  });

  it("is nothing for a study that declares no weights", () => {
    const { harmWeights, harmSource, ...plain } = study;
    expect([harmWeights?.length, harmSource]).toEqual([2, "An index"]);
    expect(studyHarm(plain, cellsOf, given)).toBeUndefined();
  });
});

describe("a weight of harm", () => {
  it("is a category and points above 0", () => {
    expect(readHarmWeight("Vols = 12,5")).toEqual({ category: "Vols", harm: 12.5 });
    expect(readHarmWeight("a=b=2")).toEqual({ category: "a=b", harm: 2 });
    for (const wrong of ["Vols", "=3", "Vols=0", "Vols=-1", "Vols=x"])
      expect(readHarmWeight(wrong), wrong).toBeUndefined();
  });
});
