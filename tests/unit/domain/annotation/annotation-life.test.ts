import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnnotationStep,
  annotationActs,
  canTakeStep,
  standingOfAnnotation,
} from "#domain/annotation/annotation-life.ts";

const steps: readonly AnnotationStep[] = ["revise", "resolve", "reopen", "withdraw", "reply"];
const open = standingOfAnnotation(false, [], false);
const resolved = standingOfAnnotation(false, ["resolved"], false);

describe("where an annotation stands", () => {
  it("is said by the last of the acts that settle it", () => {
    expect(open).toEqual({
      isReply: false,
      isResolved: false,
      isWithdrawn: false,
      isHidden: false,
    });
    expect(resolved.isResolved).toBe(true);
    expect(standingOfAnnotation(false, ["resolved", "reopened"], false).isResolved).toBe(false);
    expect(standingOfAnnotation(false, ["resolved", "withdrawn"], false)).toMatchObject({
      isResolved: true,
      isWithdrawn: true,
    });
  });
});

describe("what may be done to it", () => {
  it("a thread is settled once, and opened again once it is", () => {
    expect(canTakeStep("resolve", open)).toBe(true);
    expect(canTakeStep("reopen", open)).toBe(false);
    expect(canTakeStep("resolve", resolved)).toBe(false);
    expect(canTakeStep("reopen", resolved)).toBe(true);
  });

  it("a reply is not settled by itself", () => {
    for (const acts of [[], ["resolved"]] as const) {
      const reply = standingOfAnnotation(true, acts, false);
      expect([canTakeStep("resolve", reply), canTakeStep("reopen", reply)]).toEqual([false, false]);
      expect(canTakeStep("revise", reply)).toBe(true);
    }
  });

  it("nothing, once it is withdrawn, whatever came before or after", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.constantFrom(...annotationActs)),
        fc.array(fc.constantFrom(...annotationActs)),
        (isReply, before, after) => {
          const standing = standingOfAnnotation(isReply, [...before, "withdrawn", ...after], false);
          expect(steps.filter((step) => canTakeStep(step, standing))).toEqual([]);
        },
      ),
    );
  });

  it("nothing, while it is hidden", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom(...annotationActs)), (isReply, acts) => {
        const standing = standingOfAnnotation(isReply, acts, true);
        expect(steps.filter((step) => canTakeStep(step, standing))).toEqual([]);
      }),
    );
  });
});
