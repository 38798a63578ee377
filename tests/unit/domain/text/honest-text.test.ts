import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deceitIn,
  honestText,
  neededText,
  plainText,
  readableText,
} from "#domain/text/honest-text.ts";

const read = (text: string) => honestText(200).safeParse(text);
const reasonOf = (text: string) => read(text).error?.issues[0]?.message;

describe("a text that people wrote", () => {
  it.each([
    ["French typography", "«\u202f80\u00a0caméras, dit-il\u202f: 12\u202f%\u202f!\u202f»"],
    ["accents, ligatures, dashes", "L’œuvre d’août — c’est «\u00a0ça\u00a0»… €"],
    ["an emoji of a family", "👨‍👩‍👧‍👦"],
    ["an emoji with a tone and a profession", "👩🏽‍🚒 🕵️‍♀️ 🏳️‍🌈"],
    ["the flags of a country and of a part of one", "🇫🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    ["a heart in colour, a digit in a frame", "❤️ 1️⃣"],
    ["a telephone drawn as a sign", "☎\ufe0e 04 77 48 77 48"],
    ["Arabic with a mark of direction", "القانون (RGPD)\u200f رقم 78\u200e-17"],
    ["Persian with a non-joiner", "می\u200cخواهم"],
    ["Hindi and Sinhala with joiners", "क्\u200dष ශ්\u200dරී"],
    ["Vietnamese, Thai, Hebrew with points", "Tiếng Việt ที่ שָׁלוֹם"],
    ["Japanese, and a wide space", "監視カメラ\u3000一覧"],
    ["lines and tabs", "one\n\n\ttwo"],
    ["Markdown and HTML, which are escaped where they are shown", "<b>*x*</b> & `y`"],
  ])("%s is kept to the letter", (_what, text) => {
    expect(read(text)).toEqual({ success: true, data: text });
  });

  it.each([
    ["zero-width space", "in\u200bvisible", "invisible"],
    ["word joiner", "in\u2060visible", "invisible"],
    ["byte order mark", "\ufeffvisible", "visible"],
    ["soft hyphen", "vidéo\u00adprotection", "vidéoprotection"],
    ["joiner between Latin letters", "ad\u200dmin", "admin"],
    ["non-joiner between Latin letters", "ad\u200cmin", "admin"],
    ["mark of direction among Latin letters", "a\u200eb\u200fc\u061cd", "abcd"],
    ["letters that are not seen, hidden words", "vu\u{e0041}\u{e0042}\u{e007f}", "vu"],
    ["variation selectors that hide bytes", "a\ufe01\u{e0101}\u{e01ef}b", "ab"],
    ["Hangul filler, Mongolian separator", "a\u3164b\u180ec\u115fd", "abcd"],
    ["signs of mathematics that are not seen", "2\u2062x", "2x"],
    ["interlinear marks", "a\ufff9b\ufffbc", "abc"],
    ["deprecated format characters", "a\u206ab\u206fc", "abc"],
    ["combining grapheme joiner", "a\u034fb", "ab"],
    ["many joiners in a row", "👩\u200d\u200d\u200d", "👩"],
    ["line ends of other systems", "a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"],
    ["letters in pieces", "e\u0301te\u0301", "été"],
    ["blanks around", " \u00a0\n a \t", "a"],
  ])("loses what is not seen: %s", (_what, text, kept) => {
    expect(read(text)).toEqual({ success: true, data: kept });
  });

  it.each([
    ["override from right to left", "pay\u202elog"],
    ["override from left to right", "pay\u202dlog"],
    ["embeddings", "a\u202ab\u202bc"],
    ["the end of one", "a\u202cb"],
    ["isolates", "a\u2066b\u2067c\u2068d\u2069e"],
    ["an override beside Hebrew", "שלום\u202eabc"],
  ])("is refused when it turns the direction of reading: %s", (_what, text) => {
    expect(reasonOf(text)).toBe("turned-reading");
  });

  it.each(["a\0b", "a\u0007b", "a\u001b[31mb", "a\u009bb", "a\u0085b", "a\vb", "a\u007fb"])(
    "is refused with the control character of %j",
    (text) => {
      expect(reasonOf(text)).toBe("control-character");
    },
  );

  it.each([
    ["half a character", "a\ud83db"],
    ["the other half", "a\ude00b"],
    ["a tower of accents", `a${"\u0300\u0316".repeat(20)}`],
  ])("is refused when it is broken: %s", (_what, text) => {
    expect(reasonOf(text)).toBe("broken-character");
  });

  it.each([
    [200, undefined],
    [201, "too-long"],
    [1_000_000, "too-long"],
  ])("of %d characters, where 200 are the most: %s", (length, reason) => {
    expect(reasonOf("é".repeat(length))).toBe(reason);
  });

  it("of a megabyte is refused before it is looked at", () => {
    const start = performance.now();
    for (const unit of ["x", "\u200b", "a\u0300", "👩\u200d", "\u{e0041}", "\u202e"]) {
      expect(reasonOf(unit.repeat(1_000_000 / unit.length))).toBe("too-long");
    }
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("of the longest length, all of it hidden, takes no second", () => {
    const start = performance.now();
    for (const unit of ["\u200b", "👩\u200d", "\u{e0041}", "a\u0300"]) {
      honestText(200_000).safeParse(unit.repeat(200_000 / unit.length));
    }
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it("that is needed says something, once what is not seen is gone", () => {
    for (const text of ["", " ", "\u200b\u2060", "\u3164"]) {
      expect(neededText(9).safeParse(text).error?.issues[0]?.message).toBe("missing");
    }
    expect(neededText(9).parse("a")).toBe("a");
  });

  it("of a file loses what is not seen and what turns the reading, and nothing else", () => {
    const text = "\ufeffCAM\u200b-1 \u202eevil\u202c «\u202fplace\u00a0» 👩\u200d🚒 e\u0301";
    expect(readableText(text)).toBe("CAM-1 evil «\u202fplace\u00a0» 👩\u200d🚒 e\u0301");
    expect(readableText("a\0b\nc")).toBe("a\0b\nc");
  });

  it("is read once and for all: what was kept is kept to the letter, and holds no deceit that is not said", () => {
    const sign = fc.oneof(
      fc.string({ unit: "binary", maxLength: 2 }),
      fc.constantFrom("\u200d", "\u200c", "\ufe0f", "\u200f", "👩", "❤", "\u{1f3f4}", "\u{e0067}"),
      fc.constantFrom("\u{e007f}", "ש", "क", "a", "e", "\u0301", "\r", "\n", "\u034f", " "),
    );
    const texts = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const plain = plainText(text);
        expect(plainText(plain)).toBe(plain);
        const parsed = read(text);
        if (parsed.success) expect(deceitIn(parsed.data)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
