import { describe, expect, it } from "vitest";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };

type Branch = { [key: string]: string | Branch };

function leaves(branch: Branch, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(at, value);
    else for (const [deeper, text] of leaves(value, at)) found.set(deeper, text);
  }
  return found;
}

const fr = leaves(french as Branch);
const en = leaves(english as Branch);
/** Names between braces that the code fills in; what follows a choice ("one {…}") is text. */
const slots = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:\b(?:one|other|yes|no|true|false)|=\d)\s*)\{\s*(\w+)\s*[,}]/g)].map(
        ([, name]) => name,
      ),
    ),
  ].sort();

describe("the sentences of the interface", () => {
  it("stand in French and in English under the same names", () => {
    expect([...fr.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("are filled in with the same values in both languages", () => {
    for (const [key, text] of fr) expect(slots(text), key).toEqual(slots(en.get(key) ?? ""));
  });

  it("are silent in one language only where they are silent in the other", () => {
    for (const [key, text] of fr) expect(text.trim() === "", key).toBe(en.get(key)?.trim() === "");
  });

  // Lexique des règles typographiques en usage à l'Imprimerie nationale: a narrow no-break space before ; : ! ? and
  // inside guillemets, and the curved apostrophe.
  it("follow French typography", () => {
    for (const [key, text] of fr) {
      const shown = text.replace(/\{[^{}]*\}/g, "").replace(/<\/?\w+>/g, "");
      expect(shown, key).not.toMatch(/\p{L}'\p{L}/u);
      expect(shown, key).not.toMatch(/[^\s\u202f\u00a0\d/][!?;](?:\s|$)/u);
      expect(shown, key).not.toMatch(/ [!?;:»%]/u);
      expect(shown, key).not.toMatch(/«[^\u202f\u00a0]/u);
    }
  });
});
