import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { metresBetween } from "#domain/territory/distance.ts";
import { registeredCamera } from "./camera-cells.ts";
import { findCamerasById, identifiedCells, type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type NearbyCamera = { camera: PublicCamera; metres: number };

/** Half the side of the square that is searched, in degrees of latitude: wider than any distance asked plus the grid. */
const reachDegrees = 0.005;
const mostCandidates = 2_000;

/**
 * Cameras in service around a point, the nearest first, measured from their public positions: a camera whose place is not
 * public is never found by it.
 */
export async function findNearbyCameras(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  around: { longitude: number; latitude: number; metres: number },
): Promise<NearbyCamera[]> {
  const { longitude, latitude, metres } = around;
  const east = reachDegrees / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  const rows = await sql<{ id: string }[]>`
    SELECT v.camera_id AS id FROM camera_version v
    WHERE ${standing(sql, cityId, release)} AND v.published_precision IN ('exact', 'street')
      AND v.status = ANY(${[...inServiceStatuses]})
      AND v.latitude BETWEEN ${latitude - reachDegrees} AND ${latitude + reachDegrees}
      AND v.longitude BETWEEN ${longitude - east} AND ${longitude + east}
    ORDER BY v.reference LIMIT ${mostCandidates}`;
  const cells = await findCamerasById(
    sql,
    cityId,
    release,
    rows.map(({ id }) => id),
    identifiedCells,
  );
  return cells
    .map((camera) => toPublicCamera(registeredCamera(camera)))
    .flatMap((camera) =>
      camera.position ? [{ camera, metres: metresBetween(camera.position, around) }] : [],
    )
    .filter((near) => near.metres <= metres)
    .sort((a, b) => a.metres - b.metres);
}
