import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { camerasDataset } from "#domain/dataset/declared/cameras.ts";
import { type CsvStyle, csvForm, writeCsv } from "#formats/export/write-csv.ts";
import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { completeLines } from "#persistence/open-data/complete-lines.ts";
import { streamDatasetRows } from "#persistence/open-data/dataset-rows.ts";
import { streamCameraCsv } from "#persistence/open-data/stream-camera-csv.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";

const { sql } = testDatabase();
beforeAll(async () => {
  await installFirstCities();
});

/** The file as PostgreSQL writes it, beside the same written row by row. */
function bothWays(style: CsvStyle): Promise<{ passed: string; written: string }> {
  return readSql(async (read) => {
    const city = await findCity(read, "ville-temoin");
    if (!city) throw new Error("no such city");
    const { head, ...form } = csvForm(camerasDataset.columns, style);
    const gather = async (chunks: AsyncIterable<Uint8Array>) => {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
      return Buffer.concat(parts).toString("utf8");
    };
    const lines = streamCameraCsv(read, city.id, releaseOf(city), form);
    const rows = streamDatasetRows(read, city.id, releaseOf(city), camerasDataset);
    return {
      passed: head + (await gather(lines)),
      written: await gather(writeCsv(camerasDataset.columns, rows, style)),
    };
  });
}

const styles: readonly CsvStyle[] = ["plain", "excel-fr"];

/** Texts that a spreadsheet would run, that need quotes, or that look like what passes between PostgreSQL and the program. */
const hostile = [
  "=cmd|' /C calc'!A0",
  "'=1+1",
  "''@x",
  "+33 4",
  "-",
  "'",
  "'quoted'",
  "\\.",
  "\\N",
  "a;b,c",
  'say "no"',
  '"',
  "two\nlines",
  "three\r\nlines\n",
  '\n"\u0001',
  "\tTab",
  "é, ç ; 日本 🎥",
  "",
  " ",
];

describe("the CSV of cameras as PostgreSQL writes it", () => {
  it.each(styles)("is that of the program, of every precision: %s", async (style) => {
    const { passed, written } = await bothWays(style);
    expect(written.split("\r\n").length).toBeGreaterThan(400);
    expect(passed).toBe(written);
  });

  it.each(styles)(
    "is that of the program for hostile cells, heads and odd degrees: %s",
    async (style) => {
      const texts = ["label", "address", "operator", "owner", "controller", "maintainer"];
      const references = await sql()<{ reference: string }[]>`
      SELECT reference FROM camera_version WHERE city_id = (SELECT id FROM city WHERE slug = 'ville-temoin')
      ORDER BY reference LIMIT ${hostile.length}`;
      for (const [i, { reference }] of references.entries()) {
        for (const [j, column] of texts.entries())
          await sql()`UPDATE camera_version SET ${sql()(column)} = ${hostile[(i + j * 3) % hostile.length] ?? ""}
          WHERE reference = ${reference}`;
      }
      const change = (reference: string, set: string) =>
        sql().unsafe(`UPDATE camera_version SET ${set} WHERE reference = '${reference}'`);
      await change(
        "VT-0002",
        `heads = '[{"from": 45}, {"from": 90, "to": 135, "type": "dome"}, {"type": "fixed"}, {"from": 12.5}]'`,
      );
      await change("VT-0004", "longitude = 0.00001, latitude = 45");
      await change("VT-0005", "longitude = -0.0, latitude = 0");
      await change("VT-0006", "longitude = 4.387178000000001, latitude = -45.1");
      await change("VT-0007", `attributes = '{"k": "a  b;\\"c", "n": 1.50}'`);
      await change(
        "VT-0008",
        `authorisation_references = '{"=1+1","a;b","c\\"d"}', purposes = '{}'`,
      );
      await change("VT-0009", "published_precision = 'street', precision_reason = E'=x\\n\"y\"'");
      const { passed, written } = await bothWays(style);
      expect(passed).toBe(written);
      expect(written).toContain("'=1+1");
    },
  );
});

describe("whole records out of chunks", () => {
  it("wherever the chunks are cut, records are the same, and cells keep their line ends", () => {
    const cell = fc.constantFrom("a", '"b""c"', '"x\ny"', '"\r\n"', "", "é");
    const record = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(record), fc.array(fc.nat(60), { maxLength: 8 }), (records, cuts) => {
        const bytes = Buffer.from(records.map((one) => `${one}\n`).join(""));
        const places = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length];
        const take = completeLines('"mark', () => "");
        const sorted = [0, ...places.sort((a, b) => a - b)];
        const given = sorted
          .slice(1)
          .map((to, i) => take(bytes.subarray(sorted[i], to)).toString());
        expect(given.join("")).toBe(records.map((one) => `${one}\r\n`).join(""));
      }),
    );
  });
});
