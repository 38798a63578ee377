import type { HoursOfCameras, HoursWatched } from "#domain/indicator/hours-watched.ts";
import { hoursWatched } from "#domain/indicator/hours-watched.ts";
import type { Period } from "#domain/period/period.ts";
import { standing } from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import { listCountedOutcomes, listProtectedOutcomes } from "./protected-outcome-queries.ts";

/** The hours for which operators watched in a year: of the city, and of its cameras where each says its own. */
export async function findHoursWatched(
  sql: ReadSql,
  city: City,
  period: Period,
  served: number,
): Promise<HoursWatched | undefined> {
  const year = Number(period.from.slice(0, 4));
  const ofCity = await listCountedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["city-year"],
    area: { kind: "city" },
    years: { from: year, to: year },
  });
  return hoursWatched(ofCity, await sumHoursOfCameras(sql, city, year), period, served);
}

/** A record counts for the cameras that it stands for, under the reference that it has now. */
function sumHoursOfCameras(sql: ReadSql, city: City, year: number): Promise<HoursOfCameras[]> {
  const release = releaseOf(city);
  return sql<HoursOfCameras[]>`
    WITH hours AS (
      SELECT v.definition_id, v.scope, v.area_code, coalesce(v.value, 0) AS value FROM protected_outcome v
      WHERE ${standing(sql, city.id, release)} AND v.table_code = 'camera-hours' AND v.year = ${year}
        AND v.state IN ('published', 'zero')),
    counts AS (
      SELECT v.reference, v.camera_count FROM camera_version v
      WHERE ${standing(sql, city.id, release)} AND EXISTS (SELECT FROM hours)),
    sums AS (
      SELECT h.definition_id, h.scope, sum(h.value)::float8 AS hours, sum(coalesce(c.camera_count, 1))::int AS counted,
        min(h.value)::int AS least, max(h.value)::int AS most
      FROM hours h LEFT JOIN counts c ON c.reference = h.area_code GROUP BY 1, 2)
    SELECT d.code AS definition, d.wording, sums.scope, ${year}::int AS year, hours, counted, least, most,
      ARRAY(SELECT DISTINCT v.source_id FROM outcome_rollup v
        WHERE ${standing(sql, city.id, release)} AND v.area_kind = 'camera' AND v.definition_id = sums.definition_id
          AND v.scope = sums.scope AND v.period_from BETWEEN make_date(${year}, 1, 1) AND make_date(${year}, 12, 31)
        ORDER BY 1) AS "sourceIds"
    FROM sums JOIN outcome_definition d ON d.id = sums.definition_id`;
}

/** Hours for which the cameras of a district were watched; null unless as many are counted as served there. */
export async function sumHoursOfDistrict(
  sql: ReadSql,
  city: City,
  code: string,
  { year, definition, scope }: HoursWatched,
  served: number,
): Promise<number | null> {
  const release = releaseOf(city);
  const [sum] = await sql<{ hours: number; counted: number }[]>`
    SELECT coalesce(sum(v.value), 0)::float8 AS hours, coalesce(sum(c.camera_count), 0)::int AS counted
    FROM (SELECT * FROM protected_outcome v WHERE ${standing(sql, city.id, release)}) v
    JOIN (SELECT * FROM camera_version v WHERE ${standing(sql, city.id, release)}) c ON c.reference = v.area_code
    JOIN outcome_definition d ON d.id = v.definition_id
    WHERE v.table_code = 'camera-hours' AND v.year = ${year} AND v.scope = ${scope} AND d.code = ${definition}
      AND v.state IN ('published', 'zero') AND c.district_code = ${code} AND c.published_precision <> 'hidden'`;
  return sum !== undefined && sum.counted >= served && served > 0 ? sum.hours : null;
}

/** What one camera's hours are in a year, as everybody reads it. */
export type HoursOfCamera = {
  year: number;
  /** Undefined where nobody says how many. */
  hours: number | undefined;
  definition: string;
  wording: string;
  scope: string;
  sourceIds: readonly number[];
};

/** The hours of one camera, the latest year first. */
export async function listHoursOfCamera(
  sql: ReadSql,
  city: City,
  reference: string,
): Promise<HoursOfCamera[]> {
  const years = await listProtectedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["camera-hours"],
    area: { kind: "camera", code: reference },
  });
  return years.map(({ year, state, value, definition, wording, scope, sourceIds }) => ({
    year,
    hours: state === "zero" ? 0 : (value ?? undefined),
    definition,
    wording,
    scope,
    sourceIds,
  }));
}
