import { describe, expect, it } from "vitest";
import french from "#messages/fr.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, path = ""): [path: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}.${key}`, value]] : sentences(value, `${path}.${key}`),
  );
}

/** A space that a line may break at, or a wide one, where French sets a narrow no-break space; a number parted from its sign. */
const misset = [/[ \u00a0][;:!?»](?!\w)/, /«[ \u00a0]/, /\d [€%]/, /\d \d{3}(?!\d)/, /n° [\d{]/];

describe("the French sentences", () => {
  it("have the spaces of French", () => {
    const wrong = sentences(french).filter(([, words]) => misset.some((rule) => rule.test(words)));
    expect(wrong).toEqual([]);
  });
});
