import { describe, expect, it } from "vitest";
import {
  type EvaluationContent,
  evaluationContentSchema,
  figuresReferredTo,
  gapsOf,
} from "#domain/evaluation/evaluation-content.ts";
import { ready, startedContent } from "./evaluations.ts";

const gaps = (change: Partial<EvaluationContent>) => gapsOf({ ...ready, ...change });

describe("the content of an evaluation", () => {
  it("begins with a title and an object alone", () => {
    expect(evaluationContentSchema.parse(startedContent)).toMatchObject({
      checklist: [],
      figures: [],
      body: "",
      ratings: {},
      recommendations: [],
    });
  });

  it("names its object, unless that is the system as a whole", () => {
    const about = (object: unknown) =>
      evaluationContentSchema.safeParse({ ...startedContent, object }).success;
    expect(about({ kind: "camera", reference: "VT-0003" })).toBe(true);
    expect(about({ kind: "camera" })).toBe(false);
    expect(about({ kind: "system", reference: "VT-0003" })).toBe(false);
    expect(about({ kind: "person", reference: "x" })).toBe(false);
  });

  it("gives each recommendation a key of its own", () => {
    const one = { key: "r1", text: "Publish it", owner: "Police", dueOn: "2027-01-01" };
    const read = (...recommendations: unknown[]) =>
      evaluationContentSchema.safeParse({ ...startedContent, recommendations });
    expect(read(one, { ...one, key: "r2" }).success).toBe(true);
    expect(read(one, one).error?.issues[0]?.message).toBe(
      "each recommendation has a key of its own",
    );
  });

  it("answers an item of the checklist once, and gives each figure its own key", () => {
    const answer = { item: "retention", answer: "yes" };
    const [figure] = ready.figures;
    expect(() =>
      evaluationContentSchema.parse({ ...startedContent, checklist: [answer, answer] }),
    ).toThrow("answered once");
    expect(() =>
      evaluationContentSchema.parse({ ...startedContent, figures: [figure, figure] }),
    ).toThrow("key of its own");
  });

  it("refuses a text without end", () => {
    const body = "a".repeat(200_001);
    expect(evaluationContentSchema.safeParse({ ...startedContent, body }).success).toBe(false);
  });
});

describe("what a draft lacks before a vote", () => {
  it("is nothing when opinion, text and three ratings with reasons are there", () => {
    expect(gaps({})).toEqual([]);
  });

  it("is the opinion, the text, a rating, the reasons of one", () => {
    expect(gaps({ opinion: undefined, body: "" })).toEqual([{ kind: "opinion" }, { kind: "body" }]);
    const { cost: _, ...two } = ready.ratings;
    expect(gaps({ ratings: two })).toEqual([{ kind: "rating", aspect: "cost" }]);
    const silent = { ...ready.ratings, usefulness: { level: "poor" as const, reasons: "" } };
    expect(gaps({ ratings: silent })).toEqual([{ kind: "rating-reasons", aspect: "usefulness" }]);
  });

  it("is a figure that the text refers to and that nobody cited", () => {
    const body = "See {{figure:requests-2024}} and {{figure:none}}, again {{figure:none}}.";
    expect(figuresReferredTo(body)).toEqual(["requests-2024", "none"]);
    expect(gaps({ body })).toEqual([{ kind: "unknown-figure", key: "none" }]);
  });
});
