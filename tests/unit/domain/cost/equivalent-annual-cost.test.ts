import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equivalentAnnualCost } from "#domain/cost/equivalent-annual-cost.ts";

describe("equivalent annual cost", () => {
  it("is €4,290.64 for €36,600 at 3 % over 10 years (vector eac, reference implementation: computed, not published)", () => {
    expect(equivalentAnnualCost(36_600, 0.03, 10)).toBeCloseTo(4290.64, 2);
  });

  it("is €7,991.78 for €36,600 at 3 % over 5 years (domain reference § 3.1: recomputed)", () => {
    expect(equivalentAnnualCost(36_600, 0.03, 5)).toBeCloseTo(7991.78, 2);
  });

  it.each([
    [5, 14_720],
    [7, 12_628.57],
    [10, 11_060],
  ])(
    "without interest over %d years, with €7,400 of running cost, is €%d per camera-year (domain reference § 3.1: recomputed)",
    (life, perCameraYear) => {
      expect(equivalentAnnualCost(36_600, 0, life) + 7400).toBeCloseTo(perCameraYear, 2);
    },
  );

  it("comes down to the straight line as the rate vanishes", () => {
    expect(equivalentAnnualCost(36_600, 1e-12, 10)).toBeCloseTo(3660, 6);
  });

  it("pays back what was invested: its present value is the capital", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.double({ min: 0.0001, max: 0.3, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (capital, rate, life) => {
          const annuity = equivalentAnnualCost(capital, rate, life);
          let owed = capital;
          for (let year = 0; year < life; year++) owed = owed * (1 + rate) - annuity;
          expect(Math.abs(owed) / (capital * (1 + rate) ** life)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it.each([
    [-0.01, 10],
    [Number.NaN, 10],
    [0.03, 0],
    [0.03, Number.NaN],
  ])("refuses a rate of %d over %d years", (rate, life) => {
    expect(() => equivalentAnnualCost(1, rate, life)).toThrow(RangeError);
  });
});
