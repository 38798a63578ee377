import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchorPassage,
  findQuoted,
  type Passage,
  passageAt,
} from "#domain/annotation/text-anchor.ts";

const text =
  "The committee heard the control room. Footage helped in one request out of three. " +
  "The cost of a camera is not known. Footage helped the committee to see why.";

function passageOf(exact: string): Passage {
  const start = text.indexOf(exact);
  return passageAt(text, { start, end: start + exact.length });
}

function anchored(changed: string, passage: Passage) {
  const found = anchorPassage(changed, passage);
  return { kind: found.kind, words: "start" in found ? changed.slice(found.start, found.end) : "" };
}

describe("a passage", () => {
  it("keeps its words, what surrounds them, and its place", () => {
    expect(passageOf("one request out of three")).toEqual({
      exact: "one request out of three",
      prefix: " committee heard the control room. Footage helped in ".slice(-48),
      suffix: ". The cost of a camera is not known. Footage helped".slice(0, 48),
      start: 56,
      end: 80,
    });
  });

  it("counts characters as Unicode does, and never halves one", () => {
    const faces = `${"🙂".repeat(60)}le mot${"🙂".repeat(60)}`;
    const start = faces.indexOf("le mot");
    const passage = passageAt(faces, { start, end: start + 6 });
    expect([passage.start, passage.end]).toEqual([60, 66]);
    // A lone half of a character would be refused here.
    expect(() => encodeURIComponent(passage.prefix + passage.suffix)).not.toThrow();
    expect(anchored(`x${faces}`, passage)).toEqual({ kind: "moved", words: "le mot" });
  });

  it.each([
    ["as it was", text, "same", "one request out of three"],
    ["after another first sentence", `At first. ${text}`, "moved", "one request out of three"],
    [
      "in another order of sentences",
      "The cost is not known. Footage helped in one request out of three.",
      "moved",
      "one request out of three",
    ],
    [
      "with other words between the same surroundings",
      text.replace("one request out of three", "two requests out of five"),
      "changed",
      "two requests out of five",
    ],
    ["when it was taken out", text.replace("one request out of three", ""), "lost", ""],
    ["when everything is another text", "Nothing of the kind stands here any more.", "lost", ""],
  ])("is found %s", (_, changed, kind, words) => {
    expect(anchored(changed, passageOf("one request out of three"))).toEqual({ kind, words });
  });

  it("is found by the resemblance of its words where they and their surroundings were edited", () => {
    const passage = passageOf("The cost of a camera is not known");
    const changed = "We add that the price and The cost of one camera is not known, for now.";
    expect(anchored(changed, passage)).toEqual({
      kind: "changed",
      words: "The cost of one camera is not known,",
    });
  });

  it("is told from the same words elsewhere by what surrounds it", () => {
    const second = text.lastIndexOf("Footage helped");
    const passage = passageAt(text, { start: second, end: second + "Footage helped".length });
    const changed = `Footage helped, once. ${text}`;
    const found = anchorPassage(changed, passage);
    expect(found).toMatchObject({ kind: "moved", start: changed.lastIndexOf("Footage helped") });
  });

  it("is lost rather than mistaken when a short word stands only in other surroundings", () => {
    const passage = passageOf("three");
    expect(anchorPassage("A house of three floors and a cellar.", passage)).toEqual({
      kind: "lost",
    });
  });
});

describe("a quotation", () => {
  it("is found whatever its spaces", () => {
    expect(findQuoted(text, { exact: "  control\n\u202froom " })).toMatchObject({
      exact: "control room",
    });
  });
  it("that stands twice is told apart by what surrounds it, or refused", () => {
    const exact = "Footage helped";
    expect(findQuoted(text, { exact })).toBe("ambiguous");
    expect(findQuoted(text, { exact, suffix: " the committee" })).toMatchObject({
      start: text.lastIndexOf(exact),
    });
  });
  it("that stands nowhere, or is empty, is not found", () => {
    expect(findQuoted(text, { exact: "never written" })).toBe("not-found");
    expect(findQuoted(text, { exact: "  " })).toBe("not-found");
  });
});

const word = fc.stringMatching(/^[a-zé🙂]{1,8}$/u);
const words = (minLength: number, maxLength: number) =>
  fc.array(word, { minLength, maxLength }).map((all) => all.join(" "));

describe("an edit elsewhere", () => {
  it("keeps the words of a passage, whatever is written before or after", () => {
    fc.assert(
      fc.property(
        words(12, 30),
        words(6, 12),
        words(12, 30),
        words(0, 20),
        words(0, 20),
        (before, exact, after, first, last) => {
          const whole = `${before} ${exact} ${after}`;
          const start = before.length + 1;
          const passage = passageAt(whole, { start, end: start + exact.length });
          const found = anchored(`${first} ${whole} ${last}`, passage);
          expect(found.words).toBe(exact);
          expect(found.kind === "same" || found.kind === "moved").toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never gives a place outside the text, however the text was edited", () => {
    fc.assert(
      fc.property(words(4, 40), words(0, 40), fc.nat(), fc.nat(), (whole, edited, a, b) => {
        const [start, end] = [a % whole.length, b % whole.length].toSorted((x, y) => x - y);
        const passage = passageAt(whole, { start: start ?? 0, end: (end ?? 0) + 1 });
        const found = anchorPassage(edited, passage);
        if (!("start" in found)) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(edited.length);
      }),
      { numRuns: 300 },
    );
  });

  it("finds a passage of a long text quickly", () => {
    const long = `${"lorem ipsum dolor sit amet ".repeat(7_000)}`;
    const start = 27 * 3_333;
    const exact = long.slice(start, start + 27 * 33);
    const nowhere = { prefix: "", suffix: "", exact: exact.replace("dolor", "altered") };
    const passage = { ...passageAt(long, { start, end: start + 27 * 33 }), ...nowhere };
    const began = performance.now();
    expect(anchorPassage(long, passage)).toMatchObject({ kind: "changed", start });
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe("surroundings that stand twice around other words", () => {
  const before = "The control room answered every request that it received in the year ";
  const after = " and the committee was told of it at its meeting in the spring.";
  const sentence = (words: string) => `${before}${words}${after}`;

  it("lead to the words that are nearest to where the passage was", () => {
    const filler = " Nothing else was said. ".repeat(3);
    const original = `${filler}${sentence("with care and in time")}`;
    const start = original.indexOf("with care");
    const passage = passageAt(original, { start, end: start + "with care and in time".length });
    const edited = `${sentence("late")}${filler.slice(0, 20)}${sentence("slowly")}`;
    const found = anchored(edited, passage);
    expect(found.kind).toBe("changed");
    expect(["late", "slowly"]).toContain(found.words);
    const both = ["late", "slowly"].map((words) => Math.abs(edited.indexOf(words) - start));
    expect(found.words).toBe(Number(both[0]) < Number(both[1]) ? "late" : "slowly");
  });
});
