import { describe, expect, it } from "vitest";
import {
  harmWeightedDifference,
  weightedDisplacementDifference,
} from "#domain/effect/weighted-displacement-difference.ts";
import { weightedDisplacementQuotient } from "#domain/effect/weighted-displacement-quotient.ts";

/** The counts of Wheeler & Ratcliffe 2018. */
const philadelphia = {
  treated: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  displacementTreated: { before: 178, after: 157 },
  displacementControl: { before: 150, after: 140 },
};

describe("the weighted displacement difference", () => {
  it("weighed by one harm of 1 is the plain difference, at any level and weights", () => {
    const options = { level: 0.8, weights: { time: { before: 12, after: 6 } } };
    expect(harmWeightedDifference([{ harm: 1, areas: philadelphia }], options)).toEqual(
      weightedDisplacementDifference(philadelphia, options),
    );
  });

  it("multiplies the published variance by a dispersion, never by less than 1", () => {
    const plain = weightedDisplacementDifference(philadelphia);
    const at = (dispersion: number) => weightedDisplacementDifference(philadelphia, { dispersion });
    expect(at(2).standardError).toBeCloseTo(Math.SQRT2 * plain.standardError, 10);
    expect(at(0.5)).toEqual(plain);
    expect(harmWeightedDifference([{ harm: 1, areas: philadelphia }], { dispersion: 2 })).toEqual(
      at(2),
    );
    expect(() => at(0)).toThrow("A dispersion must be a finite number above 0; got 0.");
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

  it("of the counts of Wheeler & Ratcliffe reads as a diffusion of benefits", () => {
    const { treated: response, control: elsewhere, displacementTreated: buffer } = philadelphia;
    const found = weightedDisplacementQuotient({ response, control: elsewhere, buffer });
    if (found.kind !== "interpretable") throw new Error("the scheme did better than its control");
    expect(found.success).toBe(-found.netEffect);
    expect(found.bufferEffect).toBeCloseTo(-0.08421, 5);
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
