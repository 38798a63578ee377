import { type CameraDates, type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

/** Cameras of each district grouped by the dates that decide how long they were in service; hidden places are left out. */
export function countCamerasByDistrictAndDates(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<(CameraDates & { districtCode: string })[]> {
  return sql<(CameraDates & { districtCode: string })[]>`
    SELECT v.district_code AS "districtCode", v.status, coalesce(v.commissioned_on, v.installed_on) AS "since",
           v.removed_on AS "removedOn", sum(v.camera_count)::int AS "cameras"
    FROM camera_version v WHERE ${standing(sql, cityId, release)}
      AND v.district_code IS NOT NULL AND v.published_precision <> 'hidden'
    GROUP BY 1, 2, 3, 4`;
}

/** The documents that the registry of cameras of a release rests on. */
export async function listRegistrySources(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    SELECT DISTINCT v.source_id AS id FROM camera_version v WHERE ${standing(sql, cityId, release)} ORDER BY 1`;
  return rows.map(({ id }) => id);
}
