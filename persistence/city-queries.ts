import { inReadingOrder } from "#domain/territory/reading-order.ts";
import { type CameraReading, camerasById, type ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type City = {
  id: number;
  slug: string;
  name: string;
  country: string;
  timezone: string;
  currency: string;
  kind: "city" | "region";
  officialCode: string | null;
  fictional: boolean;
  /** Number of the release that is read; 0 while nothing was published. */
  release: number;
  publishedAt: Date | null;
  /** Number of the latest release: another one than `release` when an earlier one is asked for. */
  latestRelease: number;
  /** Whether the release was asked for by its number: it is then read as on the day that it was published. */
  isNamed: boolean;
  /** Nothing was written after the release that is read, published or not. */
  isNewest: boolean;
};

/** The release that a page reads, as the queries ask for it. */
export function releaseOf(city: City): ReleaseAsked {
  return { number: city.release, current: city.isNewest };
}

function cityColumns(sql: ReadSql, release: number | undefined) {
  return sql`${release !== undefined} AS "isNamed", c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.kind, c.official_code AS "officialCode",
    c.fictional, coalesce(r.number, 0) AS "release", r.published_at AS "publishedAt",
    coalesce(latest.number, 0) AS "latestRelease", written.number IS NOT DISTINCT FROM r.number AS "isNewest"`;
}

/** The city `c`, its release `r` that is asked for, its latest one. */
function cityTables(sql: ReadSql, release: number | undefined) {
  return sql`FROM city c
    LEFT JOIN LATERAL (
      SELECT number FROM release WHERE city_id = c.id ORDER BY number DESC LIMIT 1) latest ON true
    LEFT JOIN release r ON r.city_id = c.id AND r.number = ${release ?? sql`latest.number`}
    LEFT JOIN LATERAL (
      SELECT number FROM revision WHERE city_id = c.id ORDER BY number DESC LIMIT 1) written ON true`;
}

/** A city as of its latest release, or as of the one asked; undefined when there is no such city or release. */
export async function findCity(
  sql: ReadSql,
  slug: string,
  release?: number,
): Promise<City | undefined> {
  const [row] = await sql<City[]>`
    SELECT ${cityColumns(sql, release)} ${cityTables(sql, release)} WHERE ${isAsked(sql, slug, release)}`;
  return row;
}

function isAsked(sql: ReadSql, slug: string, release: number | undefined) {
  return release === undefined
    ? sql`c.slug = ${slug}`
    : sql`c.slug = ${slug} AND r.number IS NOT NULL`;
}

/** A city with some of its cameras, by identity, in one statement: one snapshot without a transaction. */
export async function findCityWithCameras<Read>(
  sql: ReadSql,
  { slug, release }: { slug: string; release: number | undefined },
  ids: readonly string[],
  reading: CameraReading<Read>,
): Promise<{ city: City; cameras: Read[] } | undefined> {
  const stands = sql`v.city_id = c.id AND v.from_release <= r.number
    AND (v.until_release IS NULL OR v.until_release > r.number)`;
  const [row] = await sql<(City & { cameras: string | null })[]>`
    SELECT ${cityColumns(sql, release)}, ${camerasById(sql, ids, stands, reading)} AS cameras
    ${cityTables(sql, release)} WHERE ${isAsked(sql, slug, release)}`;
  if (!row) return undefined;
  const { cameras: text, ...city } = row;
  return { city, cameras: text ? reading.read(text) : [] };
}

/** The same by its private number, for what already knows the city. */
export async function findCityById(
  sql: ReadSql,
  id: number,
  release: number,
): Promise<City | undefined> {
  const [row] = await sql<
    City[]
  >`SELECT ${cityColumns(sql, release)} ${cityTables(sql, release)} WHERE c.id = ${id}`;
  return row;
}

export function listCities(sql: ReadSql): Promise<City[]> {
  return sql<
    City[]
  >`SELECT ${cityColumns(sql, undefined)} ${cityTables(sql, undefined)} ORDER BY c.fictional, c.name`;
}

export type DistrictRow = {
  code: string;
  name: string;
  kind: string;
  geometry: unknown;
  areaM2: number | null;
  box: [number, number, number, number] | null;
  sourceId: number;
};

export async function listDistricts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<DistrictRow[]> {
  const rows = await sql<DistrictRow[]>`
    SELECT code, name, kind, geometry, area_m2 AS "areaM2",
           CASE WHEN west IS NOT NULL THEN ARRAY[west, south, east, north] END AS "box", source_id AS "sourceId"
    FROM district WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number}) ORDER BY name, code`;
  return inReadingOrder(rows);
}

export type BoundaryRow = {
  geometry: unknown;
  areaM2: number;
  box: [number, number, number, number];
  sourceId: number;
};

export async function findBoundary(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<BoundaryRow | undefined> {
  const [row] = await sql<BoundaryRow[]>`
    SELECT geometry, area_m2 AS "areaM2", ARRAY[west, south, east, north] AS "box", source_id AS "sourceId"
    FROM boundary WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number})`;
  return row;
}

export type PopulationRow = {
  districtCode: string | null;
  year: number;
  inhabitants: number;
  definition: string;
  sourceId: number;
};

export function listPopulation(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<PopulationRow[]> {
  return sql<PopulationRow[]>`
    SELECT district_code AS "districtCode", year, inhabitants, definition, source_id AS "sourceId"
    FROM population_count WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number}) ORDER BY district_code, year`;
}
