import { describe, expect, it } from "vitest";
import { FormatProblem } from "#formats/format-problem.ts";
import { openTable } from "#formats/table/open-table.ts";
import type { TableOptions, TableRow } from "#formats/table/opened-table.ts";
import { odsFile, xlsxFile, zipped } from "./spreadsheet-files.ts";

function source(content: string | Uint8Array, pieces = 7) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    name: "file",
    bytes: bytes.byteLength,
    // Cut in odd places: no reader may lean on where chunks end.
    open: async function* () {
      const step = Math.max(1, Math.ceil(bytes.byteLength / pieces));
      for (let at = 0; at < bytes.byteLength; at += step) yield bytes.subarray(at, at + step);
    },
  };
}

async function read(content: string | Uint8Array, options: TableOptions = {}) {
  const table = await openTable(source(content), options);
  const rows: TableRow[] = [];
  for await (const batch of table.rows) rows.push(...batch);
  return { ...table, rows };
}

async function problemOf(content: string | Uint8Array, options: TableOptions = {}) {
  try {
    await read(content, options);
  } catch (failure) {
    if (failure instanceof FormatProblem) return failure.code;
    throw failure;
  }
  return "read";
}

describe("delimited text", () => {
  it("is read with the delimiter that its lines share", async () => {
    for (const [delimiter, text] of [
      [",", "a,b\n1,2\n"],
      [";", "a;b\n1,5;2\n"],
      ["\t", "a\tb\n1\t2\n"],
    ]) {
      const table = await read(text ?? "");
      expect([table.delimiter, table.headers]).toEqual([delimiter, ["a", "b"]]);
    }
  });

  it("names the line of each row, also after cells with line ends", async () => {
    const { rows } = await read('a,b\n"x\ny",1\nz,2\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("keeps every field of a ragged row", async () => {
    const { rows } = await read("a;b\n1;2;3\n4\n");
    expect(rows.map(({ fields }) => fields)).toEqual([["1", "2", "3"], ["4"]]);
    expect(rows[1]?.cells).toEqual({ a: "4", b: null });
  });

  it("tells columns of the same name apart", async () => {
    expect((await read("date,date,\n1,2,3\n")).headers).toEqual(["date", "date (2)", "column 3"]);
  });

  it("is decoded from UTF-8 with or without its mark, Windows-1252, CP949 and UTF-16", async () => {
    const text = "ville;année\nSaint-Étienne;« 2019 »\n";
    expect((await read(text)).rows[0]?.cells.ville).toBe("Saint-Étienne");
    expect((await read(`\ufeff${text}`)).headers).toEqual(["ville", "année"]);
    const latin = Buffer.from([...text].map((letter) => letter.charCodeAt(0)));
    expect(await read(latin)).toMatchObject({
      encoding: "windows-1252",
      headers: ["ville", "année"],
    });
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    expect((await read(utf16)).rows[0]?.cells.ville).toBe("Saint-Étienne");
    // "서울,카메라" ("Seoul, camera") in CP949.
    const korean = Buffer.concat([
      Buffer.from("city,kind\n"),
      ...Array.from({ length: 4 }, () =>
        Buffer.from([0xbc, 0xad, 0xbf, 0xef, 0x2c, 0xc4, 0xab, 0xb8, 0xde, 0xb6, 0xf3, 0x0a]),
      ),
    ]);
    expect((await read(korean)).rows[0]?.cells).toEqual({ city: "서울", kind: "카메라" });
  });
});

describe("JSON", () => {
  const feature = (id: number) =>
    `{"type":"Feature","id":${id},"properties":{"name":"n\\"}${id}","tags":{"a":[1]}},"geometry":{"type":"Point","coordinates":[4,45]}}`;

  it("is read feature by feature", async () => {
    const { format, rows } = await read(
      `{"type":"FeatureCollection","features":[${feature(1)},\n${feature(2)}]}`,
    );
    expect(format).toBe("geojson");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      line: 2,
      cells: { "@id": "2", name: 'n"}2', tags: '{"a":[1]}' },
      geometry: { type: "Point", coordinates: [4, 45] },
    });
  });

  it("is read line by line, object by object and element by element", async () => {
    expect(await read(`${feature(1)}\n${feature(2)}\n`)).toMatchObject({ format: "ndjson" });
    expect((await read('[{"a":1},{"a":null}]')).rows.map(({ cells }) => cells.a)).toEqual([
      "1",
      null,
    ]);
    const overpass =
      '{"version":0.6,"elements":[{"type":"node","id":7,"lat":45.4,"lon":4.4,"tags":{"man_made":"surveillance"}},{"type":"node","id":8,"lat":1,"lon":1}]}';
    const { format, rows } = await read(overpass);
    expect(format).toBe("overpass");
    expect(rows).toEqual([
      {
        line: 1,
        cells: { man_made: "surveillance", "@id": "7", "@type": "node" },
        geometry: { type: "Point", coordinates: [4.4, 45.4] },
      },
    ]);
  });

  it("nested without end, cut short, or holding no list is refused", async () => {
    expect(await problemOf(`{"features":[{"a":${"[".repeat(100_000)}`)).toBe("nested-too-deep");
    expect(await problemOf(`{"a":${"[".repeat(90)}${"]".repeat(90)}}\n{"a":1}`)).toBe(
      "nested-too-deep",
    );
    expect(await problemOf(`{"features":[${feature(1)},{"type":"Fea`)).toBe("truncated-file");
    expect(await problemOf('{"a":{"b":1}, "c": [1,2]}\n')).not.toBe("truncated-file");
  });
});

describe("spreadsheets", () => {
  const header = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>';
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

  it("in Office Open XML give numbers, texts, dates and gaps; titles stand above the header", async () => {
    const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Inventaire</t></is></c></row>';
    const row = '<row r="4"><c r="A4"><v>1001.0</v></c><c r="C4" s="1"><v>40898</v></c></row>';
    const { headers, rows } = await read(xlsxFile(sheet(title + header + row)));
    expect(headers).toEqual(["numéro", "column 2", "installée"]);
    // 40898 is 2011-12-21: ECMA-376 counts from 1899-12-30.
    expect(rows).toEqual([
      { line: 4, cells: { numéro: "1001", "column 2": null, installée: "2011-12-21" } },
    ]);
  });

  it("in OpenDocument give typed values, and a million empty repeats cost nothing", async () => {
    const cell = (text: string, type = "") =>
      `<table:table-cell ${type}><text:p>${text}</text:p></table:table-cell>`;
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>';
    const { rows } = await read(
      odsFile(
        `<table:table table:name="A"><table:table-row>${cell("numéro")}${cell("date")}${empty}</table:table-row>
         <table:table-row>${cell("0012")}${cell("14/05/19", 'office:value-type="date" office:date-value="2019-05-14"')}${empty}</table:table-row>
         <table:table-row table:number-rows-repeated="1048570">${empty}</table:table-row></table:table>`,
      ),
    );
    expect(rows).toEqual([{ line: 2, cells: { numéro: "0012", date: "2019-05-14" } }]);
  });

  it("with a document type, a missing text, too many columns or an unknown sheet are refused", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';
    expect(await problemOf(xlsxFile(bomb))).toBe("malformed-xml");
    expect(await problemOf(xlsxFile(sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')))).toBe(
      "malformed-xml",
    );
    expect(await problemOf(xlsxFile(sheet('<row r="1"><c r="XFD1"><v>9</v></c></row>')))).toBe(
      "too-many-columns",
    );
    expect(await problemOf(xlsxFile(sheet(header)), { sheet: "Autre" })).toBe("no-such-sheet");
  });
});

describe("archives", () => {
  it("with one table inside are opened", async () => {
    expect((await read(zipped({ "spend.csv": "a,b\n1,2\n" }))).rows[0]?.cells).toEqual({
      a: "1",
      b: "2",
    });
  });

  it("with several tables, none, or a bomb are refused", async () => {
    expect(await problemOf(zipped({ "a.csv": "a\n1", "b.csv": "b\n1" }))).toBe("several-tables");
    expect(await problemOf(zipped({ "a.png": "x" }))).toBe("unknown-format");
    expect(
      await problemOf(zipped({ "a.csv": Buffer.alloc(51_000_000, `${"x".repeat(999)}\n`) })),
    ).toBe("zip-bomb");
  });

  it("cut short, damaged or encrypted are refused", async () => {
    const whole = zipped({ "a.csv": "a,b\n1,2\n".repeat(50) });
    expect(await problemOf(whole.subarray(0, whole.length - 30))).toBe("truncated-file");
    const damaged = Buffer.from(whole);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect(await problemOf(damaged)).toBe("unreadable-archive");
    const encrypted = Buffer.from(whole);
    const entry = encrypted.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    encrypted[entry + 8] = (encrypted[entry + 8] ?? 0) | 1;
    expect(await problemOf(encrypted)).toBe("unreadable-archive");
  });
});

describe("files that are no table", () => {
  it.each([
    ["nothing", "", "empty-file"],
    ["blanks", " \n\n", "empty-file"],
    ["a PDF", "%PDF-1.7 …", "binary-file"],
    ["null bytes", "a,b\n\0\0\0", "binary-file"],
    ["a web page", "<!doctype html><html></html>", "unknown-format"],
    ["a line of 3 MB", `a,b\n${"x".repeat(3_000_000)}`, "line-too-long"],
    ["a quote never closed", `a,b\n"1,2\n3,4\n`, "truncated-file"],
    [
      "2,000 columns",
      Array.from({ length: 2_000 }, (_, i) => `c${i}`).join(","),
      "too-many-columns",
    ],
  ])("%s", async (_, content, code) => {
    expect(await problemOf(content)).toBe(code);
  });

  it("of another format than asked for are refused", async () => {
    expect(await problemOf("a,b\n1,2\n", { format: "geojson" })).toBe("unexpected-format");
  });
});
