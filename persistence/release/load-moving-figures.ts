import type { CamerasByDates } from "#domain/indicator/camera-years.ts";
import { type MovingFigure, movingFigures } from "#domain/indicator/moving-figures.ts";
import { type CamerasByOrders, countCamerasByOrders } from "../authorisation-queries.ts";
import { countCamerasByDates, type ReleaseAsked } from "../camera-queries.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import { loadKeyFigures } from "./load-key-figures.ts";

/**
 * Figures that differ between a release and what stands later, both judged on the day that the later one was published (today
 * while it is prepared): what moves by the mere passing of time is no revision. Cameras are counted once, as they stand later:
 * what stood before is that, without what came since and with what went. A million that stayed are not read twice.
 */
export async function loadMovingFigures(
  sql: ReadSql,
  city: Pick<City, "id" | "country" | "currency">,
  before: number,
  after: ReleaseAsked,
): Promise<MovingFigure[]> {
  const today = await dayOf(sql, city.id, after.number);
  const cameras = await countCamerasByDates(sql, city.id, after);
  const byOrders = await countCamerasByOrders(sql, city.id, after);
  const moved = { cityId: city.id, before, after: after.number };
  const then = {
    release: { number: before, current: false },
    today,
    cameras: added([...cameras, ...(await countMovedByDates(sql, moved))]),
    byOrders: added([...byOrders, ...(await countMovedByOrders(sql, moved))]),
  };
  return movingFigures(
    await loadKeyFigures(sql, city, then),
    await loadKeyFigures(sql, city, { release: after, today, cameras, byOrders }),
  );
}

/** In the time zone of the city. */
async function dayOf(sql: ReadSql, cityId: number, release: number): Promise<string> {
  const [row] = await sql<{ day: string }[]>`
    SELECT to_char(coalesce(r.published_at, now()) AT TIME ZONE c.timezone, 'YYYY-MM-DD') AS day
    FROM city c LEFT JOIN release r ON r.city_id = c.id AND r.number = ${release} WHERE c.id = ${cityId}`;
  return row?.day ?? "";
}

type Moved = { cityId: number; before: number; after: number };

/** Versions of cameras that went between two releases, and with a minus those that came: from the later to the earlier. */
function movedVersions(sql: ReadSql, { cityId, before, after }: Moved) {
  return sql`
    SELECT v.*, -camera_count AS moved FROM camera_version v
    WHERE city_id = ${cityId} AND from_release > ${before} AND from_release <= ${after}
      AND (until_release IS NULL OR until_release > ${after})
    UNION ALL
    SELECT v.*, camera_count FROM camera_version v
    WHERE city_id = ${cityId} AND from_release <= ${before} AND until_release > ${before}
      AND until_release <= ${after}`;
}

function countMovedByDates(sql: ReadSql, moved: Moved): Promise<CamerasByDates[]> {
  return sql<CamerasByDates[]>`
    SELECT status, coalesce(commissioned_on, installed_on) AS since, removed_on AS "removedOn", sum(moved)::int AS cameras
    FROM (${movedVersions(sql, moved)}) v GROUP BY 1, 2, 3`;
}

function countMovedByOrders(sql: ReadSql, moved: Moved): Promise<CamerasByOrders[]> {
  return sql<CamerasByOrders[]>`
    SELECT authorisation_references AS "authorisationReferences", type, status, retention_days AS "retentionDays",
      sum(moved)::int AS cameras
    FROM (${movedVersions(sql, moved)}) v GROUP BY 1, 2, 3, 4`;
}

/** Groups that agree in everything but their number added up; those that come to nothing are gone. */
function added<Group extends { cameras: number }>(all: readonly Group[]): Group[] {
  const groups = new Map<string, Group>();
  for (const group of all) {
    const { cameras, ...alike } = group;
    const key = JSON.stringify(Object.entries(alike).sort());
    groups.set(key, { ...group, cameras: (groups.get(key)?.cameras ?? 0) + cameras });
  }
  return [...groups.values()].filter((group) => group.cameras !== 0);
}
