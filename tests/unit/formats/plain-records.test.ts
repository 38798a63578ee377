import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FormatProblem } from "#formats/format-problem.ts";
import { longestRecord } from "#formats/table/opened-table.ts";
import { PlainRecords } from "#formats/table/plain-records.ts";

const settings = { bom: true, relax_quotes: true, relax_column_count: true, delimiter: "," };

/** What the parser that takes over makes of a text; undefined when it refuses it. */
function parsed(text: string, lineBreak?: string): string[][] | undefined {
  try {
    return parse(text, {
      ...settings,
      ...(lineBreak === undefined ? {} : { record_delimiter: lineBreak }),
    });
  } catch {
    return undefined;
  }
}

/** Cuts what is plain and hands the rest over, as the reader of files does. */
function read(pieces: readonly string[]): { records: string[][] | undefined; handedOver: boolean } {
  const plain = new PlainRecords(",");
  const records: string[][] = [];
  for (const [i, piece] of pieces.entries()) {
    const cut = plain.take(piece);
    if (cut === undefined) {
      const rest = parsed(plain.rest + pieces.slice(i + 1).join(""), plain.lineBreak);
      return { records: rest && [...records, ...rest], handedOver: true };
    }
    records.push(...cut);
  }
  return { records: [...records, ...plain.end()], handedOver: false };
}

const words = ["a", "bc", ",", "\n", "\r\n", " ", "é"];
const pieceOf = (alphabet: readonly string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((parts) => parts.join(""));

describe("plain records", () => {
  it("are those of the parser, wherever the text is cut, and without its help when there is no quote", () => {
    fc.assert(
      fc.property(fc.array(pieceOf(words), { minLength: 1, maxLength: 8 }), (pieces) => {
        expect(read(pieces)).toEqual({ records: parsed(pieces.join("")), handedOver: false });
      }),
      { numRuns: 2000 },
    );
  });

  it("are those of the parser when a quote or an old line end comes in between", () => {
    const alphabet = [...words, '"', '"x,y"', '"\n"', '""', "\r"];
    fc.assert(
      fc.property(fc.array(pieceOf(alphabet), { minLength: 1, maxLength: 8 }), (pieces) => {
        expect(read(pieces).records).toEqual(parsed(pieces.join("")));
      }),
      { numRuns: 5000 },
    );
  });

  it("begin after a byte order mark", () => {
    expect(read(["\ufeffa,b\r", "\n1,2"]).records).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("are refused when no line ends for too long", () => {
    const plain = new PlainRecords(",");
    const piece = "x".repeat(longestRecord / 4);
    const takeAll = () => {
      for (let i = 0; i < 5; i++) plain.take(piece);
    };
    expect(takeAll).toThrow(FormatProblem);
  });
});
