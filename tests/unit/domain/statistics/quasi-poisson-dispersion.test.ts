import { describe, expect, it } from "vitest";
import { quasiPoissonDispersion } from "#domain/statistics/quasi-poisson-dispersion.ts";

describe("the dispersion of monthly counts", () => {
  it("is 1.5516 for two groups of six months, an empty group left out (NumPy, computed)", () => {
    const groups = [
      [3, 5, 8, 2, 4, 9],
      [1, 0, 2, 5, 3, 1],
      [0, 0, 0],
    ];
    expect(quasiPoissonDispersion(groups)).toBeCloseTo(1.5516129, 7);
  });

  it("does not take a difference between areas for noise", () => {
    expect(
      quasiPoissonDispersion([
        [4, 4, 4],
        [90, 90],
      ]),
    ).toBe(0);
  });

  it("says why it cannot be measured", () => {
    const sentence = "Dispersion needs a group of at least two months with at least one event.";
    expect(() => quasiPoissonDispersion([])).toThrow(sentence);
    expect(() => quasiPoissonDispersion([[], [7], [0, 0]])).toThrow(sentence);
    expect(() => quasiPoissonDispersion([[1, -1]])).toThrow("A monthly count must be");
  });
});
