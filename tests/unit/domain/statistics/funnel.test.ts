import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialFunnelLimits } from "#domain/statistics/binomial-funnel-limits.ts";
import { funnelLimits } from "#domain/statistics/funnel-limits.ts";
import {
  additiveInflation,
  additiveInflationOfShares,
  multiplicativeInflation,
  overDispersion,
  overDispersionOfShares,
} from "#domain/statistics/over-dispersion.ts";

/** Limits: Spiegelhalter 2005, appendix; expected values computed with SciPy 1.17. */
describe("the limits of a funnel plot", () => {
  it("are 3.775–16.160 and 1.221–20.662 around an expected count of 10", () => {
    const { warning, alarm } = funnelLimits(10, 1);
    expect(warning.low).toBeCloseTo(3.7751879, 6);
    expect(warning.high).toBeCloseTo(16.1599507, 6);
    expect(alarm.low).toBeCloseTo(1.2205293, 6);
    expect(alarm.high).toBeCloseTo(20.662001, 6);
  });

  it("are rates: half the counts when the exposure is 2", () => {
    const { warning, alarm } = funnelLimits(0.5, 2);
    expect(warning).toEqual({ low: 0, high: expect.closeTo(1.4509743, 6) });
    expect(alarm.high).toBeCloseTo(2.4338128, 6);
  });

  it("close in on the target as the exposure grows, and never cross 0", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (exposure) => {
        const [small, large] = [funnelLimits(3, exposure), funnelLimits(3, exposure * 4)];
        expect(small.alarm.low).toBeGreaterThanOrEqual(0);
        expect(small.alarm.low).toBeLessThanOrEqual(small.warning.low);
        expect(large.alarm.high).toBeLessThan(small.alarm.high);
      }),
    );
  });

  it("stand twice as far from the target when units vary twice as much", () => {
    const { warning } = funnelLimits(100, 1, 2);
    const plain = funnelLimits(100, 1).warning;
    expect(warning.high - 100).toBeCloseTo(2 * (plain.high - 100), 9);
    expect(100 - warning.low).toBeCloseTo(2 * (100 - plain.low), 9);
    expect(funnelLimits(4, 1, 5).warning.low).toBe(0);
  });

  it.each([
    [0, 1, 1, "A target rate"],
    [1, 0, 1, "An exposure"],
    [1, 1, 0, "An inflation"],
  ])("refuse a target of %d, an exposure of %d, an inflation of %d", (t, e, i, name) => {
    expect(() => funnelLimits(t, e, i)).toThrow(`${name} must be a finite number above 0; got 0.`);
  });
});

const units = [
  [5, 10],
  [30, 12],
  [12, 11],
  [9, 30],
  [22, 14],
  [3, 2],
  [40, 20],
  [8, 9],
  [17, 25],
  [2, 8],
  [11, 6],
].map(([count = 0, exposure = 0]) => ({ count, exposure }));

describe("over-dispersion between units", () => {
  it("gives φ = 5.7727 and τ² = 0.41528 with a tenth winsorised (NumPy, computed)", () => {
    const { phi, tauSquared } = overDispersion(units, 1);
    expect(phi).toBeCloseTo(5.772737767, 8);
    expect(tauSquared).toBeCloseTo(0.41527706, 8);
  });

  it("finds none where units all stand on the target", () => {
    const still = [
      { count: 10, exposure: 10 },
      { count: 20, exposure: 20 },
    ];
    expect(overDispersion(still, 1)).toEqual({ phi: 0, tauSquared: 0 });
  });

  it("never brings the limits nearer", () => {
    expect(multiplicativeInflation(0.4)).toBe(1);
    expect(multiplicativeInflation(4)).toBe(2);
    expect(additiveInflation(0, 1, 10)).toBe(1);
    expect(additiveInflation(0.3, 1, 10)).toBe(2);
    expect(additiveInflationOfShares(0, 0.5, 12)).toBe(1);
    // s² = 0.25 / 12, τ² three times as much.
    expect(additiveInflationOfShares(0.0625, 0.5, 12)).toBe(2);
  });

  it("needs two units, counts and exposures", () => {
    expect(() => overDispersion([], 1)).toThrow("Over-dispersion needs at least 2 entries; got 0.");
    expect(() => overDispersion(units, 0)).toThrow("A target rate");
    expect(() => overDispersion([...units, { count: 0.5, exposure: 1 }], 1)).toThrow("A count");
    expect(() => overDispersion([...units, { count: 5, exposure: 0 }], 1)).toThrow("An exposure");
    expect(() => multiplicativeInflation(-1)).toThrow("A dispersion");
    expect(() => additiveInflation(-1, 1, 1)).toThrow("A variance between units");
    expect(() => additiveInflation(1, 0, 1)).toThrow("A target rate");
    expect(() => additiveInflation(1, 1, 0)).toThrow("An exposure");
    expect(() => additiveInflationOfShares(-1, 0.5, 1)).toThrow("A variance between units");
    expect(() => additiveInflationOfShares(1, 1, 1)).toThrow("A target share");
    expect(() => additiveInflationOfShares(1, 0.5, 0)).toThrow("Trials");
  });
});

const rounding = 1e-9;

describe("the limits of a funnel plot of shares", () => {
  it("are 20.69–38.69 % and 16.03–44.16 % around 30 % of 100 cases (exact binomial, computed)", () => {
    const { warning, alarm } = binomialFunnelLimits(0.3, 100);
    expect(warning.low).toBeCloseTo(0.206902386, 8);
    expect(warning.high).toBeCloseTo(0.386912014, 8);
    expect(alarm.low).toBeCloseTo(0.160260747, 8);
    expect(alarm.high).toBeCloseTo(0.441562624, 8);
  });

  it("stay within 0 and 1, hold the target, and widen with the spread of the units", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (target, trials) => {
          const [plain, wide] = [1, 3].map((by) => binomialFunnelLimits(target, trials, by));
          expect(plain?.alarm.low).toBeGreaterThanOrEqual(0);
          expect(plain?.alarm.high).toBeLessThanOrEqual(1);
          // Where a limit is the target itself, they differ by the rounding of doubles.
          expect(plain?.alarm.low).toBeLessThanOrEqual(target + rounding);
          expect(plain?.alarm.high).toBeGreaterThanOrEqual(target - rounding);
          // With few trials an interpolated limit may lie on the other side of the target: it moves away from it too.
          const distance = (limits: typeof plain) =>
            Math.abs((limits?.warning.high ?? Number.NaN) - target);
          expect(distance(wide)).toBeGreaterThanOrEqual(distance(plain) - rounding);
        },
      ),
    );
  });

  it.each([
    [0, 10, "A target share"],
    [1, 10, "A target share"],
    [0.5, 0, "A number of trials"],
  ])("refuse a target of %d with %d trials", (target, trials, name) => {
    expect(() => binomialFunnelLimits(target, trials)).toThrow(name);
  });
});

describe("over-dispersion between shares", () => {
  const shares = [10, 30, 12, 28, 9, 31].map((count) => ({ count, exposure: 100 }));

  it("is the mean squared z-score with the binomial variance of chance", () => {
    const { phi } = overDispersionOfShares(shares, 0.2, 0);
    const squares = shares.map(({ count }) => (count / 100 - 0.2) ** 2 / 0.0016);
    expect(phi).toBeCloseTo(squares.reduce((sum, square) => sum + square, 0) / 6, 12);
  });

  it("is none between equal shares, and refuses a share above 1 or a certain target", () => {
    const alike = shares.map(() => ({ count: 20, exposure: 100 }));
    expect(overDispersionOfShares(alike, 0.2)).toEqual({ phi: 0, tauSquared: 0 });
    expect(() => overDispersionOfShares([{ count: 2, exposure: 1 }, ...alike], 0.2)).toThrow();
    expect(() => overDispersionOfShares(alike, 1)).toThrow("A target share");
    expect(() => overDispersionOfShares(alike.slice(1, 2), 0.2)).toThrow("at least 2");
  });
});
