import type { WriteSql } from "#persistence/database.ts";

/**
 * Outcome rows made by PostgreSQL itself: cities whose sizes follow Zipf's law, each with figures for the whole and for
 * its districts, by month, stage, category and result. Every eighth cell is withheld or silent.
 */
export type OutcomeRows = {
  /** `areas`: the city itself and its districts. */
  cities: readonly { id: number; areas: number }[];
  rows: number;
};

const firstMonth = "2015-01-01";
export const months = 130;
const stages = 6;
const results = 2;
const categories = 18;
const perAreaAndMonth = stages * results * categories;
const rowsPerCity = 100_000;

/** The cities with their definitions and a first revision; nothing is public yet. Largest first. */
export async function writeOutcomeCities(sql: WriteSql, rows: number): Promise<OutcomeRows> {
  const count = Math.max(1, Math.round(rows / rowsPerCity));
  const harmonic = Array.from({ length: count }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b);
  const areas = rows / (months * perAreaAndMonth * harmonic);
  const cities: { id: number; areas: number }[] = [];
  for (let rank = 1; rank <= count; rank++) {
    const [city] = await sql<{ id: number }[]>`
      INSERT INTO city (slug, name, country, timezone, currency)
      VALUES (${`outcomes-${rank}`}, ${`Outcomes ${rank}`}, 'FR', 'Europe/Paris', 'EUR') RETURNING id`;
    cities.push({ id: city?.id ?? 0, areas: Math.max(1, Math.round(areas / rank)) });
  }
  const ids = cities.map(({ id }) => id);
  await sql`
    INSERT INTO source (city_id, key, title, verification)
    SELECT id, 'bench', 'bench', 'generated' FROM city WHERE id = ANY(${ids})`;
  await sql`
    INSERT INTO outcome_definition (city_id, code, funnel, stage, unit, wording, source_id)
    SELECT city_id, 'stage-' || i, 'footage-review', 'stage ' || i, 'request', 'Requests that reached stage ' || i, id
    FROM source CROSS JOIN generate_series(1, ${stages}::int) i WHERE city_id = ANY(${ids})`;
  for (const id of ids) await writeRevision(sql, id, 1);
  const total = cities.reduce((sum, city) => sum + city.areas, 0);
  return { cities, rows: total * months * perAreaAndMonth };
}

async function writeRevision(sql: WriteSql, city: number, number: number): Promise<void> {
  await sql`INSERT INTO revision (city_id, number, kind, note, changes, content_hash)
    VALUES (${city}, ${number}, 'import', 'bench', '{}', ${"0".repeat(64)})`;
  await sql`INSERT INTO import_batch (city_id, source_id, preset, file_name, file_sha256, file_bytes, reading, counts,
      release_number)
    SELECT ${city}, id, 'bench', 'bench', ${"0".repeat(64)}, 1, '{}', '{}', ${number} FROM source WHERE city_id = ${city}`;
}

/** Makes what is written public, as an import without a draft does. */
export async function publishRevision(sql: WriteSql, city: number, number: number): Promise<void> {
  await sql`INSERT INTO release (city_id, number, kind, note, changes, content_hash)
    SELECT city_id, number, kind, note, changes, content_hash FROM revision
    WHERE city_id = ${city} AND number = ${number}`;
}

/** All rows, month after month as they would have come in. Indexes and keys are put back afterwards: it is faster. */
export async function writeOutcomeRows(sql: WriteSql, { cities }: OutcomeRows): Promise<void> {
  const kept = await sql<{ drop: string; restore: string }[]>`
    SELECT format('ALTER TABLE outcome_statistic DROP CONSTRAINT %I', conname) AS drop,
      format('ALTER TABLE outcome_statistic ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS restore
    FROM pg_constraint WHERE conrelid = 'outcome_statistic'::regclass AND contype = 'f'
    UNION ALL
    SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes
    WHERE tablename = 'outcome_statistic' AND indexname NOT IN (SELECT conname FROM pg_constraint)`;
  for (const { drop } of kept) await sql.unsafe(drop);
  const sizes = JSON.stringify(cities.map(({ id, areas }) => ({ city_id: id, areas })));
  for (let month = 0; month < months; month++) {
    await insertRows(sql, {
      areas: sql`SELECT city_id, area FROM json_to_recordset(${sizes}::text::json) AS c (city_id int, areas int), generate_series(1, areas) area`,
      month,
      categories,
      revision: 1,
    });
  }
  for (const { restore } of kept) await sql.unsafe(restore);
  await sql`ANALYZE outcome_statistic`;
}

const appendedMonths = 12;
const appendedCategories = 7;

/** A year's file of one city: so many rows of its second revision, in far more areas than it had. */
export async function appendOutcomeRows(sql: WriteSql, city: number, rows: number): Promise<void> {
  await writeRevision(sql, city, 2);
  const areas = Math.round(rows / (appendedMonths * stages * results * appendedCategories));
  for (let month = 0; month < appendedMonths; month++) {
    await insertRows(sql, {
      areas: sql`SELECT ${city}::int AS city_id, area FROM generate_series(1, ${areas}::int) area`,
      month: months + month,
      categories: appendedCategories,
      revision: 2,
    });
  }
}

async function insertRows(
  sql: WriteSql,
  given: { areas: ReturnType<WriteSql>; month: number; categories: number; revision: number },
): Promise<void> {
  const { areas, month, revision } = given;
  await sql`
    INSERT INTO outcome_statistic (city_id, definition_id, scope, area_kind, area_code, period_from, period_to, category,
      result, state, value, source_id, import_batch_id, content_hash, from_release)
    SELECT city_id, definition, 'streets', CASE area WHEN 1 THEN 'city' ELSE 'district' END,
      CASE WHEN area > 1 THEN 'D' || area END, day, (day + interval '1 month - 1 day')::date, 'category ' || category,
      CASE result WHEN 1 THEN 'useful' ELSE 'not useful' END, state, CASE state WHEN 'known' THEN dice % 40 END,
      source, batch, sha256(int4send(dice)), ${revision}::int
    FROM (
      SELECT a.*, d.id AS definition, d.source_id AS source, b.id AS batch, category, result,
        (${firstMonth}::date + ${month}::int * interval '1 month')::date AS day,
        abs(hashint4(a.city_id * 7919 + area * 6007 + d.id * 31 + category * 101 + result + ${month}::int * 13)) AS dice
      FROM (${areas}) a
      JOIN outcome_definition d USING (city_id)
      JOIN import_batch b ON b.city_id = a.city_id AND b.release_number = ${revision}
      CROSS JOIN generate_series(1, ${given.categories}::int) category
      CROSS JOIN generate_series(1, ${results}::int) result) cell
    CROSS JOIN LATERAL (SELECT CASE WHEN dice % 16 < 12 THEN 'known' WHEN dice % 16 < 14 THEN 'zero'
      WHEN dice % 16 = 14 THEN 'withheld' ELSE 'not-communicated' END AS state) drawn`;
}
