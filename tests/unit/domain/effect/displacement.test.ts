import { describe, expect, it } from "vitest";
import {
  harmWeightedDifference,
  weightedDisplacementDifference,
} from "#domain/effect/weighted-displacement-difference.ts";
import { weightedDisplacementQuotient } from "#domain/effect/weighted-displacement-quotient.ts";
import {
  displacementDifferenceVectors,
  displacementQuotientVector,
  harmVector,
  philadelphia,
} from "#tests/fixtures/indicator-vectors.ts";

describe("the weighted displacement difference", () => {
  it.each(displacementDifferenceVectors)("is $difference for $id ($source, $status)", (vector) => {
    const { weights, level } = vector;
    const found = weightedDisplacementDifference(vector.areas, { weights, level });
    expect(found.difference).toBeCloseTo(vector.difference, 8);
    expect(found.standardError).toBeCloseTo(
      vector.error,
      "errorDigits" in vector ? vector.errorDigits : 6,
    );
    if (!("interval" in vector)) return;
    expect(found.z).toBeCloseTo(vector.z, vector.zDigits);
    expect(found.interval.low).toBeCloseTo(vector.interval[0], vector.digits);
    expect(found.interval.high).toBeCloseTo(vector.interval[1], vector.digits);
  });

  it("weighed by harm is −1,721 (ptools, published)", () => {
    const found = harmWeightedDifference(harmVector.strata);
    expect(found.difference).toBe(harmVector.difference);
    expect(found.standardError).toBeCloseTo(harmVector.error, 5);
    expect(found.z).toBeCloseTo(harmVector.z, 5);
    expect(found.interval.low).toBeCloseTo(harmVector.interval[0], 5);
    expect(found.interval.high).toBeCloseTo(harmVector.interval[1], 5);
  });

  it("weighed by one harm of 1 is the plain difference, at any level and weights", () => {
    const options = { level: 0.8, weights: { time: { before: 12, after: 6 } } };
    expect(harmWeightedDifference([{ harm: 1, areas: philadelphia }], options)).toEqual(
      weightedDisplacementDifference(philadelphia, options),
    );
  });

  it("is no evidence when nothing happened anywhere", () => {
    const nothing = { before: 0, after: 0 };
    expect(weightedDisplacementDifference({ treated: nothing, control: nothing })).toEqual({
      difference: 0,
      standardError: 0,
      interval: { low: 0, high: 0 },
      z: 0,
      pValue: 1,
    });
  });

  it("refuses a ring without the ring of its control", () => {
    const { treated, control, displacementTreated } = philadelphia;
    expect(() => weightedDisplacementDifference({ treated, control, displacementTreated })).toThrow(
      "A displacement ring needs the ring of its control area.",
    );
  });

  it("refuses weights of 0, no stratum and what is not a count", () => {
    const one = (weights: object) => () =>
      weightedDisplacementDifference(philadelphia, { weights });
    expect(one({ area: { treated: 0 } })).toThrow("The weight of treated must be");
    expect(one({ time: { before: 1, after: 0 } })).toThrow("The time weight after must be");
    expect(() => harmWeightedDifference([])).toThrow("A harm-weighted difference needs at least 1");
    expect(() => harmWeightedDifference([{ harm: 0, areas: philadelphia }])).toThrow(
      "A harm weight",
    );
    const treated = { before: 1, after: -2 };
    expect(() =>
      weightedDisplacementDifference({ treated, control: philadelphia.control }),
    ).toThrow("treated after must be a whole number, 0 or more; got -2.");
  });
});

describe("the weighted displacement quotient", () => {
  const control = { before: 100, after: 100 };
  const response = { before: 50, after: 40 };
  const withBuffer = (after: number) =>
    weightedDisplacementQuotient({ response, control, buffer: { before: 50, after } });

  it("is 0.2582 with 130.5 events avoided in all (POP Guide, appendix B; computed)", () => {
    const vector = displacementQuotientVector;
    const found = weightedDisplacementQuotient(vector.counts);
    if (found.kind !== "interpretable") throw new Error("the scheme did better than its control");
    expect(found.grossEffect).toBe(vector.grossEffect);
    expect(found.netEffect).toBeCloseTo(vector.netEffect, 6);
    expect(found.success).toBeCloseTo(-vector.netEffect, 6);
    expect(found.bufferEffect).toBeCloseTo(-0.08421, 5);
    expect(found.quotient).toBeCloseTo(vector.quotient, 6);
    expect(found.totalNetEffect).toBeCloseTo(vector.totalNetEffect, 1);
    expect(found.reading).toBe("diffusion");
  });

  it.each([
    [39, "diffusion-larger-than-effect"],
    [40, "diffusion"],
    [49, "diffusion"],
    [50, "no-change"],
    [59, "displacement-smaller-than-effect"],
    [61, "displacement-cancels-effect"],
  ])("reads a buffer going from 50 to %d as %s", (after, reading) => {
    expect(withBuffer(after)).toMatchObject({ kind: "interpretable", reading });
  });

  it("is not read when the scheme did no better than its control", () => {
    const still = { response: control, control, buffer: response };
    const found = weightedDisplacementQuotient(still);
    expect(found).toMatchObject({ kind: "not-interpretable", reason: "no-success", success: 0 });
    expect(found).not.toHaveProperty("quotient");
  });

  it("is undefined with a zero under a fraction", () => {
    const zero = (counts: object) =>
      weightedDisplacementQuotient({ response, control, buffer: response, ...counts });
    expect(zero({ control: { before: 0, after: 4 } })).toEqual({
      kind: "undefined",
      reason: "zero-in-control",
    });
    expect(zero({ control: { before: 4, after: 0 } })).toMatchObject({ reason: "zero-in-control" });
    expect(zero({ response: { before: 0, after: 1 } })).toMatchObject({
      reason: "zero-in-response",
    });
  });

  it("refuses what is not a count", () => {
    const buffer = { before: 1, after: 0.5 };
    expect(() => weightedDisplacementQuotient({ response, control, buffer })).toThrow(
      "The buffer after must be a whole number",
    );
  });
});
