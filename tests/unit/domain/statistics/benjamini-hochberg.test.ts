import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "#domain/statistics/benjamini-hochberg.ts";

describe("p-values adjusted for many comparisons", () => {
  it("gives SciPy's false discovery adjustment, in the order given (computed)", () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.8]);
    [0.025, 0.05, 0.05, 0.025, 0.8].forEach((p, i) => {
      expect(adjusted[i]).toBeCloseTo(p, 12);
    });
  });

  it("leaves one comparison alone and an empty family empty", () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("never makes a comparison more significant", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { maxLength: 20 }), (values) => {
        const adjusted = benjaminiHochberg(values);
        values.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses %d as a p-value", (p) => {
    expect(() => benjaminiHochberg([p])).toThrow(`A p-value must lie between 0 and 1; got ${p}.`);
  });
});
