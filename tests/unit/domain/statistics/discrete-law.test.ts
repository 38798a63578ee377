import { describe, expect, it } from "vitest";
import { binomialLaw, poissonLaw } from "#domain/statistics/discrete-law.ts";

const atLeast = (law: ReturnType<typeof poissonLaw>, count: number) =>
  law.probabilities.reduce((sum, p, i) => (law.from + i >= count ? sum + p : sum), 0);

describe("discrete laws, term by term", () => {
  it("P(X ≥ 5) is 5.27 % for a mean of 2, not the 5.7 % of a well-known blog (computed)", () => {
    expect(atLeast(poissonLaw(2), 5)).toBeCloseTo(0.05265302, 8);
  });

  it("a mean of 0 leaves one outcome", () => {
    expect(poissonLaw(0)).toEqual({ from: 0, probabilities: Float64Array.of(1) });
  });

  it("keeps its digits at a mean of 100,000 (SciPy 1.17: P(X = 100,000) = 0.00126156556)", () => {
    const law = poissonLaw(100_000);
    expect(law.probabilities[100_000 - law.from]).toBeCloseTo(0.0012615656, 9);
  });

  it("ten throws of a coin give five heads in 252 cases of 1,024", () => {
    const law = binomialLaw(10, 0.5);
    expect(law.probabilities[5]).toBeCloseTo(252 / 1024, 12);
    expect(law.probabilities).toHaveLength(11);
  });

  it("puts the mode of a nearly certain success on the last trial", () => {
    expect(binomialLaw(3, 0.99).probabilities[3]).toBeCloseTo(0.970299, 9);
  });

  it("refuses a negative mean and half a trial", () => {
    expect(() => poissonLaw(-1)).toThrow("A mean must be a finite number, 0 or more; got -1.");
    expect(() => binomialLaw(2.5, 0.5)).toThrow("Trials must be a whole number");
  });
});
