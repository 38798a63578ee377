import { describe, expect, it } from "vitest";
import {
  canTake,
  type EvaluationStanding,
  requireStep,
  type Step,
  StepRefused,
  standingWord,
} from "#domain/evaluation/evaluation-life.ts";

const steps: readonly Step[] = [
  "submit",
  "return-to-draft",
  "close-vote",
  "publish",
  "abandon",
  "revise",
  "withdraw",
  "reply",
];
const working = (state: "draft" | "submitted" | "voted", adopted = false) => ({
  number: 2,
  state,
  adopted,
});

const table: [string, string, EvaluationStanding, Step[]][] = [
  [
    "a first draft",
    "draft",
    { working: working("draft"), published: undefined, withdrawn: false },
    ["submit", "abandon"],
  ],
  [
    "a draft before the vote",
    "submitted",
    { working: working("submitted"), published: undefined, withdrawn: false },
    ["return-to-draft", "close-vote"],
  ],
  [
    "an adopted version",
    "voted",
    { working: working("voted", true), published: undefined, withdrawn: false },
    ["publish"],
  ],
  [
    "a version voted down",
    "voted",
    { working: working("voted"), published: undefined, withdrawn: false },
    ["return-to-draft"],
  ],
  [
    "a public evaluation",
    "published",
    { working: undefined, published: 1, withdrawn: false },
    ["revise", "withdraw", "reply"],
  ],
  [
    "a public evaluation that is being revised",
    "revising",
    { working: working("draft"), published: 1, withdrawn: false },
    ["submit", "abandon", "reply"],
  ],
  [
    "a withdrawn evaluation",
    "withdrawn",
    { working: undefined, published: 1, withdrawn: true },
    [],
  ],
  [
    "an abandoned draft",
    "abandoned",
    { working: undefined, published: undefined, withdrawn: false },
    [],
  ],
];

describe("the life of an evaluation", () => {
  it.each(table)("leads %s (%s) to nothing but its own steps", (_, word, standing, possible) => {
    expect(standingWord(standing)).toBe(word);
    expect(steps.filter((step) => canTake(step, standing))).toEqual(possible);
  });

  it("refuses a step by its name", () => {
    const standing = { working: undefined, published: 1, withdrawn: false };
    expect(() => requireStep("reply", standing)).not.toThrow();
    expect(() => requireStep("publish", standing)).toThrow(StepRefused);
    expect(() => requireStep("publish", standing)).toThrow("publish is not possible now");
  });
});
