import { describe, expect, it } from "vitest";
import { betaQuantile } from "#domain/statistics/beta-quantile.ts";
import { gammaQuantile } from "#domain/statistics/gamma-quantile.ts";
import { normalQuantile, twoSidedZ } from "#domain/statistics/normal-quantile.ts";
import { StatisticalInputError } from "#domain/statistics/statistical-input.ts";
import { twoSidedPValue } from "#domain/statistics/two-sided-p-value.ts";

/** SciPy 1.17 and mpmath at 40 digits, computed. */
describe("the special functions every interval stands on", () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.575829303548901],
    [0.5, 0],
    [0.001, -3.090232306167813],
  ])("normal quantile of %d is %d", (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 12);
  });

  it("takes 1.96 for a 95 % interval, both sides", () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(twoSidedPValue(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(twoSidedPValue(-1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(twoSidedPValue(0)).toBe(1);
  });

  it.each([
    [0.975, 0.5, 2.511943093657444],
    [0.975, 1000, 1062.9211512248878],
    [0.5, 100, 99.66686491931549],
    [0.025, 22, 13.78728287222961],
  ])("gamma quantile of %d, shape %d, is %d", (probability, shape, quantile) => {
    const found = gammaQuantile(probability, shape);
    expect(Math.abs(found / quantile - 1)).toBeLessThan(1e-7);
  });

  it.each([
    [0.995, 5000, 7000, 0.4282839470753705],
    [0.5, 0.5, 0.5, 0.5],
    [0.975, 0.5, 20.5, 0.116638982],
  ])("beta quantile of %d, shapes %d and %d, is %d", (probability, alpha, beta, quantile) => {
    expect(betaQuantile(probability, alpha, beta)).toBeCloseTo(quantile, 6);
  });

  it("refuses a probability of 0 or 1 and a shape of 0", () => {
    expect(() => normalQuantile(0)).toThrow(StatisticalInputError);
    expect(() => gammaQuantile(0.5, 0)).toThrow(
      "The shape of a gamma law must be a finite number above 0; got 0.",
    );
    expect(() => betaQuantile(1, 1, 1)).toThrow("A probability must lie between 0 and 1");
    expect(() => betaQuantile(0.5, 0, 1)).toThrow("The first shape of a beta law");
    expect(() => betaQuantile(0.5, 1, Number.NaN)).toThrow("The second shape of a beta law");
  });
});
