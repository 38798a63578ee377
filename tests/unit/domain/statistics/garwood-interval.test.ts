import { describe, expect, it } from "vitest";
import { garwoodInterval } from "#domain/statistics/garwood-interval.ts";

describe("the exact interval of a Poisson count", () => {
  it("gives 938.9730–1,063.9521 for 1,000, where other packages drift (SciPy 1.17, computed)", () => {
    const interval = garwoodInterval(1000);
    expect(interval.low).toBeCloseTo(938.9730184, 4);
    expect(interval.high).toBeCloseTo(1063.952136, 4);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d events", (count) => {
    expect(() => garwoodInterval(count)).toThrow(
      `A count must be a whole number, 0 or more; got ${count}.`,
    );
  });

  it("refuses a level of 1: nothing bounds a certainty", () => {
    expect(() => garwoodInterval(3, 1)).toThrow("A confidence level must lie between 0 and 1");
  });
});
