import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCents } from "#domain/money/split-cents.ts";

describe("an amount split in whole cents", () => {
  it("gives the cent left over to the earlier part on a tie", () => {
    expect(splitCents(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  it("gives the cents left over to the largest remainders (Hamilton, 1792)", () => {
    // Exact parts: 1.25, 2.75, 6 → the second one has the largest remainder.
    expect(splitCents(10, [125, 275, 600])).toEqual([1, 3, 6]);
  });

  it("splits a credit note like the amount it cancels", () => {
    expect(splitCents(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitCents(-1, [1, 0])).toEqual([-1, 0]);
  });

  it("gives nothing to a part without weight", () => {
    expect(splitCents(5, [0, 1])).toEqual([0, 5]);
  });

  it.each([[[]], [[0, 0]], [[2, -1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    "refuses the weights %j",
    (weights) => {
      expect(() => splitCents(100, weights)).toThrow(RangeError);
    },
  );

  it("refuses half a cent", () => {
    expect(() => splitCents(0.5, [1])).toThrow(RangeError);
  });

  it("always adds up, and never moves a part by a whole cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 }),
        (cents, weights) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0);
          fc.pre(whole > 0);
          const parts = splitCents(cents, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
          for (const [index, part] of parts.entries()) {
            expect(Math.abs(part - (cents * (weights[index] ?? 0)) / whole)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});
