import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { markdownBlocks } from "#formats/document/markdown-blocks.ts";
import type { Block, TextDocument } from "#formats/document/text-document.ts";
import { writeOdt } from "#formats/document/write-odt.ts";

const documentOf = (blocks: readonly Block[]): TextDocument => ({
  title: "Rapport <2024> & suite",
  language: "fr",
  country: "FR",
  footer: "Rapport annuel",
  pageWords: "page {page} sur {pages}",
  date: "2026-11-26T10:00:00.000Z",
  blocks,
});

/** Each file of the document as text; throws where one is not well-formed. */
function opened(blocks: readonly Block[]): Record<string, string> {
  const files = unzipSync(writeOdt(documentOf(blocks)));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const text = strFromU8(bytes);
      if (name.endsWith(".xml")) {
        const parser = new SaxesParser({ xmlns: true });
        parser.on("error", (failure) => {
          throw failure;
        });
        parser.write(text).close();
      }
      return [name, text];
    }),
  );
}

describe("a text document", () => {
  it("says what it is in its first bytes, uncompressed", () => {
    const bytes = Buffer.from(writeOdt(documentOf([])));
    expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
    expect(bytes.subarray(38, 77).toString()).toBe("application/vnd.oasis.opendocument.text");
  });

  it("has its language, real headings, tables with a header, and the number of the page", () => {
    const files = opened([
      { kind: "heading", level: 2, text: "Les coûts" },
      {
        kind: "table",
        caption: "",
        widths: [2, 1],
        header: ["Chiffre", "Valeur"],
        rows: [[[{ text: "Coût", bold: true }], [{ text: "1 €" }]]],
      },
    ]);
    expect(files["content.xml"]).toContain('text:outline-level="2">Les coûts</text:h>');
    expect(files["content.xml"]).toContain("<table:table-header-rows>");
    expect(files["styles.xml"]).toContain('fo:language="fr" fo:country="FR"');
    expect(files["styles.xml"]).toContain("<text:page-number");
    expect(files["meta.xml"]).toContain("Rapport &lt;2024&gt; &amp; suite");
  });

  it("is the same bytes for the same words", () => {
    const blocks: Block[] = [{ kind: "paragraph", runs: [{ text: "Deux fois." }] }];
    expect(Buffer.from(writeOdt(documentOf(blocks)))).toEqual(
      Buffer.from(writeOdt(documentOf(blocks))),
    );
  });

  it("is well-formed whatever its words are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const files = opened([
          { kind: "paragraph", runs: [{ text, bold: true, address: text }] },
          ...markdownBlocks(text, 2),
        ]);
        expect(files["content.xml"]).toContain("</office:document-content>");
      }),
      { numRuns: 100 },
    );
  });
});

describe("Markdown as blocks of a document", () => {
  it("keeps headings under the part's own, lists, tables, emphasis and addresses", () => {
    const text =
      "# One\n\n- a **b**\n- [c](https://example.org)\n\n| x | y |\n|---|---|\n| 1 | 2 |";
    expect(markdownBlocks(text, 2)).toEqual([
      { kind: "heading", level: 3, text: "One" },
      {
        kind: "list",
        isNumbered: false,
        items: [
          [{ text: "a " }, { text: "b", bold: true }],
          [{ text: "c", address: "https://example.org" }],
        ],
      },
      {
        kind: "table",
        caption: "",
        widths: [1, 1],
        header: ["x", "y"],
        rows: [[[{ text: "1" }], [{ text: "2" }]]],
      },
    ]);
  });

  it("puts figures in the place of their names, and leaves a name that is none", () => {
    const [block] = markdownBlocks("{{figure:a}} and {{figure:b}}", 2, (name, key) =>
      name === "figure" && key === "a" ? "42" : undefined,
    );
    expect(block).toEqual({ kind: "paragraph", runs: [{ text: "42 and {{figure:b}}" }] });
  });

  it("keeps nothing that could act", () => {
    const words = JSON.stringify(
      markdownBlocks("<script>alert(1)</script>\n\n[x](javascript:alert(2)) \u202eevil", 2),
    );
    expect(words).not.toContain("alert");
    expect(words).not.toContain("\u202e");
  });
});
