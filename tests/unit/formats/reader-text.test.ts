import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markPassages, readerText } from "#formats/markdown/reader-text.ts";
import { renderMarkdown } from "#formats/markdown/render-markdown.ts";

const html = renderMarkdown(
  "# One\n\nA *short* & <b>hostile</b> [link](https://a.example/?b=1&c=2).\n\n- first\n- second",
);

describe("what is read of a text", () => {
  it("is its words with single spaces, entities as characters, tags left out", () => {
    expect(readerText(html)).toBe("One A short & hostile link. first second");
    expect(readerText("<p>a&nbsp;&#39;b&#x27;&lt;</p>")).toBe("a\u00a0'b'<".replace("\u00a0", " "));
  });
});

describe("a mark", () => {
  const marked = (words: string) => {
    const start = readerText(html).indexOf(words);
    return markPassages(html, [{ start, end: start + words.length, after: "[1]" }]);
  };
  it("goes around the words, over the tags between them", () => {
    expect(marked("short & hos")).toContain(
      "<em><mark>short</mark></em><mark> &amp; hos</mark>[1]tile",
    );
  });
  it("has its number after a link, never in it", () => {
    expect(marked("li")).toContain("<mark>li</mark>nk</a>[1].");
  });
  it("is closed at the end of a text that it reaches", () => {
    expect(marked("second")).toContain("<li><mark>second</mark>[1]</li>");
  });
  it("leaves the text as it was without a passage", () => {
    expect(markPassages(html, [])).toBe(html);
  });
  it("never changes what is read, and stays balanced, wherever passages lie", () => {
    const length = readerText(html).length;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 5 }), (pairs) => {
        const marks = pairs.map(([a, b]) => ({
          start: Math.min(a, b),
          end: Math.max(a, b),
          after: "",
        }));
        const result = markPassages(html, marks);
        expect(readerText(result)).toBe(readerText(html));
        expect(result.match(/<mark>/g)?.length ?? 0).toBe(result.match(/<\/mark>/g)?.length ?? 0);
        expect(result).not.toMatch(/<mark>[^<]*<(?!\/mark>)/);
      }),
    );
  });
});
