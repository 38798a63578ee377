import { pairRenumbered, type RenumberingCandidate } from "#domain/importing/pair-renumbered.ts";
import { metresBetween } from "#domain/territory/distance.ts";
import type { WriteSql } from "../database.ts";
import { columnTypes } from "./column-types.ts";
import { bookkeepingColumns } from "./plan-records.ts";
import { recordTables } from "./record-tables.ts";
import type { SpelledRows } from "./stage-records.ts";

/** What a camera is when nothing is said of it. */
const silentCamera = {
  status: "unknown",
  type: "unknown",
  setting: "unknown",
  mount: "unknown",
  position_method: "unknown",
  published_precision: "exact",
  purposes: [],
  authorisation_references: [],
  camera_count: 1,
};

/** Same place: nearer than this, in metres (bands tried in the field: under 5 m is the same device). */
const samePlaceMetres = 5;
const mostCandidates = 200_000;

/** Whether a camera of the city stands. Asked of the index: in a table of other cities' cameras one would be long to find. */
export async function hasCameras(sql: WriteSql, cityId: number): Promise<boolean> {
  const rows = await sql`
    SELECT reference FROM camera_version WHERE city_id = ${cityId} AND until_release IS NULL ORDER BY reference LIMIT 1`;
  return rows.length > 0;
}

/** What cameras are numbered by. */
async function cameraIdentities(sql: WriteSql): Promise<string> {
  const [row] = await sql<
    { name: string }[]
  >`SELECT pg_get_serial_sequence('camera', 'id') AS name`;
  return row?.name ?? "";
}

/** How the rows of a city's first cameras are staged. */
export async function spellFirstCameras(sql: WriteSql): Promise<SpelledRows> {
  const { table, columns } = recordTables.camera;
  return {
    identities: await cameraIdentities(sql),
    columns: await columnTypes(sql, table, columns),
    silent: silentCamera,
  };
}

/** The plan for a city without cameras needs no comparison and no copy: it is the staged rows, numbered and spelled. */
export async function planFirstCameras(sql: WriteSql): Promise<void> {
  await sql`
    CREATE TEMP VIEW import_plan AS
    SELECT r.*, NULL::bigint AS version_id, r.identity AS camera_id, 'created' AS fate, NULL::jsonb AS known
    FROM import_row r`;
}

/**
 * Compares the staged rows with the cameras of the current release. A field that a row does not mention stays as it
 * is known. What is known is spelled out only where the row does not say, to the byte, what was written last: most files
 * repeat most of their rows, and nothing of those is kept. OFFSET 0 has it spelled out once, not wherever it is compared.
 */
export async function planCameras(sql: WriteSql, cityId: number): Promise<void> {
  const silence = sql.json(silentCamera);
  await sql`
    CREATE TEMP TABLE import_plan ON COMMIT DROP AS
    SELECT s.ordinal, s.line, s.key, s.observed_on,
      CASE WHEN v.id IS NULL OR known.merged <> known.body THEN s.body END AS body,
      NULL::text AS document, v.id AS version_id,
      CASE WHEN v.id IS NULL THEN nextval(${await cameraIdentities(sql)}::regclass) ELSE v.camera_id END AS camera_id,
      CASE WHEN v.id IS NULL THEN ${silence}::jsonb || s.body
           WHEN known.merged <> known.body THEN known.merged END AS merged,
      CASE WHEN v.id IS NULL THEN 'created' WHEN known.merged <> known.body THEN 'updated'
           ELSE 'unchanged' END AS fate,
      known.body AS known
    FROM import_row s
    LEFT JOIN (SELECT id, camera_id, reference, content_hash FROM camera_version
      WHERE city_id = ${cityId} AND until_release IS NULL) v ON v.reference = s.key
    LEFT JOIN LATERAL (
      SELECT w.body, w.body || s.body AS merged FROM (
        SELECT jsonb_strip_nulls(to_jsonb(w)) - ${bookkeepingColumns}::text[] AS body FROM camera_version w
        WHERE w.id = v.id
          AND v.content_hash <> sha256(convert_to((${silence}::jsonb || s.body)::text, 'UTF8'))
        OFFSET 0) w
      OFFSET 0) known ON true`;
  await sql`ANALYZE import_plan (key, version_id, fate)`;
}

type Place = { reference: string; longitude: number; latitude: number };
type CandidateRow = {
  from: Place["reference"];
  to: string;
  fromLongitude: number;
  fromLatitude: number;
  toLongitude: number;
  toLatitude: number;
};

/**
 * Finds cameras whose number changed while place and name stayed, and turns "one more, one less" into a renumbering.
 * Considered: numbers new in this file, and numbers that the file uses for another name at another place.
 */
export async function planRenumberings(
  sql: WriteSql,
  cityId: number,
): Promise<{ from: string; to: string }[]> {
  const elsewhere = sql`(p.fate = 'updated' AND p.body ? 'longitude' AND p.known ? 'longitude'
    AND coalesce(p.body->>'label', p.body->>'address') IS DISTINCT FROM coalesce(p.known->>'label', p.known->>'address')
    AND abs((p.body->>'latitude')::float8 - (p.known->>'latitude')::float8)
      + abs((p.body->>'longitude')::float8 - (p.known->>'longitude')::float8) > 0.0001)`;
  const rows = await sql<CandidateRow[]>`
    WITH fresh AS (
      SELECT p.key, lower(coalesce(p.body->>'label', p.body->>'address')) AS name,
        (p.body->>'longitude')::float8 AS longitude, (p.body->>'latitude')::float8 AS latitude
      FROM import_plan p WHERE (p.fate = 'created' OR ${elsewhere}) AND p.body ? 'longitude'),
    gone AS (
      SELECT v.reference, lower(coalesce(v.label, v.address)) AS name, v.longitude, v.latitude
      FROM camera_version v LEFT JOIN import_plan p ON p.version_id = v.id
      WHERE v.city_id = ${cityId} AND v.until_release IS NULL AND v.longitude IS NOT NULL
        AND (p.version_id IS NULL OR ${elsewhere}))
    SELECT gone.reference AS "from", fresh.key AS "to", gone.longitude AS "fromLongitude",
      gone.latitude AS "fromLatitude", fresh.longitude AS "toLongitude", fresh.latitude AS "toLatitude"
    FROM gone JOIN fresh ON fresh.name = gone.name AND fresh.key <> gone.reference
      AND abs(fresh.latitude - gone.latitude) < 0.0001 AND abs(fresh.longitude - gone.longitude) < 0.0005
    LIMIT ${mostCandidates}`;
  const taken = await sql<{ key: string }[]>`SELECT p.key FROM import_plan p WHERE ${elsewhere}`;
  const pairs = pairRenumbered(rows.flatMap(toCandidate), new Set(taken.map(({ key }) => key)));
  const renumberings = [...pairs].map(([from, to]) => ({ from, to }));
  if (renumberings.length > 0) await writeRenumberings(sql, cityId, renumberings);
  return renumberings;
}

function toCandidate(row: CandidateRow): RenumberingCandidate[] {
  const metres = metresBetween(
    { longitude: row.fromLongitude, latitude: row.fromLatitude },
    { longitude: row.toLongitude, latitude: row.toLatitude },
  );
  return metres <= samePlaceMetres ? [{ from: row.from, to: row.to, metres }] : [];
}

async function writeRenumberings(
  sql: WriteSql,
  cityId: number,
  pairs: readonly { from: string; to: string }[],
): Promise<void> {
  await sql`
    UPDATE import_plan p SET fate = 'renumbered', version_id = v.id, camera_id = v.camera_id,
      known = known.body, merged = known.body || p.body
    FROM unnest(${pairs.map(({ from }) => from)}::text[], ${pairs.map(({ to }) => to)}::text[]) AS pair (old, new)
    JOIN camera_version v ON v.city_id = ${cityId} AND v.reference = pair.old AND v.until_release IS NULL
    CROSS JOIN LATERAL (SELECT jsonb_strip_nulls(to_jsonb(v)) - ${bookkeepingColumns}::text[] AS body) known
    WHERE p.key = pair.new`;
}
