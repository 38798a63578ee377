import { describe, expect, it } from "vitest";
import { honestDescription } from "#domain/importing/honest-description.ts";
import { ImportRefusal } from "#domain/importing/import-refusal.ts";
import { LONGEST_TITLE, readTyped, readTypedAddress } from "#domain/importing/typed-text.ts";

const TURNED = "\u202e";
const UNSEEN = "\u200b";

const described = {
  name: "cameras.csv",
  source: { title: "Inventaire", url: "https://ville.example/a", year: 2024 },
  options: { crossings: "carrefours.csv" },
};

function refusalOf(change: Partial<typeof described>): ImportRefusal {
  try {
    honestDescription({ ...described, ...change });
  } catch (refusal) {
    if (refusal instanceof ImportRefusal) return refusal;
    throw refusal;
  }
  throw new Error("nothing was refused");
}

describe("what is said of an imported file", () => {
  it("is kept as it is written, without what is not seen", () => {
    const unseen = { ...described, name: `cam${UNSEEN}eras.csv` };
    expect(honestDescription(unseen)).toEqual(described);
  });

  it.each([
    [{ name: `a${TURNED}vsc.exe` }, "turned-reading", "The name of the file holds characters"],
    [
      { source: { ...described.source, title: `a${TURNED}b` } },
      "turned-reading",
      "The document's title holds characters that turn the direction of reading.",
    ],
    [
      { source: { ...described.source, url: `https://ville.example/${UNSEEN}a` } },
      "invisible-character",
      "The document's url holds characters that are not seen.",
    ],
    [{ options: { crossings: "a\u0000" } }, "control-character", "The option crossings holds"],
    [{ name: "a".repeat(LONGEST_TITLE + 1) }, "too-long", "The name of the file is too long."],
  ] as const)("is refused by its name and reason: %j", (change, reason, sentence) => {
    const refusal = refusalOf(change as Partial<typeof described>);
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toContain(sentence);
    expect(refusal.message).not.toContain(TURNED);
  });
});

describe("what is typed", () => {
  it("is taken, or told why not", () => {
    expect(readTyped("Réponse du 12 mai", 100)).toEqual({ ok: true, text: "Réponse du 12 mai" });
    expect(readTyped("abc", 2)).toEqual({ ok: false, reason: "too-long" });
    expect(readTypedAddress("https://ville.example/a")).toMatchObject({ ok: true });
    expect(readTypedAddress("a".repeat(LONGEST_TITLE + 1))).toMatchObject({ reason: "too-long" });
  });
});
