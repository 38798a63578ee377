import { describe, expect, it } from "vitest";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";

describe("the score interval of a proportion", () => {
  it("starts at exactly 0 without a success and ends at exactly 1 without a failure", () => {
    expect(wilsonInterval(0, 7).low).toBe(0);
    expect(wilsonInterval(7, 7).high).toBe(1);
  });

  it("widens with the level asked", () => {
    const [usual, strict] = [wilsonInterval(22, 375), wilsonInterval(22, 375, 0.99)];
    expect(strict.low).toBeLessThan(usual.low);
    expect(strict.high).toBeGreaterThan(usual.high);
  });

  it.each([
    [-1, 10, "Successes must be a whole number, 0 or more; got -1."],
    [1.5, 10, "Successes must be a whole number, 0 or more; got 1.5."],
    [Number.NaN, 10, "Successes must be a whole number, 0 or more; got NaN."],
    [3, 10.5, "Trials must be a whole number, 0 or more; got 10.5."],
    [0, 0, "A proportion needs at least one trial."],
    [11, 10, "Successes cannot exceed trials; got 11 successes in 10 trials."],
  ])("refuses %d of %d and says why", (successes, trials, sentence) => {
    expect(() => wilsonInterval(successes, trials)).toThrow(sentence);
    expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
  });

  it.each([0, 1, -0.1, Number.NaN])("refuses %d as a level", (level) => {
    expect(() => wilsonInterval(1, 2, level)).toThrow(
      `A confidence level must lie between 0 and 1, excluded; got ${level}.`,
    );
  });
});
