import { describe, expect, it } from "vitest";
import { poolEstimates } from "#domain/statistics/pool-estimates.ts";

const sites = [
  { estimate: 0.2, variance: 0.01 },
  { estimate: 0.5, variance: 0.02 },
  { estimate: -0.1, variance: 0.015 },
  { estimate: 0.9, variance: 0.05 },
];

/** Expected values: NumPy, computed from DerSimonian & Laird 1986. */
describe("estimates of several sites, pooled", () => {
  it("fixed effect: 0.2380, variance 0.004225, Q = 19.958", () => {
    const pooled = poolEstimates(sites, "fixed");
    expect(pooled.estimate).toBeCloseTo(0.238028169, 9);
    expect(pooled.variance).toBeCloseTo(0.0042253521, 9);
    expect(pooled.heterogeneity).toBeCloseTo(19.957746479, 8);
    expect(pooled.z).toBeCloseTo(3.661819, 6);
    expect(pooled.interval.low).toBeCloseTo(0.1106252, 6);
    expect(pooled.interval.high).toBeCloseTo(0.3654311, 6);
  });

  it("random effects: 0.3400, variance 0.03146, τ² = 0.10379", () => {
    const pooled = poolEstimates(sites, "random");
    expect(pooled.estimate).toBeCloseTo(0.339984678, 8);
    expect(pooled.variance).toBeCloseTo(0.03146028, 8);
    expect(pooled.tauSquared).toBeCloseTo(0.103793103, 8);
  });

  it("multiplicative adjustment keeps the fixed mean and multiplies its variance by Q/3", () => {
    const pooled = poolEstimates(sites, "multiplicative");
    expect(pooled.estimate).toBeCloseTo(0.238028169, 9);
    expect(pooled.variance).toBeCloseTo(0.028109502, 8);
  });

  it("never narrows the interval because sites agree by luck", () => {
    const agreeing = [sites[0], sites[0], sites[0]].flatMap((site) => site ?? []);
    const fixed = poolEstimates(agreeing, "fixed");
    expect(poolEstimates(agreeing, "multiplicative").variance).toBe(fixed.variance);
    expect(poolEstimates(agreeing, "random").tauSquared).toBe(0);
  });

  it.each(["fixed", "random", "multiplicative"] as const)(
    "returns one site as it is (%s)",
    (model) => {
      const pooled = poolEstimates([{ estimate: 0.4, variance: 0.25 }], model);
      expect(pooled).toMatchObject({
        estimate: 0.4,
        variance: 0.25,
        tauSquared: 0,
        heterogeneity: 0,
      });
    },
  );

  it("refuses no site, a variance of 0 and an infinite estimate", () => {
    expect(() => poolEstimates([], "fixed")).toThrow("A pooled estimate needs at least 1 entries");
    expect(() => poolEstimates([{ estimate: 1, variance: 0 }], "fixed")).toThrow("A variance");
    expect(() =>
      poolEstimates([{ estimate: Number.POSITIVE_INFINITY, variance: 1 }], "fixed"),
    ).toThrow("An estimate must be a finite number; got Infinity.");
  });
});
