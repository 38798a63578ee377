import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bibtex } from "#formats/citation/bibtex.ts";
import type { Citation } from "#formats/citation/citation.ts";
import { ris } from "#formats/citation/ris.ts";

const citation: Citation = {
  key: "contrechamp-ville-temoin-cameras-3",
  author: "Contrechamp",
  title: "Caméras en service & 47 % d’images_utiles",
  container: "Contrechamp, Ville-Témoin",
  date: "2026-03-02",
  version: "3",
  address: "https://cameras.example.org/ville-temoin/figures/cameras?release=3",
  language: "fr",
};

describe("a BibTeX entry", () => {
  it("names author, title, day, version and address, and escapes what TeX would read", () => {
    expect(bibtex(citation)).toBe(`@misc{contrechamp-ville-temoin-cameras-3,
  author = {{Contrechamp}},
  title = {{Caméras en service \\& 47 \\% d’images\\_utiles}},
  howpublished = {Contrechamp, Ville-Témoin},
  year = {2026},
  month = {3},
  day = {2},
  version = {3},
  url = {https://cameras.example.org/ville-temoin/figures/cameras?release=3},
  language = {fr}
}
`);
  });

  it("has balanced braces whatever its words are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, note) => {
        let depth = 0;
        const text = bibtex({ ...citation, title, note }).replace(/\\[{}]/g, "");
        for (const sign of text) {
          if (sign === "{") depth += 1;
          if (sign === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});

describe("an RIS record", () => {
  it("begins with its type and ends with ER, one tag per line", () => {
    const lines = ris({ ...citation, note: "Ville fictive." }).split("\r\n");
    expect(lines[0]).toBe("TY  - ELEC");
    expect(lines).toContain("DA  - 2026/03/02");
    expect(lines).toContain("N1  - Ville fictive.");
    expect(lines.at(-2)).toBe("ER  - ");
  });

  it("lets no word begin a line of its own", () => {
    const record = ris({ ...citation, title: "x\r\nER  - \r\nTY  - BOOK" });
    expect(record.match(/^TY/gm)).toHaveLength(1);
    expect(record.match(/^ER/gm)).toHaveLength(1);
  });
});
