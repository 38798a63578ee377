import type { Sql, TransactionSql } from "postgres";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "./import.ts";

const { sql } = testDatabase();

const outcomes =
  "definition_code,funnel,stage,unit,definition,scope,area_kind,area,period_from,period_to,category,result,state,value\n" +
  "requests,footage-review,requested,request,Requests received,streets,city,,2024-01-01,2024-01-31,theft,,known,4\n";
const noSuch = 2_000_000_000;

type Known = { id: string; city: number; definition: number; source: number; batch: number };

async function newOutcome(slug: string): Promise<Known> {
  const city = await newCity(slug);
  await importText(city, "outcomes", outcomes);
  const [row] = await sql()<Known[]>`
    SELECT s.id::text AS id, s.city_id AS city, definition_id AS definition, source_id AS source, import_batch_id AS batch
    FROM outcome_statistic s JOIN city ON city.id = s.city_id WHERE slug = ${city}`;
  if (!row) throw new Error("no outcome");
  return row;
}

/** The known row again for another month, with something else that it names. */
function enter(door: Sql | TransactionSql, known: Known, told: Partial<Known> = {}, month = 2) {
  const { id, city, definition, source, batch } = { ...known, ...told };
  return door`
    INSERT INTO outcome_statistic (city_id, definition_id, scope, area_kind, period_from, period_to, category, state, value,
      source_id, import_batch_id, content_hash, from_release)
    SELECT ${city}, ${definition}, scope, area_kind, make_date(2024, ${month}, 1), make_date(2024, ${month}, 28), category,
      state, value, ${source}, ${batch}, content_hash, from_release
    FROM outcome_statistic WHERE id = ${id}`;
}

/** A source that nothing names yet. */
async function newSource(known: Known): Promise<number> {
  const [row] = await sql()<{ id: number }[]>`
    INSERT INTO source (city_id, key, title, verification) VALUES (${known.city}, 'other', 'other', 'generated')
    RETURNING id`;
  return row?.id ?? 0;
}

function gate(): { open: () => void; isOpen: Promise<void> } {
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, isOpen };
}

describe("what outcome rows and their sums refer to", () => {
  it("is there when they enter", async () => {
    const known = await newOutcome("outcomes-entering");
    const columns = {
      city: "city_id",
      definition: "definition_id",
      source: "source_id",
      batch: "import_batch_id",
    } as const;
    for (const [name, column] of Object.entries(columns))
      await expect(enter(sql(), known, { [name]: noSuch }), column).rejects.toMatchObject({
        code: "23503",
        message: `outcome_statistic names what is not there: ${column} ${noSuch}`,
      });
    await expect(enter(sql(), known)).resolves.toHaveLength(0);
    const sum = sql()`
      INSERT INTO outcome_rollup (city_id, definition_id, scope, area_kind, area_code, period_from, period_to, by_category,
        result, source_id, known, zero, withheld, not_collected, not_broken_down, not_communicated, declared_zero, value,
        from_release)
      SELECT city_id, definition_id, scope, area_kind, area_code, period_from, period_to, false, result, ${noSuch}, known,
        zero, withheld, not_collected, not_broken_down, not_communicated, declared_zero, value, from_release
      FROM outcome_rollup WHERE city_id = ${known.city}`;
    await expect(sum).rejects.toMatchObject({
      code: "23503",
      message: `outcome_rollup names what is not there: source_id ${noSuch}`,
    });
  });

  it("stays as long as it is named", async () => {
    const known = await newOutcome("outcomes-staying");
    for (const statement of [
      `DELETE FROM outcome_definition WHERE id = ${known.definition}`,
      `DELETE FROM import_batch WHERE id = ${known.batch}`,
      `DELETE FROM source WHERE id = ${known.source}`,
      "TRUNCATE outcome_definition, protected_outcome, disclosure_audit",
    ])
      await expect(sql().unsafe(statement), statement).rejects.toMatchObject({ code: "23503" });
    const unnamed = await newSource(known);
    const deleted = await sql()`DELETE FROM source WHERE id = ${unnamed} RETURNING id`;
    expect(deleted).toEqual([{ id: unnamed }]);
  });

  it("is never exchanged for something else", async () => {
    await newOutcome("outcomes-exchanged");
    for (const statement of [
      "UPDATE outcome_statistic SET city_id = city_id + 1",
      "UPDATE outcome_statistic SET definition_id = definition_id + 1",
      "UPDATE outcome_statistic SET source_id = source_id + 1",
      "UPDATE outcome_statistic SET import_batch_id = import_batch_id + 1",
      "UPDATE outcome_rollup SET definition_id = definition_id + 1",
      "UPDATE source SET id = DEFAULT",
      "UPDATE outcome_definition SET id = DEFAULT",
    ])
      await expect(sql().unsafe(statement), statement).rejects.toMatchObject({
        code: "23503",
        message: expect.stringContaining("does not change"),
      });
  });

  it("cannot go while somebody who names it has not ended", async () => {
    const known = await newOutcome("outcomes-named-first");
    const source = await newSource(known);
    const isNamed = gate();
    const mayEnd = gate();
    const naming = sql().begin(async (door) => {
      await enter(door, known, { source });
      isNamed.open();
      await mayEnd.isOpen;
    });
    await isNamed.isOpen;
    const deletion = sql().begin((door) => door`DELETE FROM source WHERE id = ${source}`);
    const outcome = expect(deletion).rejects.toMatchObject({ code: "23503" });
    setTimeout(mayEnd.open, 500);
    await Promise.all([naming, outcome]);
  });

  it("cannot be named once somebody is about to delete it", async () => {
    const known = await newOutcome("outcomes-deleted-first");
    const source = await newSource(known);
    const isDeleted = gate();
    const mayEnd = gate();
    const deletion = sql().begin(async (door) => {
      await door`DELETE FROM source WHERE id = ${source}`;
      isDeleted.open();
      await mayEnd.isOpen;
    });
    await isDeleted.isOpen;
    const naming = sql().begin((door) => enter(door, known, { source }));
    const outcome = expect(naming).rejects.toMatchObject({ code: "23503" });
    setTimeout(mayEnd.open, 500);
    await Promise.all([deletion, outcome]);
    expect(await sql()`SELECT FROM source WHERE id = ${source}`).toHaveLength(0);
  });
});
