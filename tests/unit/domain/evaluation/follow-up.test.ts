import { describe, expect, it } from "vitest";
import {
  type FollowUpKind,
  followUpKinds,
  possibleFollowUps,
  recommendationState,
  saidOf,
} from "#domain/evaluation/recommendation-follow-up.ts";
import { replyDelay } from "#domain/evaluation/reply-delay.ts";

const said = (...kinds: FollowUpKind[]) => kinds.map((kind) => ({ kind, at: "2026-11-26" }));

describe("a recommendation", () => {
  it("is due until the end of its day, unless it was refused or done", () => {
    expect(recommendationState("2026-11-26", [], "2026-11-26")).toBe("waiting");
    expect(recommendationState("2026-11-26", [], "2026-11-27")).toBe("overdue");
    expect(recommendationState("2026-11-26", said("accepted"), "2026-11-27")).toBe("overdue");
    expect(recommendationState("2026-11-26", said("accepted", "done"), "2026-11-27")).toBe("done");
    expect(recommendationState("2026-11-26", said("refused"), "2026-11-27")).toBe("refused");
    const verified = said("done", "verified");
    expect(recommendationState("2026-11-26", verified, "2027-11-27")).toBe("verified");
    const reopened = said("done", "reopened");
    expect(recommendationState("2026-11-26", reopened, "2026-11-27")).toBe("overdue");
  });

  it("is told from the others of its evaluation", () => {
    const at = new Date("2026-11-26T10:00:00Z");
    const all = [
      { key: "r1", kind: "accepted" as const, at },
      { key: "r2", kind: "refused" as const, at },
    ];
    expect(saidOf(all, "r2")).toEqual([{ kind: "refused", at: "2026-11-26T10:00:00.000Z" }]);
  });

  it("is verified only once it is said to be done", () => {
    for (const kind of followUpKinds) {
      expect(possibleFollowUps(said(kind)).includes("verified")).toBe(kind === "done");
    }
    expect(possibleFollowUps([])).not.toContain("verified");
  });
});

describe("the city's reply", () => {
  it("is counted in whole days, across a change of clocks too", () => {
    expect(replyDelay("2026-03-20", "2026-04-03", "2026-05-01")).toEqual({
      kind: "replied",
      days: 14,
    });
    expect(replyDelay("2026-03-20", "2026-03-20", "2026-05-01")).toEqual({
      kind: "replied",
      days: 0,
    });
  });

  it("is waited for, day after day", () => {
    expect(replyDelay("2026-10-01", undefined, "2026-11-26")).toEqual({
      kind: "waiting",
      days: 56,
    });
    expect(replyDelay("2026-10-01", undefined, "2026-09-30")).toEqual({ kind: "waiting", days: 0 });
  });

  it("cannot come before the opinion", () => {
    expect(() => replyDelay("2026-10-02", "2026-10-01", "2026-11-26")).toThrow(RangeError);
  });
});
