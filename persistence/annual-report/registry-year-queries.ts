import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import type { CamerasByOrder } from "#domain/compliance/authorisation-summary.ts";
import { statusesThatServed } from "#domain/indicator/camera-years.ts";
import { type ReleaseAsked, standing } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";

/**
 * Cameras that were in service on a day, as `camerasInServiceOn` counts them. Partial dates are texts: "2024" comes before
 * any day of 2024, and holds until its last.
 */
function servedOn(sql: ReadSql, day: string) {
  const since = sql`coalesce(v.commissioned_on, v.installed_on)`;
  return sql`(v.status = ANY(${[...inServiceStatuses]})
      OR (v.status = ANY(${[...statusesThatServed]}) AND v.removed_on IS NOT NULL))
    AND (${since} IS NULL OR ${since} <= ${day})
    AND (v.removed_on IS NULL OR v.removed_on >= left(${day}, length(v.removed_on)))`;
}

type OnDay = { release: ReleaseAsked; day: string };

/** Cameras in service on a day by the purposes that their records declare; one camera may have several. */
export function countCamerasByPurpose(
  sql: ReadSql,
  cityId: number,
  { release, day }: OnDay,
): Promise<{ purpose: string; cameras: number }[]> {
  return sql<{ purpose: string; cameras: number }[]>`
    SELECT purpose, sum(v.camera_count)::int AS cameras
    FROM camera_version v CROSS JOIN LATERAL unnest(v.purposes) AS purpose
    WHERE ${standing(sql, cityId, release)} AND ${servedOn(sql, day)}
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** Cameras in service on a day, those whose record declares any purpose, and those without a known first day. */
export async function countDeclaredCameras(
  sql: ReadSql,
  cityId: number,
  { release, day }: OnDay,
): Promise<{ inService: number; withPurpose: number; undated: number }> {
  const [row] = await sql<{ inService: number; withPurpose: number; undated: number }[]>`
    SELECT coalesce(sum(v.camera_count), 0)::int AS "inService",
      coalesce(sum(v.camera_count) FILTER (WHERE cardinality(v.purposes) > 0), 0)::int AS "withPurpose",
      coalesce(sum(v.camera_count) FILTER (WHERE coalesce(v.commissioned_on, v.installed_on) IS NULL), 0)::int AS undated
    FROM camera_version v WHERE ${standing(sql, cityId, release)} AND ${servedOn(sql, day)}`;
  return row ?? { inService: 0, withPurpose: 0, undated: 0 };
}

/** Cameras in service on a day grouped by the orders that their records name. */
export function countOrdersOnDay(
  sql: ReadSql,
  cityId: number,
  { release, day }: OnDay,
): Promise<CamerasByOrder[]> {
  return sql<CamerasByOrder[]>`
    SELECT v.authorisation_references AS "authorisationReferences", v.type, 'in-service' AS status,
      v.retention_days AS "retentionDays", sum(v.camera_count)::int AS cameras
    FROM camera_version v WHERE ${standing(sql, cityId, release)} AND ${servedOn(sql, day)}
    GROUP BY 1, 2, 4`;
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
