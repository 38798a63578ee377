import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { straightLine } from "#domain/cost/straight-line.ts";

const euros = (amount: number) => Math.round(amount * 100);

describe("straight-line depreciation", () => {
  it("charges €2,745 first to €36,600 over 10 years in service in April 2024 (vector linear-prorata, reference implementation: computed, not published)", () => {
    const charges = straightLine(
      { cents: euros(36_600), commissionedOn: "2024-04", lifeYears: 10 },
      1,
    );
    expect(charges[0]).toEqual({ year: 2024, cents: euros(2745) });
    expect(charges[1]).toEqual({ year: 2025, cents: euros(3660) });
    expect(charges.at(-1)).toEqual({ year: 2034, cents: euros(915) });
    expect(charges).toHaveLength(11);
  });

  it("charges a whole first year to an asset in service in April where the accounting year starts in April (United Kingdom)", () => {
    const charges = straightLine({ cents: 120_000, commissionedOn: "2024-04-30", lifeYears: 5 }, 4);
    expect(charges).toEqual(
      [2024, 2025, 2026, 2027, 2028].map((year) => ({ year, cents: 24_000 })),
    );
  });

  it("puts March 2024 in the accounting year 2023 where it starts in April", () => {
    const charges = straightLine({ cents: 12_000, commissionedOn: "2024-03", lifeYears: 1 }, 4);
    expect(charges).toEqual([
      { year: 2023, cents: 1000 },
      { year: 2024, cents: 11_000 },
    ]);
  });

  it("counts a partial date from its first month", () => {
    const asset = { cents: 1000, lifeYears: 2 };
    const charges = straightLine({ ...asset, commissionedOn: "2019" }, 1);
    expect(charges).toEqual(straightLine({ ...asset, commissionedOn: "2019-01-31" }, 1));
    expect(charges).toHaveLength(2);
  });

  it("writes a credit note off like the asset that it corrects", () => {
    const charges = straightLine({ cents: -120, commissionedOn: "2020", lifeYears: 2 }, 1);
    expect(charges.map(({ cents }) => cents)).toEqual([-60, -60]);
  });

  it.each([0, -1, 2.5, Number.NaN])("refuses a useful life of %d years", (lifeYears) => {
    expect(() => straightLine({ cents: 1, commissionedOn: "2020", lifeYears }, 1)).toThrow(
      RangeError,
    );
  });

  it("writes off exactly what was paid, in years that follow one another", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (cents, lifeYears, month, startMonth) => {
          const commissionedOn = `2015-${String(month).padStart(2, "0")}`;
          const charges = straightLine({ cents, commissionedOn, lifeYears }, startMonth);
          expect(charges.reduce((sum, charge) => sum + charge.cents, 0)).toBe(cents);
          expect(charges).toHaveLength(month === startMonth ? lifeYears : lifeYears + 1);
          expect(charges.map(({ year }) => year)).toEqual(
            charges.map((_, index) => (charges[0]?.year ?? 0) + index),
          );
          expect(charges.every((charge) => charge.cents * Math.sign(cents) >= 0)).toBe(true);
        },
      ),
    );
  });
});
