import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { type ReleaseAsked, standing } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";

/** Cameras in service by the purposes that their records declare; one camera may have several. */
export function countCamerasByPurpose(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ purpose: string; cameras: number }[]> {
  return sql<{ purpose: string; cameras: number }[]>`
    SELECT purpose, sum(v.camera_count)::int AS cameras
    FROM camera_version v CROSS JOIN LATERAL unnest(v.purposes) AS purpose
    WHERE ${standing(sql, cityId, release)} AND v.status = ANY(${[...inServiceStatuses]})
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** Cameras in service, those whose record declares any purpose, and those without a known first day. */
export async function countDeclaredCameras(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ inService: number; withPurpose: number; undated: number }> {
  const [row] = await sql<{ inService: number; withPurpose: number; undated: number }[]>`
    SELECT coalesce(sum(v.camera_count), 0)::int AS "inService",
      coalesce(sum(v.camera_count) FILTER (WHERE cardinality(v.purposes) > 0), 0)::int AS "withPurpose",
      coalesce(sum(v.camera_count) FILTER (WHERE coalesce(v.commissioned_on, v.installed_on) IS NULL), 0)::int AS undated
    FROM camera_version v
    WHERE ${standing(sql, cityId, release)} AND v.status = ANY(${[...inServiceStatuses]})`;
  return row ?? { inService: 0, withPurpose: 0, undated: 0 };
}

/** Releases published in a span of time, the earliest first. */
export function listReleasesBetween(
  sql: ReadSql,
  cityId: number,
  { from, to, upTo }: { from: string; to: string; upTo: number },
  timezone: string,
): Promise<{ number: number; on: string; note: string }[]> {
  return sql<{ number: number; on: string; note: string }[]>`
    SELECT number, to_char(published_at AT TIME ZONE ${timezone}, 'YYYY-MM-DD') AS "on", note
    FROM release WHERE city_id = ${cityId} AND number <= ${upTo}
      AND (published_at AT TIME ZONE ${timezone})::date BETWEEN ${from} AND ${to}
    ORDER BY number LIMIT 400`;
}
