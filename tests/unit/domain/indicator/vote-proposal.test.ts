import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notFixedYet, proposalFields, readProposal } from "#domain/indicator/vote-proposal.ts";

const today = "2026-11-26";
const read = (entered: Parameters<typeof readProposal>[0]) => readProposal(entered, today);

describe("a proposal", () => {
  it("is read as it was written", () => {
    const { proposal, wrong } = read({
      district: " VT06 ",
      position: "45.434, 4.390",
      cameras: "4",
      objective: "Moins de vols",
      indicator: "relevance-rate",
      target: "40 %",
      evaluateOn: "2029-06-30",
    });
    expect(wrong).toEqual([]);
    expect(proposal).toEqual({
      district: "VT06",
      camera: undefined,
      position: { latitude: 45.434, longitude: 4.39 },
      cameras: 4,
      objective: "Moins de vols",
      indicator: "relevance-rate",
      target: "40 %",
      evaluateOn: "2029-06-30",
    });
    expect(notFixedYet(proposal)).toEqual([]);
  });

  it("of nothing is one camera somewhere, with everything still to be fixed", () => {
    const { proposal, wrong } = read({ district: "", objective: "  " });
    expect(wrong).toEqual([]);
    expect(proposal.cameras).toBe(1);
    expect(notFixedYet(proposal)).toEqual(["objective", "indicator", "target", "evaluateOn"]);
  });

  it.each(["45,434 4,390", "45.434;4.390", "45,434, 4,390"])("takes the position %s", (text) => {
    expect(read({ position: text }).proposal.position).toEqual({
      latitude: 45.434,
      longitude: 4.39,
    });
  });

  it.each([
    ["position", "zz"],
    ["position", "95, 4"],
    ["position", "45, 181"],
    ["position", "45"],
    ["cameras", "0"],
    ["cameras", "501"],
    ["cameras", "1.5"],
    ["cameras", "many"],
    ["objective", "x".repeat(401)],
    ["indicator", "efficiency"],
    ["target", "x".repeat(121)],
    ["evaluateOn", "2026-11-26"],
    ["evaluateOn", "2036-11-27"],
    ["evaluateOn", "2029-02-30"],
    ["district", "x".repeat(64)],
    ["camera", "x".repeat(101)],
  ])("names %s as wrong when it is %s, and lets the others stand", (field, text) => {
    const { proposal, wrong } = read({ target: "40", [field]: text });
    expect(wrong).toEqual([field]);
    if (field !== "target") expect(proposal.target).toBe("40");
  });

  it("takes tomorrow and the last day of ten years", () => {
    expect(read({ evaluateOn: "2026-11-27" }).wrong).toEqual([]);
    expect(read({ evaluateOn: "2036-11-26" }).wrong).toEqual([]);
  });

  it("given twice in an address is wrong, and nothing that is entered makes it fail", () => {
    expect(read({ cameras: ["1", "2"] }).wrong).toEqual(["cameras"]);
    const entered = fc.dictionary(
      fc.constantFrom(...proposalFields),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(entered, (anything) => {
        const { proposal, wrong } = read(anything);
        expect(proposal.cameras).toBeGreaterThanOrEqual(1);
        for (const field of wrong) if (field !== "cameras") expect(proposal[field]).toBeUndefined();
      }),
    );
  });
});
