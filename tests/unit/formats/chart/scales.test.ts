import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearScale, logScale } from "#formats/chart/scales.ts";
import { fitText, textWidth, wrapText } from "#formats/chart/svg-text.ts";

describe("a linear scale", () => {
  it("ends on round numbers", () => {
    expect(linearScale([0, 1180], [100, 0]).ticks).toEqual([0, 250, 500, 750, 1000, 1250]);
  });

  it("has no half between two counts, and keeps the fractions of what is no count", () => {
    expect(linearScale([0, 2], [100, 0]).ticks).toEqual([0, 1, 2]);
    expect(linearScale([0, 1, undefined], [100, 0]).ticks).toEqual([0, 1]);
    expect(linearScale([0, 1.2], [100, 0]).ticks).toContain(0.5);
  });

  it("does not waste room below a shallow negative side", () => {
    expect(linearScale([-60, 1200], [100, 0]).domain[0]).toBe(-60);
  });

  it("is finite, ordered and within its range for any numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.double(), fc.boolean(), (values, value, fromZero) => {
        for (const scale of [
          linearScale(values, [0, 300], { fromZero }),
          logScale(values, [0, 300]),
        ]) {
          expect(scale.at(value)).toBeGreaterThanOrEqual(-1e-6);
          expect(scale.at(value)).toBeLessThanOrEqual(300.000001);
          expect(scale.ticks.length).toBeGreaterThan(0);
          expect(scale.ticks.length).toBeLessThan(20);
          expect(scale.ticks.every(Number.isFinite)).toBe(true);
          expect(scale.ticks).toEqual(scale.ticks.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

describe("a logarithmic scale", () => {
  it("sets equal ratios equally apart", () => {
    const { at } = logScale([1, 100], [0, 200]);
    expect(at(10) - at(1)).toBeCloseTo(at(100) - at(10));
  });

  it("has ticks at 1 and 3 where there are few decades", () => {
    expect(logScale([100, 2000], [0, 300]).ticks).toEqual([100, 300, 1000, 3000]);
  });

  it("has closer ticks where all values are near one another, as ratios about 1 are", () => {
    expect(logScale([0.72, 1.51], [0, 300]).ticks).toEqual([0.7, 1, 1.5, 2]);
    expect(logScale([1, 4.99], [0, 300]).ticks).toEqual([1, 1.5, 2, 3, 5]);
    expect(logScale([1, 5], [0, 300]).ticks).toEqual([1, 3, 10]);
  });
});

describe("text", () => {
  it("fits where it is said to fit", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 220 }),
        fc.integer({ min: 30, max: 400 }),
        (words, width) => {
          expect(textWidth(fitText(words, width))).toBeLessThanOrEqual(width);
          for (const line of wrapText(words, width, 3))
            expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(wrapText(words, width, 3).length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});
