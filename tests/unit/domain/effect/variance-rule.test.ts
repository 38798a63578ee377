import { describe, expect, it } from "vitest";
import {
  dispersionOfRule,
  leanedVarianceRule,
  recommendedVarianceRule,
} from "#domain/effect/variance-rule.ts";

const months = (count: number, value: number) =>
  Array.from({ length: count }, (_, i) => value + (i % 2));

describe("the recommended variance rule", () => {
  const year = { before: months(12, 6), after: months(12, 3) };

  it("is the study's own dispersion from 24 monthly counts in each area", () => {
    expect(recommendedVarianceRule([year, year])).toMatchObject({ kind: "quasi-poisson" });
  });

  it("is doubling from 23 months down, in either area", () => {
    const short = { before: months(12, 6), after: months(11, 3) };
    expect(recommendedVarianceRule([year, short])).toEqual({ kind: "doubled" });
  });

  it("is doubling where no event was recorded, or no area given", () => {
    const silent = { before: new Array<number>(12).fill(0), after: new Array<number>(12).fill(0) };
    expect(recommendedVarianceRule([silent, silent])).toEqual({ kind: "doubled" });
    expect(recommendedVarianceRule([])).toEqual({ kind: "doubled" });
  });
});

describe("the rule that a verdict leans on", () => {
  it("is the wider of doubling and of the study's own yearly dispersion, doubling where that is not known", () => {
    for (const [phi, dispersion] of [
      [undefined, 2],
      [0.4, 2],
      [2, 2],
      [2.7, 2.7],
    ] as const) {
      expect(dispersionOfRule(leanedVarianceRule(phi))).toBe(dispersion);
    }
    expect(leanedVarianceRule(2.7)).toEqual({ kind: "quasi-poisson", phi: 2.7 });
    expect(leanedVarianceRule(1.1)).toEqual({ kind: "doubled" });
  });
});
