import type { WriteSql } from "../database.ts";
import { stateColumns } from "../outcome-states.ts";

/** What makes outcome rows fall into the same sum, in the rollup's columns; over an outcome row. */
const keys = {
  definition_id: "definition_id",
  scope: "scope",
  area_kind: "area_kind",
  area_code: "coalesce(area_code, '')",
  period_from: "period_from",
  period_to: "period_to",
  by_category: "category IS NOT NULL",
  result: "coalesce(result, '')",
  source_id: "source_id",
};
const keyColumns = Object.keys(keys);

const measures = [...Object.keys(stateColumns), "value"];

/**
 * Brings the sums of a city's outcome rows up to the revision that has just been written, in its transaction: sums that
 * the revision's rows enter or leave end with it, and stand again as they now are. Costs what the revision changed, not
 * what the city holds. The country's sums follow by themselves once the revision is public (trigger on `release`).
 */
export async function rollUpOutcomes(
  sql: WriteSql,
  cityId: number,
  revision: number,
): Promise<void> {
  await sql`DROP TABLE IF EXISTS outcome_change`;
  await sumChanges(sql, cityId, revision);
  const [change] = await sql`SELECT FROM outcome_change LIMIT 1`;
  if (!change) return;
  // Without an index and statistics the planner may compare every change with every sum.
  await sql`CREATE INDEX ON outcome_change (definition_id, period_from, area_code)`;
  await sql`ANALYZE outcome_change`;
  await replaceSums(sql, cityId, revision);
}

/**
 * PostgreSQL's statistics know nothing of rows that have just entered: it expects one and sorts a million. Their sums are
 * far fewer than they, and are made in memory.
 */
async function sumChanges(sql: WriteSql, cityId: number, revision: number): Promise<void> {
  await sql`SET LOCAL work_mem = '64MB'`;
  await sql`SET LOCAL enable_sort = off`;
  await sql`
    CREATE TEMP TABLE outcome_change ON COMMIT DROP AS
    SELECT row_number() OVER () AS ordinal, * FROM (
      SELECT ${sql.unsafe(Object.entries(keys).map(named).join(", "))}, ${sql.unsafe(changes())}
      FROM (
        SELECT 1 AS sign, entered.* FROM outcome_statistic entered
        WHERE city_id = ${cityId} AND from_release = ${revision}
        UNION ALL
        SELECT -1, ended.* FROM outcome_statistic ended
        WHERE city_id = ${cityId} AND until_release = ${revision}) s
      GROUP BY ${sql.unsafe(keyColumns.map((_, place) => place + 1).join(", "))}) change
    WHERE ${sql.unsafe(measures.map((measure) => `${measure} <> 0`).join(" OR "))}`;
  await sql`SET LOCAL enable_sort = on`;
}

async function replaceSums(sql: WriteSql, cityId: number, revision: number): Promise<void> {
  const sameKey = keyColumns.map((key) => `r.${key} = c.${key}`).join(" AND ");
  const before = measures.map((measure) => `r.${measure}`).join(", ");
  const after = measures.map((measure) => `c.${measure} + coalesce(e.${measure}, 0)`);
  const cells = after.slice(0, -1).join(" + ");
  await sql`
    WITH e AS (
      UPDATE outcome_rollup r SET until_release = ${revision} FROM outcome_change c
      WHERE r.city_id = ${cityId} AND r.until_release IS NULL AND ${sql.unsafe(sameKey)}
      RETURNING c.ordinal, ${sql.unsafe(before)})
    INSERT INTO outcome_rollup (city_id, from_release, ${sql.unsafe([...keyColumns, ...measures].join(", "))})
    SELECT ${cityId}::int, ${revision}::int, ${sql.unsafe(keyColumns.map((key) => `c.${key}`).join(", "))},
      ${sql.unsafe(after.join(", "))}
    FROM outcome_change c LEFT JOIN e ON e.ordinal = c.ordinal
    WHERE ${sql.unsafe(cells)} > 0
    ORDER BY c.area_kind, c.area_code, c.definition_id, c.period_from`;
}

const named = ([column, expression]: [string, string]) => `${expression} AS ${column}`;

function changes(): string {
  const counts = Object.entries(stateColumns).map(
    ([column, state]) =>
      `coalesce(sum(sign) FILTER (WHERE state = '${state}'), 0)::int AS ${column}`,
  );
  return [...counts, "sum(sign * coalesce(value, 0))::bigint AS value"].join(", ");
}
