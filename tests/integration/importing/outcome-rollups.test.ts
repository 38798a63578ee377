import { describe, expect, it } from "vitest";
import { type SeededRandom, seededRandom } from "#domain/fictional-city/seeded-random.ts";
import { readSql } from "#persistence/database.ts";
import { sumOutcomes } from "#persistence/outcome-queries.ts";
import { listNationalSeries, listOutcomeSeries } from "#persistence/outcome-series-queries.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { discardRelease } from "#use-cases/release/discard-release.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "./import.ts";

const { sql } = testDatabase();

const header =
  "definition_code,funnel,stage,unit,definition,scope,area_kind,area,period_from,period_to,category,result,state,value\n";
const definitions = {
  requests: "requests,footage-review,requested,request,Requests received",
  useful: "useful,footage-review,usable,request,Requests with usable images",
};
const months = ["2024-01-01,2024-01-31", "2024-02-01,2024-02-29"];
const periods = [...months, "2024-01-01,2024-12-31", "2025-03-04,2025-03-17"];
const silences = [
  "zero",
  "withheld",
  "not-collected",
  "not-broken-down",
  "not-communicated",
  "declared-zero",
];

type Row = { key: string; cells: string };

/** A row of a small world, so that files meet each other's rows: same cell, other state or value. */
function randomRow(random: SeededRandom): Row {
  const area = random.pick(["city,", "district,A", "camera,A"]);
  const key = [
    random.pick(Object.values(definitions)),
    random.pick(["streets", "all sites"]),
    area,
    random.pick(periods),
    random.pick(["", "theft", "assault"]),
    random.pick(["", "erased"]),
  ].join(",");
  const cells = random.chance(0.6) ? `known,${random.integer(0, 40)}` : `${random.pick(silences)},`;
  return { key, cells };
}

function randomFile(random: SeededRandom): string {
  const rows = new Map<string, string>();
  for (let i = random.integer(1, 80); i > 0; i--) {
    const { key, cells } = randomRow(random);
    rows.set(key, cells);
  }
  return header + [...rows].map(([key, cells]) => `${key},${cells}\n`).join("");
}

/** The question as it reads without sums, over the rows themselves. */
function scanOutcomes(cityId: number, release: number) {
  return sql()`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, s.scope, s.area_kind AS "areaKind",
      s.area_code AS "areaCode", extract(year FROM s.period_from)::int AS "year",
      CASE WHEN s.period_to - s.period_from BETWEEN 27 AND 30 THEN 'month'
           WHEN s.period_to - s.period_from BETWEEN 89 AND 92 THEN 'quarter'
           WHEN s.period_to - s.period_from BETWEEN 364 AND 365 THEN 'year' ELSE 'other' END AS "grain",
      s.category IS NOT NULL AS "byCategory", s.result, s.state, sum(s.value)::float8 AS "value",
      count(*)::int AS cells, count(DISTINCT s.period_from)::int AS "periods",
      to_char(min(s.period_from), 'YYYY-MM-DD') AS "periodFrom", to_char(max(s.period_to), 'YYYY-MM-DD') AS "periodTo",
      array_agg(DISTINCT s.source_id) AS "sourceIds"
    FROM outcome_statistic s JOIN outcome_definition d ON d.id = s.definition_id
    WHERE s.city_id = ${cityId} AND s.from_release <= ${release}
      AND (s.until_release IS NULL OR s.until_release > ${release})
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`;
}

/** The series of all areas of a kind as it reads without sums, in the order of definition, scope and period. */
function scanSeries(cityId: number, release: number, areaKind: string) {
  const count = (state: string, name: string) =>
    `count(*) FILTER (WHERE s.state = '${state}')::int AS "${name}"`;
  return sql()`
    SELECT d.code AS "definition", s.scope, to_char(s.period_from, 'YYYY-MM-DD') AS "periodFrom",
      to_char(s.period_to, 'YYYY-MM-DD') AS "periodTo", s.category IS NOT NULL AS "byCategory", s.result,
      sum(s.value)::float8 AS "value", ${sql().unsafe(
        [
          count("known", "known"),
          count("zero", "zero"),
          count("withheld", "withheld"),
          count("not-collected", "notCollected"),
          count("not-broken-down", "notBrokenDown"),
          count("not-communicated", "notCommunicated"),
          count("declared-zero", "declaredZero"),
        ].join(", "),
      )}
    FROM outcome_statistic s JOIN outcome_definition d ON d.id = s.definition_id
    WHERE s.city_id = ${cityId} AND s.from_release <= ${release} AND s.area_kind = ${areaKind}
      AND (s.until_release IS NULL OR s.until_release > ${release})
    GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY d.code, s.scope, 5, coalesce(s.result, ''), 3, 4`;
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

/** As JSON with its fields in one order. */
const alike = (rows: readonly object[]) =>
  sorted(rows.map((row) => Object.fromEntries(Object.entries(row).sort())));

async function idOf(city: string): Promise<number> {
  const [row] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city}`;
  return row?.id ?? 0;
}

async function newestOf(cityId: number): Promise<number> {
  const [row] = await sql()<{ number: number }[]>`
    SELECT coalesce(max(number), 0)::int AS number FROM revision WHERE city_id = ${cityId}`;
  return row?.number ?? 0;
}

/** Every revision there is, read from the sums and from the rows; and the newest in the two ways that pages ask. */
async function expectSameAsScan(cityId: number, what: string) {
  const newest = await newestOf(cityId);
  for (let number = 0; number <= newest; number++) {
    const scanned = alike(await scanOutcomes(cityId, number));
    const ask = (current: boolean) =>
      readSql((query) => sumOutcomes(query, cityId, { number, current }));
    expect(alike(await ask(false)), `${what}, revision ${number}`).toEqual(scanned);
    if (number === newest) expect(alike(await ask(true)), `${what}, newest`).toEqual(scanned);
    await expectSeriesSameAsScan(cityId, { number, current: number === newest }, what);
  }
}

async function expectSeriesSameAsScan(
  cityId: number,
  release: { number: number; current: boolean },
  what: string,
) {
  for (const kind of ["city", "district"] as const) {
    const series = await readSql((query) => listOutcomeSeries(query, cityId, release, { kind }));
    const scanned = await scanSeries(cityId, release.number, kind);
    expect(series, `${what}, revision ${release.number}, ${kind}`).toEqual([...scanned]);
  }
}

/** The second level beside the rows of the latest public release of every real city. */
async function expectNationalSameAsScan(what: string) {
  const states = ["known", ...silences];
  const counts = states.map((state) => `count(*) FILTER (WHERE s.state = '${state}')::int`);
  const scanned = await sql()`
    SELECT concat_ws('|', c.country, c.kind, d.code, d.funnel, d.stage, d.unit, d.wording, s.scope, s.area_kind,
      s.period_from, s.period_to, s.category IS NOT NULL, coalesce(s.result, '')) AS key,
      ARRAY[${sql().unsafe(counts.join(", "))}] AS cells, coalesce(sum(s.value), 0)::int AS value
    FROM outcome_statistic s JOIN outcome_definition d ON d.id = s.definition_id JOIN city c ON c.id = s.city_id
    JOIN (SELECT city_id, max(number) AS number FROM release GROUP BY 1) latest ON latest.city_id = c.id
    WHERE NOT c.fictional AND s.from_release <= latest.number
      AND (s.until_release IS NULL OR s.until_release > latest.number)
    GROUP BY 1`;
  const kept = await sql()`
    SELECT concat_ws('|', country, city_kind, definition_code, funnel, stage, unit, wording, scope, area_kind,
      period_from, period_to, by_category, result) AS key,
      ARRAY[known, zero, withheld, not_collected, not_broken_down, not_communicated, declared_zero]::int[] AS cells,
      value::int AS value FROM national_outcome_rollup`;
  expect(alike(kept), what).toEqual(alike(scanned));
}

const deeds = {
  import: (city: string, random: SeededRandom) => importText(city, "outcomes", randomFile(random)),
  undo: (city: string) => undoImport(city, "last", "command-line"),
  prepare: (city: string) => prepareRelease(city, "command-line"),
  publish: (city: string) => publishRelease(city, undefined, "command-line"),
  discard: (city: string) => discardRelease(city, "command-line"),
};

/** One deed of a data officer, among those that a draft allows or that need none. */
async function randomDeed(city: string, random: SeededRandom): Promise<keyof typeof deeds> {
  const [draft] = await sql()`
    SELECT FROM release_draft JOIN city ON city.id = city_id WHERE slug = ${city}`;
  const also: (keyof typeof deeds)[] = draft ? ["publish", "discard"] : ["prepare"];
  const deed = random.pick<keyof typeof deeds>(["import", "import", "undo", ...also]);
  await deeds[deed](city, random);
  return deed;
}

describe("the sums of outcome rows", () => {
  it.each([1, 2, 3])(
    "equal a scan of the rows at every revision, whatever was imported, corrected, undone, published or discarded (seed %i)",
    async (seed) => {
      const random = seededRandom(seed, "rollups");
      const cities = [await newCity(`rolled-${seed}-a`), await newCity(`rolled-${seed}-b`)];
      const done: string[] = [];
      for (let step = 0; step < 24; step++) {
        const city = random.pick(cities);
        done.push(`${city} ${await randomDeed(city, random)}`);
        await expectSameAsScan(await idOf(city), done.join(", "));
        await expectNationalSameAsScan(done.join(", "));
      }
      for (const deed of Object.keys(deeds)) expect(done.join(" ")).toContain(deed);
      const [rows] = await sql()`
        SELECT count(*) > 100 AS many, count(until_release) > 20 AS replaced FROM outcome_rollup`;
      expect(rows).toEqual({ many: true, replaced: true });
    },
    60_000,
  );

  it("come back as they were when an import is undone, and a repeated import adds none", async () => {
    const city = await newCity("rollup-undone");
    const id = await idOf(city);
    const read = () =>
      readSql((query) => sumOutcomes(query, id, { number: 2_147_483_647, current: true }));
    const file = randomFile(seededRandom(9, "file"));
    await importText(city, "outcomes", file);
    const before = await read();
    await importText(city, "outcomes", file);
    const [kept] =
      await sql()`SELECT count(*)::int AS rows FROM outcome_rollup WHERE city_id = ${id}`;
    await importText(city, "outcomes", randomFile(seededRandom(10, "file")));
    expect(await read()).not.toEqual(before);
    await undoImport(city, "last", "command-line");
    expect(await read()).toEqual(before);
    const [now] = await sql()`
      SELECT count(*)::int AS rows FROM outcome_rollup WHERE city_id = ${id} AND until_release IS NULL`;
    expect(now).toEqual(kept);
  });

  it("say beside their value how many cells are withheld or silent, in a city and in the country", async () => {
    const city = await newCity("rollup-states", "BE");
    const row = (category: string, cells: string) =>
      `${definitions.requests},streets,city,,${months[0]},${category},,${cells}\n`;
    const rows = [
      row("theft", "known,4"),
      row("assault", "known,0"),
      row("fraud", "withheld,"),
      row("arson", "not-collected,"),
      row("other", "declared-zero,"),
    ];
    await importText(city, "outcomes", header + rows.join(""));
    const january = {
      periodFrom: "2024-01-01",
      periodTo: "2024-01-31",
      byCategory: true,
      value: 4,
      known: 1,
      zero: 1,
      withheld: 1,
      notCollected: 1,
      notBrokenDown: 0,
      notCommunicated: 0,
      declaredZero: 1,
    };
    const id = await idOf(city);
    const release = { number: 1, current: true };
    const series = await readSql((query) =>
      listOutcomeSeries(query, id, release, { kind: "city" }),
    );
    expect(series).toMatchObject([{ definition: "requests", ...january }]);
    const question = { definition: "requests", cityKind: "city", areaKind: "city" } as const;
    const national = (country: string) =>
      readSql((query) => listNationalSeries(query, { ...question, country }));
    expect(await national("BE")).toMatchObject([{ stage: "requested", ...january }]);
    expect(await national("LU")).toEqual([]);
  });

  it("have no value where no cell is known", async () => {
    const city = await newCity("rollup-silent", "CH");
    const rows = `${definitions.useful},streets,city,,${months[0]},,,not-communicated,\n`;
    await importText(city, "outcomes", header + rows);
    const id = await idOf(city);
    const series = await readSql((query) =>
      listOutcomeSeries(query, id, { number: 1, current: true }, { kind: "city" }),
    );
    expect(series).toMatchObject([{ value: null, known: 0, notCommunicated: 1 }]);
  });

  it("leave fictional cities out of the country", async () => {
    const city = await newCity("rollup-fictional", "LU");
    await sql()`UPDATE city SET fictional = true WHERE slug = ${city}`;
    await importText(city, "outcomes", randomFile(seededRandom(11, "file")));
    const [row] = await sql()`
      SELECT count(*)::int AS strangers FROM national_outcome_rollup WHERE country = 'LU'`;
    expect(row).toEqual({ strangers: 0 });
  });
});
