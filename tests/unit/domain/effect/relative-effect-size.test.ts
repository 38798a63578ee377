import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestExpectedCount } from "#domain/effect/controlled-counts.ts";
import {
  relativeEffectFromPercentages,
  relativeEffectSize,
} from "#domain/effect/relative-effect-size.ts";

const counts = (a: number, b: number, c: number, d: number) => ({
  treated: { before: a, after: b },
  control: { before: c, after: d },
});
/** Gill & Spriggs 2005; counts recalled, not source-checked. */
const hawkeye = counts(794, 214, 12_590, 11_335);

describe("the relative effect size", () => {
  it.each([
    ["poisson", 2.87, 3.89],
    ["doubled", 2.69, 4.15],
  ] as const)("of Hawkeye runs %s from %d to %d (computed)", (kind, low, high) => {
    const { interval } = relativeEffectSize(hawkeye, { variance: { kind } });
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it("doubles the variance unless told otherwise", () => {
    expect(relativeEffectSize(hawkeye)).toEqual(
      relativeEffectSize(hawkeye, { variance: { kind: "doubled" } }),
    );
  });

  it("multiplies the Poisson variance by the study's own dispersion, never by less than 1", () => {
    const plain = relativeEffectSize(hawkeye, { variance: { kind: "poisson" } });
    const own = (phi: number) =>
      relativeEffectSize(hawkeye, { variance: { kind: "quasi-poisson", phi } });
    expect(own(3).variance).toBeCloseTo(3 * plain.variance, 12);
    expect(own(0.4).variance).toBeCloseTo(plain.variance, 12);
    expect(() => own(0)).toThrow("A dispersion must be a finite number above 0; got 0.");
  });

  it("is 2 when control doubled what treated kept, and reads −50 % (Welsh & Farrington 2002)", () => {
    const effect = relativeEffectSize(counts(100, 100, 100, 200));
    expect(effect.ratio).toBeCloseTo(2, 12);
    expect(effect.percentage.point).toBeCloseTo(-50, 12);
    expect(effect.percentage.low).toBeLessThan(-50);
    expect(effect.percentage.high).toBeGreaterThan(-50);
    expect(effect.z).toBeGreaterThan(0);
  });

  it("divides by exposures and keeps the variance of the raw counts (Jones 2005)", () => {
    const halved = relativeEffectSize(counts(100, 60, 100, 100), {
      exposures: counts(24, 12, 24, 24),
    });
    const plain = relativeEffectSize(counts(100, 60, 100, 100));
    expect(halved.ratio).toBeCloseTo(100 / 120, 12);
    expect(halved.variance).toBe(plain.variance);
    const same = relativeEffectSize(counts(100, 60, 100, 100), { exposures: counts(12, 12, 9, 9) });
    expect(same.ratio).toBeCloseTo(plain.ratio, 12);
  });

  it("adds half an event to all four when one is 0, and says so", () => {
    const effect = relativeEffectSize(counts(10, 0, 10, 10), { variance: { kind: "poisson" } });
    expect(effect.zeroCorrected).toBe(true);
    expect(effect.ratio).toBeCloseTo(21, 12);
    expect(effect.variance).toBeCloseTo(3 / 10.5 + 2, 12);
  });

  it("turns over when treated and control change places", () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const [one, other] = [
          relativeEffectSize(counts(a, b, c, d)),
          relativeEffectSize(counts(c, d, a, b)),
        ];
        expect(one.logarithm).toBeCloseTo(-other.logarithm, 9);
        expect(one.pValue).toBeCloseTo(other.pValue, 9);
        expect(one.interval.low).toBeLessThanOrEqual(one.ratio);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.ratio);
      }),
    );
  });

  it.each([
    [counts(-1, 1, 1, 1), "The treated area before must be a whole number"],
    [counts(1, 1, 1, 1.5), "The control area after must be a whole number"],
  ])("refuses what is not a count", (four, sentence) => {
    expect(() => relativeEffectSize(four)).toThrow(sentence);
  });

  it("refuses an exposure of 0", () => {
    const exposures = counts(12, 12, 0, 12);
    expect(() => relativeEffectSize(counts(1, 1, 1, 1), { exposures })).toThrow(
      "The exposure of the control area before must be a finite number above 0; got 0.",
    );
  });
});

describe("the relative effect size of published percentages", () => {
  it("is 1.72 for −43 % and −2 % (Stoke-on-Trent lighting, Painter & Farrington 1999, recalled)", () => {
    expect(relativeEffectFromPercentages(-43, -2)).toBeCloseTo(1.72, 2);
  });

  it.each([
    [-100, 0],
    [0, -100],
    [Number.NaN, 0],
  ])("refuses %d %% and %d %%", (treated, control) => {
    expect(() => relativeEffectFromPercentages(treated, control)).toThrow(
      "A change must stay above −100 %",
    );
  });
});

describe("the smallest expected count", () => {
  it("is row total × column total / total, of the smaller row and column", () => {
    expect(smallestExpectedCount(counts(4, 2, 10, 14))).toBeCloseTo((6 * 14) / 30, 12);
    expect(smallestExpectedCount(counts(10, 14, 2, 4))).toBeCloseTo((6 * 12) / 30, 12);
  });
  it("is 0 when nothing happened", () => {
    expect(smallestExpectedCount(counts(0, 0, 0, 0))).toBe(0);
  });
});
