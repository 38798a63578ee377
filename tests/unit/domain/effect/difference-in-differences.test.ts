import { describe, expect, it } from "vitest";
import { differenceInDifferences } from "#domain/effect/difference-in-differences.ts";

const four = (a: number, b: number, c: number, d: number) => ({
  treated: { before: a, after: b },
  control: { before: c, after: d },
});

describe("the difference-in-differences of two rates", () => {
  it("is the time-weighted displacement difference without rings (ptools, published)", () => {
    const found = differenceInDifferences(four(80, 20, 100, 50), four(2, 1, 2, 1));
    expect(found.difference).toBeCloseTo(-20, 9);
    expect(found.standardError).toBeCloseTo(Math.sqrt(115), 9);
  });

  it("is −4 per month when treated falls from 10 to 5 and control from 8 to 7", () => {
    const found = differenceInDifferences(four(120, 60, 96, 84), four(12, 12, 12, 12));
    expect(found.difference).toBeCloseTo(-4, 12);
    expect(found.interval.high).toBeLessThan(0);
  });

  it("multiplies its variance by the dispersion, never by less than 1", () => {
    const [counts, exposures] = [four(120, 60, 96, 84), four(12, 12, 12, 12)];
    const plain = differenceInDifferences(counts, exposures).standardError;
    const error = (dispersion: number) =>
      differenceInDifferences(counts, exposures, { dispersion, level: 0.9 }).standardError;
    expect(error(4)).toBeCloseTo(2 * plain, 12);
    expect(error(0.2)).toBeCloseTo(plain, 12);
    expect(() => error(0)).toThrow("A dispersion must be a finite number above 0");
  });

  it("refuses counts and exposures no rate can be made of", () => {
    expect(() => differenceInDifferences(four(1, 1, -1, 1), four(1, 1, 1, 1))).toThrow(
      "The control area before must be a whole number",
    );
    expect(() => differenceInDifferences(four(1, 1, 1, 1), four(1, 0, 1, 1))).toThrow(
      "The exposure of the treated area after must be",
    );
  });
});
