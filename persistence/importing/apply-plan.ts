import type { RecordKind } from "#domain/importing/importer.ts";
import type { WriteSql } from "../database.ts";
import { columnTypes, spellTypes } from "./column-types.ts";
import { notInFile } from "./plan-records.ts";
import { recordTables } from "./record-tables.ts";

/** Where the rows of a plan belong. */
export type PlanTarget = {
  cityId: number;
  kind: RecordKind;
  sourceId: number;
  batchId: number;
  release: number;
  preset: string;
  observedOn: string | null;
  /** Whether the plan's rows hold the columns of their record. */
  isSpelled: boolean;
};

/** Ends what changed and writes what is new, in as many statements as there are tables. */
export async function applyPlan(sql: WriteSql, target: PlanTarget): Promise<void> {
  const { cityId, kind, release } = target;
  const { table, columns } = recordTables[kind];
  await sql`
    UPDATE ${sql(table)} SET until_release = ${release}
    WHERE id IN (SELECT version_id FROM import_plan WHERE fate IN ('updated', 'renumbered'))`;
  if (kind === "camera") {
    await sql`INSERT INTO camera (id, city_id, first_release)
      SELECT camera_id, ${cityId}::int, ${release}::int FROM import_plan WHERE fate = 'created'`;
  }
  const identity = kind === "camera" ? sql`camera_id,` : sql``;
  const types = spellTypes(await columnTypes(sql, table, columns));
  const from = target.isSpelled ? "p" : "r";
  await sql`
    INSERT INTO ${sql(table)} (${sql(columns as string[])}, ${identity} city_id, source_id, import_batch_id, content_hash, from_release)
    SELECT ${sql((columns as string[]).map((column) => `${from}.${column}`))}, ${kind === "camera" ? sql`p.camera_id,` : sql``} ${cityId}::int,
      coalesce(document.id, ${target.sourceId}::int), ${target.batchId}::int,
      ${target.isSpelled ? sql`p.content_hash` : sql`sha256(convert_to(p.merged::text, 'UTF8'))`}, ${release}::int
    FROM import_plan p LEFT JOIN source document ON document.city_id = ${cityId} AND document.key = p.document
    ${target.isSpelled ? sql`` : unpacked(sql, types)}
    WHERE p.fate IN ('created', 'updated', 'renumbered')`;
  if (kind === "camera") await writeEvidence(sql, target);
}

/**
 * The columns of a record, out of the plan's JSON. A record spelled out is read six times faster than a row type looked
 * up by jsonb_populate_record (measured: 4.6 against 26 µs per camera).
 */
function unpacked(sql: WriteSql, types: string) {
  return sql`CROSS JOIN LATERAL jsonb_to_record(p.merged) AS r (${sql.unsafe(types)})`;
}

async function writeEvidence(sql: WriteSql, target: PlanTarget): Promise<void> {
  const { cityId, sourceId, batchId, release } = target;
  await sql`
    INSERT INTO camera_assertion (city_id, camera_id, source_id, import_batch_id, observed_on, fields, from_release)
    SELECT ${cityId}::int, p.camera_id, ${sourceId}::int, ${batchId}::int, coalesce(p.observed_on, ${target.observedOn}::date),
      CASE WHEN p.fate = 'created' THEN p.body
           ELSE (SELECT jsonb_object_agg(said.key, said.value) FROM jsonb_each(p.body) said
                 WHERE p.known->said.key IS DISTINCT FROM said.value) END, ${release}::int
    FROM import_plan p WHERE p.fate IN ('created', 'updated', 'renumbered')`;
  await writeEvents(sql, target);
}

/** What a comparison of two files tells of a camera's life. Positions stay out: some are not published. A camera's first file tells nothing of the kind. */
async function writeEvents(sql: WriteSql, target: PlanTarget): Promise<void> {
  const { cityId, sourceId, batchId, release, preset, observedOn } = target;
  const day = sql`to_char(coalesce(p.observed_on, ${observedOn}::date), 'YYYY-MM-DD')`;
  const common = sql`${cityId}::int, p.camera_id`;
  const origin = sql`${sourceId}::int, ${batchId}::int, ${release}::int`;
  await sql`
    INSERT INTO camera_event (city_id, camera_id, kind, happened_on, detail, source_id, import_batch_id, from_release)
    SELECT ${common}, 'first-seen', ${day}, NULL::jsonb, ${origin} FROM import_plan p
    WHERE p.fate = 'created' AND EXISTS (
      SELECT FROM camera_assertion a JOIN import_batch b ON b.id = a.import_batch_id
      WHERE b.city_id = ${cityId} AND b.preset = ${preset} AND b.id < ${batchId} AND b.undone_at IS NULL)
    UNION ALL
    SELECT ${common}, 'renumbered', ${day}, jsonb_build_object('from', p.known->'reference', 'to', p.key), ${origin}
    FROM import_plan p WHERE p.fate = 'renumbered'
    UNION ALL
    SELECT ${common}, 'moved', ${day}, jsonb_build_object('metres', round(${distance(sql)})), ${origin}
    FROM import_plan p WHERE p.fate IN ('updated', 'renumbered') AND p.body ? 'longitude' AND p.known ? 'longitude'
      AND ${distance(sql)} > 10
    UNION ALL
    SELECT ${common}, 'status-changed', ${day},
      jsonb_build_object('from', p.known->'status', 'to', p.body->'status'), ${origin}
    FROM import_plan p WHERE p.fate IN ('updated', 'renumbered') AND p.body->'status' <> p.known->'status'`;
}

/** Metres between the known and the new position: flat-earth formula, right to a thousandth over a city. */
function distance(sql: WriteSql) {
  return sql`(111195 * sqrt(
    ((p.body->>'latitude')::float8 - (p.known->>'latitude')::float8) ^ 2
    + (((p.body->>'longitude')::float8 - (p.known->>'longitude')::float8)
      * cos(radians((p.known->>'latitude')::float8))) ^ 2))`;
}

/** Notes that cameras are missing from the file: said once, until the note is undone. Returns how many were noted. */
export async function noteMissingCameras(sql: WriteSql, target: PlanTarget): Promise<number> {
  const { cityId, sourceId, batchId, release, preset, observedOn } = target;
  const rows = await sql`
    INSERT INTO camera_event (city_id, camera_id, kind, happened_on, source_id, import_batch_id, from_release)
    SELECT ${cityId}::int, v.camera_id, 'not-in-file', ${observedOn}::text, ${sourceId}::int, ${batchId}::int, ${release}::int
    FROM ${notInFile(sql, cityId, "camera", preset)} AND ${notYetNoted(sql)}`;
  return rows.count;
}

export async function countNewlyMissing(
  sql: WriteSql,
  cityId: number,
  preset: string,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${notInFile(sql, cityId, "camera", preset)} AND ${notYetNoted(sql)}`;
  return row?.count ?? 0;
}

function notYetNoted(sql: WriteSql) {
  return sql`NOT EXISTS (SELECT FROM camera_event e WHERE e.camera_id = v.camera_id AND e.kind = 'not-in-file'
    AND e.until_release IS NULL)`;
}
