import { describe, expect, it } from "vitest";
import { twoSidedT } from "#domain/statistics/student-quantile.ts";

describe("Student's law", () => {
  // Printed tables of the two-sided 5 % points (Fisher & Yates).
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [10, 2.228],
    [120, 1.98],
  ])("with %d degrees of freedom gives the printed %d at 95 %%", (degrees, printed) => {
    expect(twoSidedT(0.95, degrees)).toBeCloseTo(printed, 3);
  });

  it("refuses a level that is none and no degree of freedom", () => {
    expect(() => twoSidedT(1, 3)).toThrow("A confidence level");
    expect(() => twoSidedT(0.95, 0)).toThrow("Degrees of freedom");
  });
});
