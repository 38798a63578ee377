import type { ReleaseAsked } from "./camera-queries.ts";
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
  /** Number of the current release; 0 while nothing was published. */
  release: number;
  publishedAt: Date | null;
};

function cityColumns(sql: ReadSql) {
  return sql`c.id, c.slug, c.name, c.country, c.timezone, c.currency, c.kind, c.official_code AS "officialCode",
    c.fictional, coalesce(r.number, 0) AS "release", r.published_at AS "publishedAt"
    FROM city c LEFT JOIN LATERAL (
      SELECT number, published_at FROM release WHERE city_id = c.id ORDER BY number DESC LIMIT 1) r ON true`;
}

export async function findCity(sql: ReadSql, slug: string): Promise<City | undefined> {
  const [row] = await sql<City[]>`SELECT ${cityColumns(sql)} WHERE c.slug = ${slug}`;
  return row;
}

export function listCities(sql: ReadSql): Promise<City[]> {
  return sql<City[]>`SELECT ${cityColumns(sql)} ORDER BY c.fictional, c.name`;
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

export function listDistricts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<DistrictRow[]> {
  return sql<DistrictRow[]>`
    SELECT code, name, kind, geometry, area_m2 AS "areaM2",
           CASE WHEN west IS NOT NULL THEN ARRAY[west, south, east, north] END AS "box", source_id AS "sourceId"
    FROM district WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number}) ORDER BY name, code`;
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
