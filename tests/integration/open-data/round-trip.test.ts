import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { findDataFile } from "#domain/dataset/files/data-file.ts";
import { readDecimal } from "#domain/importing/cell-values.ts";
import { openTable } from "#formats/table/open-table.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { writeDataFile } from "#use-cases/open-data/write-data-file.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";
import { publishTestAnnotation } from "./published-annotation.ts";
import { publishTestEvaluation } from "./published-evaluation.ts";

const { sql } = testDatabase();
const latest = new Map<string, number>();
beforeAll(async () => {
  await installFirstCities();
});

async function releaseOf(city: string): Promise<number> {
  const [row] =
    await sql()`SELECT max(number)::int AS number FROM release r JOIN city c ON c.id = r.city_id WHERE c.slug = ${city}`;
  latest.set(city, row?.number);
  return row?.number;
}

async function file(city: string, name: string, release?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const known = findDataFile(name);
  if (!known) throw new Error(`no file is called ${name}`);
  const isThere = await writeDataFile(
    city,
    release ?? (await releaseOf(city)),
    "",
    known,
    async (chunk) => {
      chunks.push(Uint8Array.from(chunk));
    },
  );
  if (!isThere) throw new Error("no such release");
  return Buffer.concat(chunks);
}

type Cells = Readonly<Record<string, string | null>>;

async function rowsOf(name: string, bytes: Uint8Array): Promise<Cells[]> {
  const open = async function* () {
    yield bytes;
  };
  const table = await openTable({ name, bytes: bytes.byteLength, open }, {});
  const rows: Cells[] = [];
  for await (const batch of table.rows) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

/** Where a row was taken from is the file itself, once it is imported. */
const withoutSource = (rows: readonly Cells[]) => rows.map(({ source: _, ...rest }) => rest);

/** In the order in which a new city needs them; outcomes are public after protection, and are not the counts themselves. */
const carried = [
  ["boundary", "boundary.geojson"],
  ["districts", "districts.geojson"],
  ["population", "population.csv"],
  ["authorisations", "authorisations.csv"],
  ["cameras", "cameras.csv"],
  ["costs", "costs.csv"],
  ["published-figures", "published-figures.csv"],
  ["institutions", "institutions.csv"],
  ["contracts", "contracts.csv"],
  ["effect-studies", "effect-studies.csv"],
] as const;

async function carry(from: string, to: string, change: (name: string) => string): Promise<void> {
  for (const [preset, name] of carried) {
    const given = change(name);
    const report = await importText(to, preset, await file(from, given), { name: given });
    expect([given, report.outcome, report.kept, report.errors]).toEqual([given, "applied", [], []]);
  }
}

/** The order of purposes in a cell says nothing, and is the law's once read. */
function comparable(line: string) {
  const row = JSON.parse(line);
  const purposes: string[] | undefined = row.purposes;
  return { ...row, source: "", ...(purposes ? { purposes: [...purposes].sort() } : {}) };
}

async function expectSame(from: string, to: string): Promise<void> {
  for (const [preset] of carried) {
    const name = `${preset}.ndjson`;
    const lines = async (city: string) =>
      (await file(city, name)).toString().trim().split("\n").map(comparable);
    expect([preset, await lines(to)]).toEqual([preset, await lines(from)]);
  }
}

describe("a city's files, imported again", () => {
  it("lose nothing of Ville-Témoin, as CSV and GeoJSON", async () => {
    await newCity("copy");
    await carry("ville-temoin", "copy", (name) => name);
    await expectSame("ville-temoin", "copy");
  });

  it("lose nothing as French-Excel CSV, nor as workbooks", async () => {
    await newCity("excel");
    await carry("ville-temoin", "excel", (name) => name.replace(/\.csv$/, "-excel.csv"));
    await expectSame("ville-temoin", "excel");
    await newCity("workbook");
    await carry("ville-temoin", "workbook", (name) => name.replace(/\.csv$/, ".xlsx"));
    await expectSame("ville-temoin", "workbook");
  });

  it("lose no formula, quote, separator or attribute that a register may hold", async () => {
    const city = await newCity("hostile");
    const label = [
      "=cmd|' /C calc'!A0",
      "'=1+1",
      "''@x",
      "+33 4",
      "-",
      "a;b,c",
      'say "no"',
      "ligne  double",
      "@SUM(A1)",
      "'",
      "'quoted'",
    ];
    const csv = label.map(
      (text, i) =>
        `H-${i},"${text.replaceAll('"', '""')}","{""k"":""  ; = ${i}"",""n"":1.5,""b"":true}",45;90-135 (dome)`,
    );
    await importText(city, "cameras", `reference,label,attributes,directions\n${csv.join("\n")}\n`);
    const exported = (await file(city, "cameras.csv")).toString();
    for (const line of exported.split("\r\n").slice(1))
      for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
        expect(cell).not.toMatch(/^"?[=+@\t]/);
    await newCity("hostile-again");
    for (const name of ["cameras.csv", "cameras-excel.csv", "cameras.xlsx"]) {
      const report = await importText("hostile-again", "cameras", await file(city, name), { name });
      expect([name, report.kept]).toEqual([name, []]);
      const lines = async (slug: string) =>
        (await file(slug, "cameras.ndjson")).toString().trim().split("\n").map(comparable);
      expect(await lines("hostile-again")).toEqual(await lines(city));
    }
  });
});

function numberIn(cell: string | null | undefined): number | null {
  const read = readDecimal(cell);
  return read.ok && read.value !== undefined ? Number(read.value) : null;
}

describe("the files of a release", () => {
  it("say the same rows in every format", async () => {
    const slug = await publishTestEvaluation("ville-temoin", "Avis d’essai");
    await publishTestAnnotation("ville-temoin", { kind: "evaluation", reference: slug });
    await importText("ville-temoin", "price-index", "name,base,year,value\nIPC,2015,2015,100\n");
    for (const { id, columns } of datasets) {
      const csv = withoutSource(await rowsOf(`${id}.csv`, await file("ville-temoin", `${id}.csv`)));
      const xlsx = withoutSource(
        await rowsOf(`${id}.xlsx`, await file("ville-temoin", `${id}.xlsx`)),
      );
      const lines = (await file("ville-temoin", `${id}.ndjson`)).toString().trim().split("\n");
      const parquet = await file("ville-temoin", `${id}.parquet`);
      const buffer = parquet.buffer.slice(
        parquet.byteOffset,
        parquet.byteOffset + parquet.byteLength,
      );
      const packed = await parquetReadObjects({ file: buffer as ArrayBuffer });
      expect([id, xlsx.length, lines.length, packed.length]).toEqual([
        id,
        csv.length,
        csv.length,
        csv.length,
      ]);
      const numbers = columns.filter(({ type }) => ["integer", "number", "money"].includes(type));
      const inLines = lines.map((line) => JSON.parse(line));
      for (const { name } of numbers) {
        const said = inLines.map((row) => row[name]);
        expect([id, name, packed.map((row) => row[name] ?? null)]).toEqual([id, name, said]);
        expect([id, name, csv.map((row) => numberIn(row[name]))]).toEqual([id, name, said]);
      }
    }
  });

  it("the archive holds rows, words and the digests of all its other files, the same at every making", async () => {
    const bytes = await file("ville-temoin", "archive.zip");
    expect((await file("ville-temoin", "archive.zip")).equals(bytes)).toBe(true);
    const members = unzipSync(bytes);
    const text = (name: string) => Buffer.from(members[name] ?? []).toString();
    const digests = text("SHA256SUMS")
      .trim()
      .split("\n")
      .map((line) => line.split("  "));
    expect(digests.map(([, name]) => name).sort()).toEqual(
      Object.keys(members)
        .filter((name) => name !== "SHA256SUMS")
        .sort(),
    );
    for (const [digest, name = ""] of digests)
      expect(
        createHash("sha256")
          .update(members[name] ?? "")
          .digest("hex"),
      ).toBe(digest);
    expect(text("README.md")).toContain("VILLE FICTIVE");
    expect(text("README.md")).not.toMatch(/\{\w+\}/);
    const described = JSON.parse(text("datapackage.json"));
    expect(described.resources.map(({ path }: { path: string }) => path)).toEqual(
      datasets.map(({ id }) => `${id}.csv`),
    );
    const header = text("cameras.csv").split("\r\n")[0]?.split(",");
    expect(described.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(
      header,
    );
    expect(
      Buffer.from(members["cameras.csv"] ?? []).equals(await file("ville-temoin", "cameras.csv")),
    ).toBe(true);
  });

  it("the digests listed are those of the files", async () => {
    const sums = (await file("saint-etienne", "SHA256SUMS")).toString().trim().split("\n");
    for (const line of sums.slice(0, 12)) {
      const [digest, name = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(await file("saint-etienne", name))
          .digest("hex"),
      ).toBe(digest);
    }
  });

  it("an earlier release keeps its files whatever came later, and one that does not exist has none", async () => {
    const city = await newCity("ages");
    await importText(city, "cameras", "reference\nA\n");
    const first = await file(city, "cameras.csv", 1);
    await importText(city, "cameras", "reference\nA\nB\n");
    expect((await file(city, "cameras.csv", 1)).equals(first)).toBe(true);
    expect((await file(city, "cameras.csv", 2)).toString().split("\r\n")).toHaveLength(4);
    await expect(file(city, "cameras.csv", 3)).rejects.toThrow("no such release");
  });

  it("a camera published at street precision, or hidden, is in no file as it is kept", async () => {
    const [kept] =
      await sql()`UPDATE camera_version SET published_precision = 'street', precision_reason = 'essai', address = '1 rue Secrète'
      WHERE reference = 'VT-0020' RETURNING longitude::text, latitude::text`;
    for (const name of ["cameras.csv", "cameras.geojson", "cameras.ndjson", "cameras-excel.csv"]) {
      const text = (await file("ville-temoin", name)).toString().replaceAll(",", ".");
      expect(text).not.toContain("Secrète");
      expect(text).not.toContain(`${kept?.longitude}`);
    }
  });
});
