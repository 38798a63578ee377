import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCountsExactly } from "#domain/statistics/compare-counts-exactly.ts";
import { eTest } from "#domain/statistics/e-test.ts";

describe("the E-test of two Poisson counts", () => {
  it.each([
    [60, 51, 51_477.5, 54_308.7, 0.25819952639726845],
    [0, 3, 1, 1, 0.08837900945483518],
  ])("gives SciPy's p-value for %d and %d over %d and %d (computed)", (a, b, first, second, p) => {
    expect(eTest(a, b, { first, second })).toBeCloseTo(p, 9);
  });

  it("sees no difference between two zeros or two equal counts", () => {
    expect(eTest(0, 0)).toBe(1);
    expect(eTest(7, 7)).toBeCloseTo(1, 12);
  });

  it("does not depend on which count comes first", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (a, b) => {
        expect(eTest(a, b)).toBeCloseTo(eTest(b, a), 12);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the exact comparison of two Poisson counts", () => {
  it("gives p = 0.2891 for 6 and 2 (SciPy 1.17, computed)", () => {
    expect(compareCountsExactly(6, 2).pValue).toBeCloseTo(0.2890625, 10);
    expect(compareCountsExactly(6, 2).ratio).toBe(3);
  });

  it("weighs unequal exposures: 11 in 800 months against 23 in 3,000 (SciPy 1.17, computed)", () => {
    const { ratio, interval, pValue } = compareCountsExactly(11, 23, { first: 800, second: 3000 });
    expect(ratio).toBeCloseTo(1.793478, 6);
    expect(pValue).toBeCloseTo(0.137168692, 8);
    expect(interval.low).toBeCloseTo(0.789311, 6);
    expect(interval.high).toBeCloseTo(3.82982, 5);
  });

  it("has no ratio and no upper bound against a zero", () => {
    const comparison = compareCountsExactly(3, 0);
    expect(comparison.ratio).toBeUndefined();
    expect(comparison.interval.high).toBe(Number.POSITIVE_INFINITY);
    expect(comparison.pValue).toBeCloseTo(0.25, 12);
  });

  it("learns nothing from two zeros", () => {
    expect(compareCountsExactly(0, 0)).toEqual({
      interval: { low: 0, high: Number.POSITIVE_INFINITY },
      pValue: 1,
    });
  });

  it("finds 0 against 5,000 as good as impossible", () => {
    expect(compareCountsExactly(0, 5000).pValue).toBe(0);
    expect(compareCountsExactly(0, 5000).ratio).toBe(0);
  });

  it.each([
    [-1, 1, 1, 1, "The first count must be a whole number"],
    [1, 0.5, 1, 1, "The second count must be a whole number"],
    [1, 1, 0, 1, "The first exposure must be a finite number above 0"],
    [1, 1, 1, Number.NaN, "The second exposure must be a finite number above 0"],
  ])("refuses %d and %d over %d and %d", (a, b, first, second, sentence) => {
    expect(() => compareCountsExactly(a, b, { first, second })).toThrow(sentence);
    expect(() => eTest(a, b, { first, second })).toThrow(sentence);
  });
});
