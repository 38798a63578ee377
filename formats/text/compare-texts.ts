import { diffWordsWithSpace } from "diff";

export type TextPart = { kind: "same" | "added" | "removed"; text: string };

/** Longest texts that are compared word by word; longer ones are shown whole, one after the other. */
const LONGEST = 100_000;

/** What was added to and removed from a text, word by word, in reading order. */
export function compareTexts(before: string, after: string): TextPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  if (before.length + after.length > LONGEST) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
