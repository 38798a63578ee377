import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ExportColumn, writeCents, writeJsonCell } from "#formats/export/export-column.ts";
import { writeCsv } from "#formats/export/write-csv.ts";
import { writeXlsx } from "#formats/export/write-xlsx.ts";
import { guardFormula, unguardFormula } from "#formats/table/formula-guard.ts";

const columns: readonly ExportColumn[] = [
  { name: "name", type: "string" },
  { name: "amount", type: "money" },
  { name: "shape", type: "geometry" },
];

async function* once<Row>(...rows: Row[]) {
  yield rows;
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

describe("a cell that a spreadsheet would run", () => {
  it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''-"])(
    "%j is written as text",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it("whatever it holds, is read again as it was, and never starts as a formula", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "a", "\t", " ") });
    fc.assert(
      fc.property(text, (written) => {
        expect(unguardFormula(guardFormula(written))).toBe(written);
        expect(guardFormula(written)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it("text that nobody guarded stays as it is", () => {
    for (const text of ["'quoted'", "'", "", "l'été", "'a=b"])
      expect(unguardFormula(text)).toBe(text);
  });
});

describe("CSV", () => {
  const row = { name: 'a;b, "c"', amount: -5, shape: { type: "Point", coordinates: [] } };

  it("is RFC 4180, or what a French Excel opens; shapes are left to other formats", async () => {
    expect(await textOf(writeCsv(columns, once(row)))).toBe(
      'name,amount\r\n"a;b, ""c""",-0.05\r\n',
    );
    expect(await textOf(writeCsv(columns, once(row), "excel-fr"))).toBe(
      '\ufeffname;amount\r\n"a;b, ""c""";-0,05\r\n',
    );
  });

  it("an absent cell is empty, and no rows are a heading", async () => {
    expect(await textOf(writeCsv(columns, once({ name: null, amount: null })))).toBe(
      "name,amount\r\n,\r\n",
    );
    expect(await textOf(writeCsv(columns, once()))).toBe("name,amount\r\n");
  });
});

describe("numbers and JSON in a cell", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [123450, "1234.50"],
    [-100, "-1.00"],
  ])("%i cents are %s", (cents, text) => {
    expect(writeCents(cents)).toBe(text);
  });

  it("JSON keeps its blanks whatever folds them on the way", () => {
    const value = { a: "x  y\u00a0z", b: " " };
    const written = writeJsonCell(value);
    expect(JSON.parse(written.replace(/\s+/gu, " "))).toEqual(value);
  });
});

it("a workbook holds what XML can hold, and says where each cell stands", async () => {
  const chunks: Uint8Array[] = [];
  const row = { name: "<=1+1>\u0000&", amount: 123456, shape: null };
  for await (const chunk of writeXlsx([{ name: "a&b", columns, batches: once(row) }], new Date(0)))
    chunks.push(chunk);
  const members = unzipSync(Buffer.concat(chunks));
  const sheet = Buffer.from(members["xl/worksheets/sheet1.xml"] ?? []).toString();
  expect(sheet).toContain(
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve">&lt;=1+1&gt;&amp;</t></is></c><c r="B2" s="2"><v>1234.56</v></c>',
  );
  expect(sheet).not.toContain("<f>");
  expect(Buffer.from(members["xl/workbook.xml"] ?? []).toString()).toContain('name="a&amp;b"');
});
