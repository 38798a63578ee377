import { describe, expect, it } from "vitest";
import { ratioWithPoissonDenominator } from "#domain/statistics/ratio-with-poisson-denominator.ts";
import { costPerOutcomeVectors } from "#tests/fixtures/indicator-vectors.ts";

describe("an amount per counted event", () => {
  it("gives €59,091 [39,029 ; 94,290] for €1.3 M and 22 outcomes (reference, computed)", () => {
    const { amount, count, point, low, high } = costPerOutcomeVectors.estimate;
    const ratio = ratioWithPoissonDenominator(amount, count);
    if (ratio.kind !== "estimate") throw new Error("22 outcomes give an estimate");
    expect(ratio.point).toBeCloseTo(point, 2);
    expect(Math.abs(ratio.low - low)).toBeLessThan(1);
    expect(Math.abs(ratio.high - high)).toBeLessThan(1);
  });

  it("gives only a lower bound, €352,411, for €1.3 M and no outcome (reference, computed)", () => {
    const { amount, count, low } = costPerOutcomeVectors.none;
    const ratio = ratioWithPoissonDenominator(amount, count);
    expect(ratio.kind).toBe("lower-bound");
    expect(Math.abs(ratio.low - low)).toBeLessThan(1);
    expect(ratio).not.toHaveProperty("point");
    expect(ratio).not.toHaveProperty("high");
  });

  it("gives Lyon's €13,500 to 15,000 per arrest (CRC Rhône-Alpes 2010, inputs published)", () => {
    const { amounts, arrests, perArrest } = costPerOutcomeVectors.lyon;
    expect(amounts.map((amount) => ratioWithPoissonDenominator(amount, arrests))).toMatchObject(
      perArrest.map((point) => ({ kind: "estimate", point })),
    );
  });

  it("is 0 when nothing was spent", () => {
    expect(ratioWithPoissonDenominator(0, 4)).toEqual({
      kind: "estimate",
      point: 0,
      low: 0,
      high: 0,
    });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d as an amount", (amount) => {
    expect(() => ratioWithPoissonDenominator(amount, 1)).toThrow(
      `An amount must be a finite number, 0 or more; got ${amount}.`,
    );
  });
});
