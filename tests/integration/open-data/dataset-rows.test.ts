import { beforeAll, describe, expect, it } from "vitest";
import { toCameraRow } from "#domain/dataset/camera-row.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import { streamCameras } from "#persistence/camera-queries.ts";
import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { sourceKeysOfCity } from "#persistence/fact-rows/source-keys.ts";
import { findDatasetRows, streamDatasetRows } from "#persistence/open-data/dataset-rows.ts";
import { datasetSelects } from "#persistence/open-data/dataset-selects.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";
import { publishTestAnnotation } from "./published-annotation.ts";
import { publishTestEvaluation } from "./published-evaluation.ts";

const { sql } = testDatabase();
beforeAll(async () => {
  await installFirstCities();
});

function rowsOf(id: string): Promise<DatasetRow[]> {
  return readSql(async (read) => {
    const city = await findCity(read, "ville-temoin");
    const dataset = datasets.find((known) => known.id === id);
    if (!city || !dataset) throw new Error("no such city or dataset");
    const rows: DatasetRow[] = [];
    for await (const batch of streamDatasetRows(read, city.id, releaseOf(city), dataset, 50))
      rows.push(...batch);
    return rows;
  });
}

describe("the rows of every open dataset", () => {
  it.each(Object.entries(datasetSelects))(
    "%s: the select gives the declared columns and no other that leaves",
    async (id, select) => {
      const dataset = datasets.find((known) => known.id === id);
      await readSql(async (read) => {
        const query = read`SELECT * FROM (${select(read, 1, { number: 1, current: true })}) AS v`;
        const { columns } = await query.describe();
        const given = columns.map(({ name }) => name);
        const declared = dataset?.columns.map(({ name }) => name) ?? [];
        const selected = declared.filter((name) => name !== "sources");
        expect(given).toEqual(expect.arrayContaining([...selected, "row_key"]));
        const internal = ["row_key", "west", "south", "east", "north", "defined_by"];
        expect(
          given.filter((name) => !declared.includes(name) && !internal.includes(name)),
        ).toEqual([]);
      });
    },
  );

  it("Ville-Témoin has rows in every dataset, each with its key once", async () => {
    const slug = await publishTestEvaluation("ville-temoin", "Avis d’essai");
    await publishTestAnnotation("ville-temoin", { kind: "evaluation", reference: slug });
    await importText("ville-temoin", "price-index", "name,base,year,value\nIPC,2015,2015,100\n");
    for (const dataset of datasets) {
      const rows = await rowsOf(dataset.id);
      expect([dataset.id, rows.length > 0]).toEqual([dataset.id, true]);
      const keys = rows.map((row) => JSON.stringify(dataset.key.map((name) => row[name])));
      expect(new Set(keys).size).toBe(rows.length);
    }
  });

  it("a camera read by COPY is the camera read as a record, whatever is decided of its position", async () => {
    await sql()`UPDATE camera_version SET label = E'Tab\\tet \\\\ et saut\\nde ligne', authorisation_references = '{"a,b","c\\"d"}',
      attributes = '{"k": "a\\\\b"}' WHERE reference = 'VT-0001'`;
    const copied = await rowsOf("cameras");
    const recorded = await readSql(async (read) => {
      const city = await findCity(read, "ville-temoin");
      const keys = await sourceKeysOfCity(read, city?.id ?? 0);
      const rows: DatasetRow[] = [];
      for await (const batch of streamCameras(read, city?.id ?? 0, {
        number: city?.release ?? 0,
        current: true,
      }))
        rows.push(
          ...batch.map((camera) =>
            toCameraRow(toPublicCamera(camera), keys.get(camera.sourceId) ?? ""),
          ),
        );
      return rows;
    });
    expect(copied).toHaveLength(400);
    expect(copied).toEqual(recorded);
    expect(copied[0]).toMatchObject({
      label: "Tab\tet \\ et saut\nde ligne",
      authorisations: ["a,b", 'c"d'],
    });
    expect(
      new Set(copied.map(({ published_precision }) => published_precision)).size,
    ).toBeGreaterThan(1);
  });

  it("a page holds what the stream holds, from cursor to cursor", async () => {
    const whole = await rowsOf("outcomes");
    const paged: DatasetRow[] = [];
    await readSql(async (read) => {
      const city = await findCity(read, "ville-temoin");
      const dataset = datasets.find(({ id }) => id === "outcomes");
      if (!city || !dataset) throw new Error("no such city or dataset");
      let after: string | undefined;
      do {
        const found = await findDatasetRows(
          read,
          city.id,
          releaseOf(city),
          { ...dataset, id: "outcomes" },
          { filters: {}, after, limit: 997 },
        );
        expect(found.matched).toBe(whole.length);
        paged.push(...found.rows);
        after = found.next;
      } while (after !== undefined);
    });
    expect(paged).toEqual(whole);
  });

  it("no outcome between 1 and 4 is public, and none of a camera is a number but its hours", async () => {
    const all = await rowsOf("outcomes");
    // Hours of watching are a camera's, not a person's.
    const rows = all.filter(({ stage }) => stage !== "hours-watched");
    expect(
      all.some(({ stage, area_kind }) => stage === "hours-watched" && area_kind === "camera"),
    ).toBe(true);
    expect(rows.filter(({ value }) => typeof value === "number" && value > 0 && value < 5)).toEqual(
      [],
    );
    expect(rows.filter(({ area_kind, value }) => area_kind === "camera" && value !== null)).toEqual(
      [],
    );
  });

  it("what the city hides of a camera is in no row", async () => {
    await sql()`UPDATE camera_version SET published_precision = 'hidden', precision_reason = 'test', address = '1 rue Secrète'
      WHERE reference = 'VT-0003'`;
    const camera = (await rowsOf("cameras")).find(({ reference }) => reference === "VT-0003");
    expect(camera).toMatchObject({
      longitude: null,
      latitude: null,
      district: null,
      label: null,
      address: null,
      directions: null,
    });
  });
});
