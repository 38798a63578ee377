import type { RecordKind } from "#domain/importing/importer.ts";
import type { ReadSql } from "../database.ts";
import { recordKinds, recordTables } from "../importing/record-tables.ts";

/** Records of one kind that differ between two releases: by their keys, the first ones named. */
export type KindDifference = {
  kind: RecordKind;
  added: number;
  changed: number;
  ended: number;
  examples: readonly { key: string; what: "added" | "changed" | "ended" }[];
};

export type CameraDifference = {
  /** Devices that were not there before, and those that are not any more (a camera removed keeps its record). */
  added: number;
  removed: number;
  /** Further than ten metres from where they were. */
  moved: number;
  renumbered: number;
  statusChanged: number;
};

const mostExamples = 5;

/** What changes for the reader between two releases (or a release and a draft), kind by kind; kinds without a change are left out. */
export async function compareReleases(
  sql: ReadSql,
  cityId: number,
  before: number,
  after: number,
): Promise<KindDifference[]> {
  const differences: KindDifference[] = [];
  for (const kind of recordKinds) {
    const difference = await compareKind(sql, cityId, kind, before, after);
    if (difference.added + difference.changed + difference.ended > 0) differences.push(difference);
  }
  return differences;
}

async function compareKind(
  sql: ReadSql,
  cityId: number,
  kind: RecordKind,
  before: number,
  after: number,
): Promise<KindDifference> {
  const { table, keySql } = recordTables[kind];
  // A camera is itself under another number: it is compared by identity.
  const key = kind === "camera" ? sql`v.camera_id::text` : sql.unsafe(keySql);
  const rows = await sql<{ what: "added" | "changed" | "ended"; count: number; keys: string[] }[]>`
    WITH entered AS (
      SELECT ${key} AS key, ${sql.unsafe(keySql)} AS shown, content_hash FROM ${sql(table)} v
      WHERE city_id = ${cityId} AND from_release > ${before} AND from_release <= ${after}
        AND (until_release IS NULL OR until_release > ${after})),
    left_out AS (
      SELECT ${key} AS key, ${sql.unsafe(keySql)} AS shown, content_hash FROM ${sql(table)} v
      WHERE city_id = ${cityId} AND from_release <= ${before} AND until_release > ${before}
        AND until_release <= ${after}),
    compared AS (
      SELECT CASE WHEN l.key IS NULL THEN 'added' WHEN e.key IS NULL THEN 'ended' ELSE 'changed' END AS what,
        coalesce(e.shown, l.shown) AS shown
      FROM entered e FULL JOIN left_out l ON l.key = e.key
      WHERE e.content_hash IS DISTINCT FROM l.content_hash)
    SELECT what, count(*)::int AS count, (array_agg(shown ORDER BY shown COLLATE "C"))[1:${mostExamples}] AS keys
    FROM compared GROUP BY what ORDER BY what`;
  const countOf = (what: string) => rows.find((row) => row.what === what)?.count ?? 0;
  return {
    kind,
    added: countOf("added"),
    changed: countOf("changed"),
    ended: countOf("ended"),
    examples: rows.flatMap(({ what, keys }) =>
      keys.map((key) => ({ key: key.replaceAll("\u001f", " · "), what })),
    ),
  };
}

/** Cameras that come, go, move or change their number or state between two releases. */
export async function compareCameras(
  sql: ReadSql,
  cityId: number,
  before: number,
  after: number,
): Promise<CameraDifference> {
  const [row] = await sql<CameraDifference[]>`
    WITH old AS (
      SELECT * FROM camera_version WHERE city_id = ${cityId} AND from_release <= ${before}
        AND until_release > ${before} AND until_release <= ${after}),
    fresh AS (
      SELECT * FROM camera_version WHERE city_id = ${cityId} AND from_release > ${before}
        AND from_release <= ${after} AND (until_release IS NULL OR until_release > ${after}))
    SELECT count(*) FILTER (WHERE old.id IS NULL)::int AS added,
      count(*) FILTER (WHERE fresh.id IS NULL OR (fresh.status IN ('removed', 'replaced')
        AND old.status NOT IN ('removed', 'replaced')))::int AS removed,
      count(*) FILTER (WHERE 111195 * sqrt((fresh.latitude - old.latitude) ^ 2
        + ((fresh.longitude - old.longitude) * cos(radians(old.latitude))) ^ 2) > 10)::int AS moved,
      count(*) FILTER (WHERE fresh.reference <> old.reference)::int AS renumbered,
      count(*) FILTER (WHERE fresh.status <> old.status)::int AS "statusChanged"
    FROM old FULL JOIN fresh ON fresh.camera_id = old.camera_id`;
  return row ?? { added: 0, removed: 0, moved: 0, renumbered: 0, statusChanged: 0 };
}
