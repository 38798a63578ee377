import type { RecordKind } from "#domain/importing/importer.ts";
import type { StandingRecord } from "#domain/importing/standing-cells.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { bookkeepingColumns } from "./plan-records.ts";
import { recordTables } from "./record-tables.ts";

/** The standing version of a record, by the key of its kind; undefined when there is none. */
export async function findStandingRecord(
  sql: ReadSql | WriteSql,
  cityId: number,
  kind: RecordKind,
  key: string,
): Promise<(StandingRecord & { id: number }) | undefined> {
  const { table, keySql } = recordTables[kind];
  const [row] = await sql<(StandingRecord & { id: number })[]>`
    SELECT v.id::int, jsonb_strip_nulls(to_jsonb(v.*)) - ${bookkeepingColumns}::text[] AS body,
      CASE WHEN s.key LIKE 'document:%' THEN jsonb_build_object('title', s.title, 'url', s.url,
        'verification', s.verification) END AS document
    FROM ${sql(table)} v JOIN source s ON s.id = v.source_id
    WHERE v.city_id = ${cityId} AND v.until_release IS NULL AND ${sql.unsafe(keySql)} = ${key}`;
  return row;
}

/** The definition that a code stands for in a city. */
export async function findDefinition(
  sql: ReadSql | WriteSql,
  cityId: number,
  code: string,
): Promise<OutcomeDefinition | undefined> {
  const [row] = await sql<OutcomeDefinition[]>`
    SELECT code, funnel, stage, unit, wording FROM outcome_definition
    WHERE city_id = ${cityId} AND code = ${code}`;
  return row;
}
