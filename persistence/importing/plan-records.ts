import type { RecordKind } from "#domain/importing/importer.ts";
import type { WriteSql } from "../database.ts";
import type { ImportCounts } from "./import-order.ts";
import { recordTables } from "./record-tables.ts";

/** What the registry writes beside the facts: not part of what a record says. */
export const bookkeepingColumns = [
  "id",
  "city_id",
  "camera_id",
  "source_id",
  "import_batch_id",
  "content_hash",
  "from_release",
  "until_release",
  "installation_year",
];

/**
 * Compares staged records of any kind but cameras with those of the current release. Such a record is one statement:
 * a field that it does not mention is not said any more.
 */
export async function planRecords(
  sql: WriteSql,
  cityId: number,
  kind: Exclude<RecordKind, "camera">,
): Promise<void> {
  const { table, keySql } = recordTables[kind];
  const body =
    kind === "outcome-statistic"
      ? sql`(s.body - 'definition_code') || jsonb_build_object('definition_id', d.id)`
      : sql`s.body`;
  const definition =
    kind === "outcome-statistic"
      ? sql`JOIN outcome_definition d ON d.city_id = ${cityId} AND d.code = s.body->>'definition_code'`
      : sql``;
  await sql`
    CREATE TEMP TABLE import_plan ON COMMIT DROP AS
    SELECT s.ordinal, s.line, s.key, s.document, v.id AS version_id, ${body} AS merged,
      CASE WHEN v.id IS NULL THEN 'created'
           WHEN jsonb_strip_nulls(to_jsonb(v.*)) - ${bookkeepingColumns}::text[] = ${body}
             AND (s.document IS NULL OR s.document = source.key) THEN 'unchanged'
           ELSE 'updated' END AS fate
    FROM import_row s ${definition}
    LEFT JOIN ${sql(table)} v ON v.city_id = ${cityId} AND v.until_release IS NULL AND ${sql.unsafe(keySql)} = s.key
    LEFT JOIN source ON source.id = v.source_id`;
  await sql`ANALYZE import_plan (key, version_id, fate)`;
}

export async function countPlan(
  sql: WriteSql,
  cityId: number,
  kind: RecordKind,
  preset: string,
): Promise<ImportCounts> {
  const rows = await sql<{ fate: string; count: number }[]>`
    SELECT fate, count(*)::int AS count FROM import_plan GROUP BY fate`;
  const of = (fate: string) => rows.find((row) => row.fate === fate)?.count ?? 0;
  const [missing] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${notInFile(sql, cityId, kind, preset)}`;
  return {
    created: of("created"),
    updated: of("updated"),
    unchanged: of("unchanged"),
    renumbered: of("renumbered"),
    notInFile: missing?.count ?? 0,
  };
}

/**
 * Current things, as `v`, that this preset brought in before, and that the file does not name. Which ones are not named is
 * found first (OFFSET 0): they are few, and what brought in the others is of no interest.
 */
export function notInFile(sql: WriteSql, cityId: number, kind: RecordKind, preset: string) {
  const broughtIn =
    kind === "camera"
      ? sql`EXISTS (SELECT FROM camera_assertion a JOIN import_batch b ON b.id = a.import_batch_id
            WHERE a.camera_id = v.camera_id AND a.until_release IS NULL AND b.preset = ${preset})`
      : sql`EXISTS (SELECT FROM import_batch b WHERE b.id = v.import_batch_id AND b.preset = ${preset})`;
  return sql`(
      SELECT c.* FROM ${sql(recordTables[kind].table)} c
      WHERE c.city_id = ${cityId} AND c.until_release IS NULL
        AND NOT EXISTS (SELECT FROM import_plan p WHERE p.version_id = c.id)
      OFFSET 0) v WHERE ${broughtIn}`;
}
