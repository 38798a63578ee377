import { describe, expect, it } from "vitest";
import { mergeDrafts } from "#domain/evaluation/merge-drafts.ts";
import { ready } from "./evaluations.ts";

describe("two drafts written from the same one", () => {
  it("are joined when each changed something else", () => {
    const theirs = { ...ready, title: "Their title" };
    const mine = { ...ready, body: "My text" };
    expect(mergeDrafts(ready, theirs, mine)).toEqual({
      merged: { ...ready, title: "Their title", body: "My text" },
      conflicts: [],
    });
  });

  it("are handed to a person where both changed the same thing differently", () => {
    const theirs = { ...ready, body: "Theirs" };
    const mine = { ...ready, body: "Mine", title: "Mine too" };
    expect(mergeDrafts(ready, theirs, mine)).toEqual({
      merged: { ...ready, body: "Theirs", title: "Mine too" },
      conflicts: [{ field: "body", theirs: "Theirs", mine: "Mine" }],
    });
  });

  it("agree when both made the same change, in whatever order its keys come", () => {
    const objective = { text: "Fewer thefts", fixedOn: "2026-01-01" };
    const same = { fixedOn: "2026-01-01", text: "Fewer thefts" };
    const result = mergeDrafts(ready, { ...ready, objective }, { ...ready, objective: same });
    expect(result.conflicts).toEqual([]);
  });

  it("keep what one side took away", () => {
    const { opinion: _, ...without } = ready;
    expect(mergeDrafts(ready, without, ready).merged.opinion).toBeUndefined();
    expect(mergeDrafts(ready, ready, without).merged.opinion).toBeUndefined();
  });
});
