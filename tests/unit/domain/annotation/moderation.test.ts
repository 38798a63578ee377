import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canTakeStep, standingOfAnnotation } from "#domain/annotation/annotation-life.ts";
import {
  canModerate,
  type ModerationAct,
  type ModerationDeed,
  type ModerationStep,
  moderationStanding,
  repeatsHidden,
} from "#domain/annotation/moderation.ts";

const deed = (kind: ModerationAct, words = 1, onAppeal = false): ModerationDeed => ({
  kind,
  words,
  onAppeal,
});
const steps: readonly ModerationStep[] = ["hide", "keep", "restore", "contest", "uphold"];
const acts: Readonly<Record<ModerationStep, ModerationAct>> = {
  hide: "hidden",
  keep: "kept",
  restore: "restored",
  contest: "contested",
  uphold: "upheld",
};

function tryStep(done: readonly ModerationDeed[], step: ModerationStep): ModerationDeed[] {
  const standing = moderationStanding(done, 1);
  if (!canModerate(step, standing)) return [...done];
  return [...done, deed(acts[step], 1, step === "contest" || standing.state === "contested")];
}

const hidden = deed("hidden");
const contested = deed("contested", 1, true);

describe("where an annotation stands with moderation", () => {
  it.each([
    ["unread", false, [], 1, ["hide", "keep"]],
    ["kept", false, [deed("kept")], 1, ["hide"]],
    ["unread", false, [deed("kept")], 2, ["hide", "keep"]],
    ["hidden", true, [hidden], 1, ["restore", "contest"]],
    ["hidden", true, [deed("kept"), hidden], 1, ["restore", "contest"]],
    ["restored", false, [hidden, deed("restored")], 1, ["hide"]],
    ["contested", true, [hidden, contested], 1, ["restore", "uphold"]],
    ["upheld", true, [hidden, contested, deed("upheld", 1, true)], 1, []],
    ["restored", false, [hidden, contested, deed("restored", 1, true)], 1, []],
    ["unread", false, [hidden, contested, deed("restored", 1, true)], 2, ["hide", "keep"]],
    ["kept", false, [hidden, contested, deed("restored", 1, true), deed("kept", 2)], 2, ["hide"]],
  ] as const)("%s, hidden %s, after %j at version %i: %j", (state, isHidden, deeds, words, may) => {
    const standing = moderationStanding(deeds, words);
    expect(standing).toMatchObject({ state, isHidden });
    expect(steps.filter((step) => canModerate(step, standing))).toEqual(may);
  });

  it("is never both to be hidden and to be restored, and the same words are contested once", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (tried) => {
        const done = tried.reduce<ModerationDeed[]>(tryStep, []);
        const standing = moderationStanding(done, 1);
        expect(canModerate("hide", standing) && canModerate("restore", standing)).toBe(false);
        expect(done.filter(({ kind }) => kind === "contested").length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("hidden, is a tombstone: nobody answers, revises, settles or withdraws it", () => {
    const standing = standingOfAnnotation(false, ["resolved"], true);
    for (const step of ["reply", "revise", "resolve", "reopen", "withdraw"] as const) {
      expect(canTakeStep(step, standing)).toBe(false);
    }
    expect(canTakeStep("withdraw", standingOfAnnotation(false, ["resolved"], false))).toBe(true);
  });
});

describe("a public reason", () => {
  const said = "Le gardien Untel, du 3 rue des Lilas, dort toute la nuit.";
  it.each([
    ["Nomme un gardien et son adresse.", false],
    ["On y lisait : « du 3, rue des LILAS dort »", true],
    ["du 3 rue des", false],
    ["", false],
  ])("%j says the hidden words again: %s", (reason, repeats) => {
    expect(repeatsHidden(reason, ["Autre chose.", said])).toBe(repeats);
  });

  it("says again a short text by holding it whole", () => {
    expect(repeatsHidden("Il est écrit : sale type !", ["Sale type."])).toBe(true);
    expect(repeatsHidden("Une injure.", ["Sale type.", "…"])).toBe(false);
  });
});
