import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import { streamCameras } from "#persistence/camera-queries.ts";
import {
  type City,
  type DistrictRow,
  findBoundary,
  findCity,
  listDistricts,
  releaseOf,
} from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { findSources, listRegisterSources, type SourceRow } from "#persistence/source-queries.ts";

export type PlacedCameras = { longitude: number; latitude: number; count: number };

export type CameraPlan = {
  city: City;
  boundary: unknown;
  districts: DistrictRow[];
  /** Cameras in service whose position is public, gathered to 0.0005°. */
  points: PlacedCameras[];
  inService: number;
  sources: SourceRow[];
};

/** A small still map of a city's cameras, as of a release; undefined when there is no such city or release. */
export function getCameraPlan(slug: string, asked?: number): Promise<CameraPlan | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const release = releaseOf(city);
    const boundary = await findBoundary(sql, city.id, release);
    const districts = await listDistricts(sql, city.id, release);
    const ground = [...(boundary ? [boundary.sourceId] : []), ...districts.map((d) => d.sourceId)];
    return {
      city,
      boundary: boundary?.geometry,
      districts,
      ...(await placesOf(sql, city)),
      sources: [
        ...(await listRegisterSources(sql, city.id, release)),
        ...(await findSources(sql, [...new Set(ground)])),
      ],
    };
  });
}

/** Half a thousandth of a degree is 55 m: less than a dot of a map of a city. A million cameras fit in memory. */
const CELL_DEGREES = 0.0005;

async function placesOf(sql: ReadSql, city: City) {
  const cells = new Map<string, PlacedCameras>();
  let inService = 0;
  for await (const batch of streamCameras(sql, city.id, releaseOf(city))) {
    for (const registered of batch) {
      const { status, cameraCount, position } = toPublicCamera(registered);
      if (!(inServiceStatuses as readonly string[]).includes(status)) continue;
      inService += cameraCount;
      if (position === null) continue;
      const [longitude, latitude] = [cellOf(position.longitude), cellOf(position.latitude)];
      const key = `${longitude} ${latitude}`;
      const count = (cells.get(key)?.count ?? 0) + cameraCount;
      cells.set(key, { longitude, latitude, count });
    }
  }
  return { points: [...cells.values()], inService };
}

function cellOf(degrees: number): number {
  return Math.round(degrees / CELL_DEGREES) * CELL_DEGREES;
}
