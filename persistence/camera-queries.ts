import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import type { RegisteredCamera } from "#domain/dataset/public-camera.ts";
import { type CameraCells, cameraCells } from "./camera-cells.ts";
import type { ReadSql, SqlPart } from "./database.ts";

/**
 * The publication filter: the versions that stood at a release. Lives here and nowhere else.
 * The current release has its own partial indexes, so it is asked with `until_release IS NULL`.
 */
export function standing(sql: ReadSql, cityId: number, release: ReleaseAsked) {
  return release.current
    ? sql`v.city_id = ${cityId} AND v.until_release IS NULL`
    : sql`v.city_id = ${cityId} AND v.from_release <= ${release.number}
          AND (v.until_release IS NULL OR v.until_release > ${release.number})`;
}

export type ReleaseAsked = { number: number; current: boolean };

function columns(sql: ReadSql) {
  return sql`v.camera_id AS "id", v.reference, v.status, v.type, v.setting, v.mount, v.label, v.address,
    v.district_code AS "districtCode", v.longitude, v.latitude, v.position_method AS "positionMethod",
    v.published_precision AS "publishedPrecision", v.precision_reason AS "precisionReason",
    to_char(v.precision_decided_on, 'YYYY-MM-DD') AS "precisionDecidedOn",
    v.installed_on AS "installedOn", v.commissioned_on AS "commissionedOn", v.removed_on AS "removedOn",
    v.operator, v.owner, v.controller, v.maintainer, v.purposes,
    v.authorisation_references AS "authorisationReferences", v.retention_days AS "retentionDays", v.monitoring,
    v.algorithmic_processing AS "algorithmicProcessing", v.camera_count AS "cameraCount", v.heads, v.attributes,
    v.source_id AS "sourceId"`;
}

/** Every camera of a release in the order of its reference, from a cursor: constant memory at any size. */
export async function* streamCameras(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  batchSize = 5_000,
): AsyncGenerator<RegisteredCamera[]> {
  const cursor = sql<RegisteredCamera[]>`
    SELECT ${columns(sql)} FROM camera_version v WHERE ${standing(sql, cityId, release)}
    ORDER BY v.reference`.cursor(batchSize);
  for await (const rows of cursor) yield rows;
}

/** The columns of a camera that lists, facets and the map are made of. */
export type IndexedCamera = Pick<
  RegisteredCamera,
  | "id"
  | "reference"
  | "status"
  | "type"
  | "label"
  | "address"
  | "districtCode"
  | "longitude"
  | "latitude"
  | "publishedPrecision"
  | "installedOn"
  | "commissionedOn"
  | "operator"
  | "purposes"
  | "authorisationReferences"
  | "heads"
>;

/** Like `streamCameras`, with half of the columns. */
export async function* streamIndexedCameras(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): AsyncGenerator<IndexedCamera[]> {
  const cursor = sql<IndexedCamera[]>`
    SELECT v.camera_id AS "id", v.reference, v.status, v.type, v.label, v.address, v.district_code AS "districtCode",
      v.longitude, v.latitude, v.published_precision AS "publishedPrecision", v.installed_on AS "installedOn",
      v.commissioned_on AS "commissionedOn", v.operator, v.purposes,
      v.authorisation_references AS "authorisationReferences", v.heads
    FROM camera_version v WHERE ${standing(sql, cityId, release)} ORDER BY v.reference`.cursor(
    5_000,
  );
  for await (const rows of cursor) yield rows;
}

/** How cameras are read: as what, gathered into one text, and what that text says. */
export type CameraReading<Read> = {
  /** Of a version `v`. */
  columns: string;
  /** Of every `found.camera`, in the order of `asked.place`. */
  gather: string;
  read: (text: string) => Read[];
};

export function cellsOf(columns: readonly string[]): string {
  return columns.map((column) => `(${column})::text`).join(", ");
}

/** With the identity behind. */
export const identifiedCells: CameraReading<CameraCells> = {
  columns: `ARRAY[${cellsOf([...cameraCells, "camera_id"])}]`,
  gather: "to_json(array_agg(found.camera ORDER BY asked.place))::text",
  read: (text) => JSON.parse(text),
};

/**
 * Cameras by identity, in the order asked, as one text: cell by cell they cost the program's one thread half as much again.
 * `stands` says of a version `v` whether it stands. OFFSET 0 keeps the search by identity apart from the city: right after
 * a large import the planner knows nothing of the new city and would read all of it.
 */
export function camerasById(
  sql: ReadSql,
  ids: readonly string[],
  stands: SqlPart,
  { columns, gather }: CameraReading<unknown>,
): SqlPart {
  return sql`(
    SELECT ${sql.unsafe(gather)}
    FROM unnest(${ids as string[]}::bigint[]) WITH ORDINALITY AS asked (id, place)
    CROSS JOIN LATERAL (
      SELECT ${sql.unsafe(columns)} AS camera
      FROM (SELECT * FROM camera_version WHERE camera_id = asked.id OFFSET 0) v WHERE ${stands}) AS found)`;
}

export async function findCamerasById<Read>(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  ids: readonly string[],
  reading: CameraReading<Read>,
): Promise<Read[]> {
  const [found] = await sql<{ cameras: string | null }[]>`
    SELECT ${camerasById(sql, ids, standing(sql, cityId, release), reading)} AS cameras`;
  return found?.cameras ? reading.read(found.cameras) : [];
}

export async function findCameraByReference(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  reference: string,
): Promise<RegisteredCamera | undefined> {
  const [row] = await sql<RegisteredCamera[]>`
    SELECT ${columns(sql)} FROM camera_version v
    WHERE v.reference = ${reference} AND ${standing(sql, cityId, release)}`;
  return row;
}

/** The reference that a camera bears today, asked by one it bore before it was renumbered. */
export async function findCurrentReference(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  formerReference: string,
): Promise<string | undefined> {
  const [row] = await sql<{ reference: string }[]>`
    SELECT v.reference FROM camera_version former
    JOIN camera_version v ON v.camera_id = former.camera_id AND ${standing(sql, cityId, release)}
    WHERE former.city_id = ${cityId} AND former.reference = ${formerReference}
      AND former.until_release <= ${release.number}
    ORDER BY former.until_release DESC LIMIT 1`;
  return row?.reference;
}

export type CameraEvidence = {
  id: string;
  sourceId: number;
  observedOn: string | null;
  fields: Record<string, unknown>;
  fromRelease: number;
};

/** What each source said of a camera, oldest first, as of a release. Fields bear the names of the camera record. */
export async function findCameraEvidence(
  sql: ReadSql,
  cameraId: string,
  release: ReleaseAsked,
): Promise<CameraEvidence[]> {
  const rows = await sql<CameraEvidence[]>`
    SELECT id::text, source_id AS "sourceId", to_char(observed_on, 'YYYY-MM-DD') AS "observedOn", fields,
           from_release AS "fromRelease"
    FROM camera_assertion WHERE camera_id = ${cameraId}::bigint AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number}) ORDER BY id`;
  return rows.map((row) => ({
    ...row,
    fields: Object.fromEntries(
      Object.entries(row.fields).map(([column, value]) => [fieldName(column), value]),
    ),
  }));
}

/** installed_on → installedOn. */
function fieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export type CameraEvent = {
  id: string;
  kind: string;
  happenedOn: string | null;
  detail: Record<string, unknown> | null;
  sourceId: number;
  release: number;
  publishedAt: Date;
};

export function findCameraEvents(
  sql: ReadSql,
  cityId: number,
  cameraId: string,
  release: ReleaseAsked,
): Promise<CameraEvent[]> {
  return sql<CameraEvent[]>`
    SELECT e.id::text, e.kind, e.happened_on AS "happenedOn", e.detail, e.source_id AS "sourceId",
           e.from_release AS "release", r.published_at AS "publishedAt"
    FROM camera_event e
    CROSS JOIN LATERAL (SELECT published_at FROM release
      WHERE city_id = e.city_id AND number >= e.from_release ORDER BY number LIMIT 1) r
    WHERE e.city_id = ${cityId} AND e.camera_id = ${cameraId}::bigint AND e.from_release <= ${release.number}
      AND (e.until_release IS NULL OR e.until_release > ${release.number})
    ORDER BY coalesce(e.happened_on, to_char(r.published_at, 'YYYY-MM-DD')), e.id`;
}

/** The versions of a camera that were ever public, up to a release: the change history of its sheet. */
export function findCameraVersions(
  sql: ReadSql,
  cameraId: string,
  release: ReleaseAsked,
): Promise<
  (RegisteredCamera & { fromRelease: number; untilRelease: number | null; publishedAt: Date })[]
> {
  return sql`
    SELECT ${columns(sql)}, r.number AS "fromRelease",
           CASE WHEN v.until_release <= ${release.number} THEN v.until_release END AS "untilRelease",
           r.published_at AS "publishedAt"
    FROM camera_version v CROSS JOIN LATERAL (
      SELECT number, published_at FROM release
      WHERE city_id = v.city_id AND number >= v.from_release ORDER BY number LIMIT 1) r
    WHERE v.camera_id = ${cameraId}::bigint AND r.number <= ${release.number}
      AND (v.until_release IS NULL OR v.until_release > r.number)
    ORDER BY v.from_release`;
}

export type CameraCounts = {
  status: string;
  districtCode: string | null;
  year: number | null;
  located: boolean;
  cameras: number;
};

/** Cameras by status, district and installation year: what headline figures add up. SQL counts, the domain judges. */
export function countCameras(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<CameraCounts[]> {
  return sql<CameraCounts[]>`
    SELECT v.status, CASE WHEN v.published_precision = 'hidden' THEN NULL ELSE v.district_code END AS "districtCode",
           v.installation_year AS "year", v.longitude IS NOT NULL AS "located",
           sum(v.camera_count)::int AS "cameras"
    FROM camera_version v WHERE ${standing(sql, cityId, release)} GROUP BY 1, 2, 3, 4`;
}

/** Cameras of every city as of its current release, and those in service. */
export function countCamerasOfCities(
  sql: ReadSql,
): Promise<{ cityId: number; cameras: number; inService: number }[]> {
  return sql`
    SELECT city_id AS "cityId", sum(camera_count)::int AS cameras,
      coalesce(sum(camera_count) FILTER (WHERE status = ANY(${[...inServiceStatuses]})), 0)::int AS "inService"
    FROM camera_version v
    JOIN (SELECT city_id, max(number) AS number FROM release GROUP BY city_id) latest USING (city_id)
    WHERE from_release <= latest.number AND (until_release IS NULL OR until_release > latest.number)
    GROUP BY city_id`;
}

export type CameraDates = {
  status: RegisteredCamera["status"];
  since: string | null;
  removedOn: string | null;
  cameras: number;
};

/** Cameras grouped by the dates that decide how long they were in service. */
export function countCamerasByDates(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  districtCode?: string,
): Promise<CameraDates[]> {
  return sql<CameraDates[]>`
    SELECT v.status, coalesce(v.commissioned_on, v.installed_on) AS "since", v.removed_on AS "removedOn",
           sum(v.camera_count)::int AS "cameras"
    FROM camera_version v WHERE ${standing(sql, cityId, release)}
      ${districtCode === undefined ? sql`` : sql`AND v.district_code = ${districtCode} AND v.published_precision <> 'hidden'`}
    GROUP BY 1, 2, 3`;
}

/** Rows of a big city whose reference, place or address holds the words; identities only, at most `limit`. */
export async function searchCameraIds(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  words: readonly string[],
  limit: number,
): Promise<Set<bigint>> {
  const conditions = words.map(
    (word) =>
      sql`AND concat_ws(' ', v.reference, v.label, v.address) ILIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  const rows = await sql<{ id: string }[]>`
    SELECT v.camera_id AS "id" FROM camera_version v
    WHERE ${standing(sql, cityId, release)} AND v.published_precision IN ('exact', 'street')
      ${conditions.reduce((all, one) => sql`${all} ${one}`, sql``)} LIMIT ${limit}`;
  return new Set(rows.map((row) => BigInt(row.id)));
}

/** What the ledger says of single cameras in a period: operating amounts, shared among the cameras that a line names. */
export function sumRunningCostsByCamera(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  period: { from: string; to: string },
): Promise<{ reference: string; cents: number }[]> {
  return sql`
    SELECT named.reference, sum(amount_cents / cardinality(target_references)::numeric)::float8 AS "cents"
    FROM cost_line CROSS JOIN LATERAL unnest(target_references) AS named (reference)
    WHERE city_id = ${cityId} AND target_kind = 'camera' AND kind = 'operating' AND basis IN ('actual', 'estimated')
      AND amount_cents IS NOT NULL AND period_from BETWEEN ${period.from} AND ${period.to}
      AND from_release <= ${release.number} AND (until_release IS NULL OR until_release > ${release.number})
    GROUP BY 1`;
}

/**
 * Requests for the footage of single cameras in the latest year that is public, as the middle of their band: what is made of
 * it (a cost per request) tells no more than the band. Bands of several definitions are not added; the highest counts. Null
 * where every band is withheld.
 */
export function sumRequestsByCamera(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ reference: string; year: number; requests: number | null }[]> {
  return sql`
    WITH banded AS (
      SELECT v.area_code, v.year::int AS year,
        max(CASE WHEN v.state <> 'withheld' THEN coalesce((v.band_from + coalesce(v.band_to, v.band_from)) / 2, 0)
          END)::int AS requests
      FROM protected_outcome v JOIN outcome_definition d ON d.id = v.definition_id
      WHERE ${standing(sql, cityId, release)} AND v.area_kind = 'camera' AND v.state <> 'not-available'
        AND d.funnel = 'footage-review' AND d.stage = 'requested'
      GROUP BY 1, 2)
    SELECT area_code AS "reference", year, requests FROM banded WHERE year = (SELECT max(year) FROM banded)`;
}

/** Records, not devices: a site of four cameras is one row. */
export async function countCameraRows(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM camera_version v WHERE ${standing(sql, cityId, release)}`;
  return row?.rows ?? 0;
}
