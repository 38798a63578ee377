import { beforeAll, describe, expect, it } from "vitest";
import { toJsonRow } from "#domain/dataset/api/row-schema.ts";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import { camerasDataset } from "#domain/dataset/declared/cameras.ts";
import { guessCameraIndex } from "#persistence/camera-index.ts";
import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { streamDatasetRows } from "#persistence/open-data/dataset-rows.ts";
import { findCameraRows, findCameraRowTexts, findCameras } from "#use-cases/camera/find-cameras.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();
beforeAll(async () => {
  await installFirstCities();
});

const today = "2026-06-01";
const everything = { city: "ville-temoin", filter: noFilter, limit: 1_000, today };

const hostile = [
  'say "no"',
  "two\nlines",
  "tab\t\\N",
  "é 日本 🎥",
  "",
  "{a,NULL}",
  "\u0001\b\f\r\u001f",
];

/** The first time step by step, which remembers the city; then in one statement. */
async function bothTimes(search: typeof everything) {
  const first = await findCameraRows(search);
  expect(guessCameraIndex({ slug: search.city, release: undefined }, today)).toBeDefined();
  return { first, again: await findCameraRows(search) };
}

describe("a page of cameras", () => {
  it("is the same from the memory as step by step, and as the file's rows, of every precision", async () => {
    const texts = ["label", "address", "operator", "owner"];
    for (const [i, text] of hostile.entries())
      await sql()`UPDATE camera_version SET ${sql()(texts[i % texts.length] ?? "label")} = ${text},
        longitude = 0.00001, heads = '[{"from": 10, "to": 20.5, "type": "dome"}]',
        attributes = '{"a": "\\"", "b": 1.50, "c": false}'
        WHERE reference = ${`VT-00${10 + i}`}`;
    const { first, again } = await bothTimes(everything);
    const rows = await readSql(async (read) => {
      const city = await findCity(read, "ville-temoin");
      if (!city) throw new Error("no such city");
      const all: unknown[] = [];
      for await (const batch of streamDatasetRows(read, city.id, releaseOf(city), camerasDataset))
        all.push(...batch);
      return all;
    });
    expect(new Set(first?.rows.map((row) => row.published_precision)).size).toBeGreaterThan(2);
    expect(first?.rows).toEqual(rows);
    expect(again).toEqual(first);
  });

  it("is written by PostgreSQL as by the program, of every precision and with hostile texts", async () => {
    const named = ["label", "address", "operator", "owner", "controller", "maintainer"];
    for (const [i, text] of [...hostile, "\u007f\u2028/"].entries()) {
      const texts = Object.fromEntries(named.map((name, j) => [name, j % 3 === 2 ? null : text]));
      const purposes = ["traffic-flow", "fly-tipping"].slice(0, i % 3);
      await sql()`UPDATE camera_version SET ${sql()({ ...texts, purposes })}, published_precision = 'exact',
        latitude = CASE WHEN ${i % 4} = 3 THEN -0.00005 ELSE latitude END, heads = NULL, attributes = NULL,
        precision_decided_on = '2024-02-29' WHERE reference = ${`VT-01${10 + i}`}`;
    }
    const rows = (await findCameraRows(everything))?.rows ?? [];
    const texts = (await findCameraRowTexts(everything))?.rows ?? [];
    expect(texts.length).toBe(400);
    expect(texts).toEqual(rows.map((row) => JSON.stringify(toJsonRow(camerasDataset, row))));
  });

  it("is in the order of the references, and as long as asked, from the memory too", async () => {
    const page = { ...everything, limit: 7, offset: 390 };
    const { first, again } = await bothTimes(page);
    const references = again?.rows.map(({ reference }) => String(reference)) ?? [];
    expect(references).toHaveLength(7);
    expect(references).toEqual([...references].sort());
    expect(again).toEqual(first);
    expect((await findCameras({ ...page, limit: 0 }))?.cameras).toEqual([]);
  });

  it("is of the release that stands, though another is remembered", async () => {
    const city = await newCity("pages-of-releases");
    const search = { ...everything, city: "pages-of-releases" };
    const references = async (release?: number) =>
      (await findCameraRows({ ...search, release }))?.rows.map(({ reference }) => reference);
    await importText(city, "cameras", "reference,status\nA,planned\nB,planned\n");
    expect(await references()).toEqual(["A", "B"]);
    expect(await references()).toEqual(["A", "B"]);
    await importText(city, "cameras", "reference,status\nA,planned\nB,in-service\nC,planned\n");
    expect(await references()).toEqual(["A", "B", "C"]);
    expect(await references(1)).toEqual(["A", "B"]);
    expect((await findCameraRows({ ...search, release: 1 }))?.rows[1]?.status).toBe("planned");
    expect(await findCameraRows({ ...search, release: 9 })).toBeUndefined();
  });

  it("keeps what a draft is about to end", async () => {
    const city = await newCity("pages-of-a-draft");
    const search = { ...everything, city: "pages-of-a-draft" };
    await importText(city, "cameras", "reference,status\nA,planned\nB,planned\n");
    await findCameraRows(search);
    await sql()`UPDATE camera_version SET until_release = from_release + 1
      WHERE reference = 'A' AND city_id = (SELECT id FROM city WHERE slug = 'pages-of-a-draft')`;
    expect((await findCameraRows(search))?.rows.map(({ reference }) => reference)).toEqual([
      "A",
      "B",
    ]);
  });

  it("of a city that is gone is none, though it is remembered", async () => {
    const city = await newCity("pages-of-nothing");
    const search = { ...everything, city: "pages-of-nothing" };
    await importText(city, "cameras", "reference,status\nA,planned\n");
    await bothTimes(search);
    await sql()`UPDATE city SET slug = 'pages-of-another' WHERE slug = 'pages-of-nothing'`;
    expect(await findCameraRows(search)).toBeUndefined();
  });
});
