import { describe, expect, it } from "vitest";
import { ratioWithPoissonDenominator } from "#domain/statistics/ratio-with-poisson-denominator.ts";

describe("an amount per counted event", () => {
  it("states only a lower bound without any event", () => {
    const ratio = ratioWithPoissonDenominator(1_300_000, 0);
    expect(ratio.kind).toBe("lower-bound");
    expect(ratio).not.toHaveProperty("point");
    expect(ratio).not.toHaveProperty("high");
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
