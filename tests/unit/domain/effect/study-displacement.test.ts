import { describe, expect, it } from "vitest";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import {
  studyDisplacement,
  studyRateDifference,
  studySizes,
} from "#domain/effect/study-displacement.ts";
import type { StudyCounts } from "#domain/effect/study-years.ts";

const unknown = {
  treated: undefined,
  control: undefined,
  ring: undefined,
  controlRing: undefined,
};
/** The counts of Wheeler & Ratcliffe 2018: −118, standard error √1568 (verified from ptools). */
const counts: StudyCounts = {
  treated: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  ring: { before: 178, after: 157 },
  controlRing: { before: 150, after: 140 },
};
const paper = { difference: -118, error: Math.sqrt(1568) };
const oneYear = { before: 1, after: 1 };

describe("the displacement of a study", () => {
  it("is the published difference where periods are a year and sizes are not known (Wheeler & Ratcliffe 2018)", () => {
    const found = studyDisplacement(counts, oneYear, unknown);
    expect(found).toMatchObject({ hasRings: true, isScaled: false });
    expect(found.poissonDifference.difference).toBe(paper.difference);
    expect(found.poissonDifference.standardError).toBeCloseTo(paper.error, 6);
    expect(found.difference.difference).toBe(paper.difference);
    expect(found.difference.standardError).toBeCloseTo(paper.error * Math.SQRT2, 6);
  });

  it("is by year, whatever the length of the periods", () => {
    const found = studyDisplacement(counts, { before: 4, after: 4 }, unknown);
    expect(found.difference.difference).toBeCloseTo(-118 / 4, 10);
  });

  it("holds a control twice as large for what it is: a fall in proportion to size is none", () => {
    const fall: StudyCounts = {
      treated: { before: 100, after: 90 },
      control: { before: 200, after: 180 },
      ring: { before: 50, after: 45 },
      controlRing: { before: 25, after: 22.5 * 2 - 22 },
    };
    const sizes = { treated: 1000, control: 2000, ring: 600, controlRing: 300 };
    const found = studyDisplacement({ ...fall, ring: undefined }, oneYear, sizes);
    expect(found).toMatchObject({ isScaled: true, hasRings: false, quotient: undefined });
    expect(found.difference.difference).toBeCloseTo(0, 10);
    const withRings = studyDisplacement(fall, oneYear, sizes);
    // −10 + 20/2 in the areas, −5 + 2/0.5 in the rings.
    expect(withRings.difference.difference).toBeCloseTo(-1, 10);
  });

  it("leaves a ring out where the controls have none", () => {
    const found = studyDisplacement({ ...counts, controlRing: undefined }, oneYear, unknown);
    expect(found.hasRings).toBe(false);
    expect(found.quotient?.kind).toBe("interpretable");
    expect(found.ringEffect?.ratio).toBeGreaterThan(1);
  });

  it("scales nothing when the size of one ring is missing", () => {
    const sizes = { treated: 1000, control: 2000, ring: 600, controlRing: undefined };
    expect(studyDisplacement(counts, oneYear, sizes).isScaled).toBe(false);
  });
});

describe("the difference of rates of a study", () => {
  it("is by 1,000 inhabitants and year, its variance doubled", () => {
    const four: StudyCounts = {
      ...counts,
      treated: { before: 100, after: 60 },
      control: { before: 80, after: 80 },
    };
    const found = studyRateDifference(four, oneYear, { ...unknown, treated: 2000, control: 4000 });
    expect(found?.difference).toBeCloseTo(-20, 10);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(2 * (160 / 4 + 160 / 16)), 10);
  });

  it("is not known without inhabitants", () => {
    expect(studyRateDifference(counts, oneYear, unknown)).toBeUndefined();
    expect(studyRateDifference(counts, oneYear, { ...unknown, treated: 2 })).toBeUndefined();
  });
});

describe("the size of the areas of a study", () => {
  const study = { treated: ["a", "b"], control: ["c"], ring: [], controlRing: ["d"] };

  it("is that of all their districts, or not known", () => {
    const inhabitants = new Map([
      ["a", 10],
      ["b", 20],
      ["c", 5],
    ]);
    expect(studySizes(study as unknown as EffectStudy, inhabitants)).toEqual({
      treated: 30,
      control: 5,
      ring: undefined,
      controlRing: undefined,
    });
    inhabitants.delete("b");
    expect(studySizes(study as unknown as EffectStudy, inhabitants).treated).toBeUndefined();
  });
});
