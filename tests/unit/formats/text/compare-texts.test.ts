import fc from "fast-check";
import { expect, it } from "vitest";
import { compareTexts } from "#formats/text/compare-texts.ts";

it("says what was taken out and what was put in", () => {
  expect(compareTexts("The cameras help.", "The cameras rarely help.")).toEqual([
    { kind: "same", text: "The cameras " },
    { kind: "added", text: "rarely " },
    { kind: "same", text: "help." },
  ]);
  expect(compareTexts("", "")).toEqual([]);
});

it("loses no word of either text", () => {
  const text = fc.array(fc.constantFrom("a", "b", " ", "\n", "word "), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(""), b.join("")];
      const parts = compareTexts(before, after);
      const read = (left: string) =>
        parts.filter(({ kind }) => kind !== left).map((part) => part.text);
      expect(read("added").join("")).toBe(before);
      expect(read("removed").join("")).toBe(after);
    }),
  );
});

it("sets very long texts one after the other, in bounded time", () => {
  const [before, after] = ["a b ".repeat(30_000), "c d ".repeat(30_000)];
  expect(compareTexts(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
