import type { CamerasByDates } from "#domain/indicator/camera-years.ts";
import { type MovingFigure, movingFigures } from "#domain/indicator/moving-figures.ts";
import { countCamerasByDates, type ReleaseAsked } from "../camera-queries.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import { loadKeyFigures } from "./load-key-figures.ts";

/**
 * Headline figures that differ between a release and what stands later. Cameras are counted once, as they stand later:
 * what stood before is that, without what came since and with what went. A million that stayed are not read twice.
 */
export async function loadMovingFigures(
  sql: ReadSql,
  city: Pick<City, "id" | "country">,
  before: number,
  after: ReleaseAsked,
): Promise<MovingFigure[]> {
  const cameras = await countCamerasByDates(sql, city.id, after);
  const moved = await countMovedCameras(sql, city.id, before, after.number);
  return movingFigures(
    await loadKeyFigures(sql, city, { number: before, current: false }, added(cameras, moved)),
    await loadKeyFigures(sql, city, after, cameras),
  );
}

/** Cameras that went between two releases, and with a minus those that came: from the later to the earlier. */
function countMovedCameras(
  sql: ReadSql,
  cityId: number,
  before: number,
  after: number,
): Promise<CamerasByDates[]> {
  return sql<CamerasByDates[]>`
    WITH moved AS (
      SELECT status, coalesce(commissioned_on, installed_on) AS since, removed_on, -camera_count AS cameras
      FROM camera_version WHERE city_id = ${cityId} AND from_release > ${before} AND from_release <= ${after}
        AND (until_release IS NULL OR until_release > ${after})
      UNION ALL
      SELECT status, coalesce(commissioned_on, installed_on), removed_on, camera_count
      FROM camera_version WHERE city_id = ${cityId} AND from_release <= ${before} AND until_release > ${before}
        AND until_release <= ${after})
    SELECT status, since, removed_on AS "removedOn", sum(cameras)::int AS cameras FROM moved GROUP BY 1, 2, 3`;
}

/** Groups of the same dates and status added up; those that come to nothing are gone. */
function added(
  cameras: readonly CamerasByDates[],
  moved: readonly CamerasByDates[],
): CamerasByDates[] {
  const groups = new Map<string, CamerasByDates>();
  for (const group of [...cameras, ...moved]) {
    const key = `${group.status} ${group.since} ${group.removedOn}`;
    groups.set(key, { ...group, cameras: (groups.get(key)?.cameras ?? 0) + group.cameras });
  }
  return [...groups.values()].filter((group) => group.cameras !== 0);
}
