import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { nearestPopulation } from "#domain/indicator/cameras-per-inhabitant.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { byDistrict } from "#domain/territory/by-district.ts";
import { countCameras } from "#persistence/camera-queries.ts";
import {
  type City,
  type DistrictRow,
  findBoundary,
  findCity,
  listDistricts,
  listPopulation,
  releaseOf,
} from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type MapDistrict = DistrictRow & {
  camerasInService: number;
  /** Cameras in service per 1,000 inhabitants; undefined without a population. */
  perThousandInhabitants: number | undefined;
};

export type MapGround = {
  city: City;
  boundary: unknown;
  districts: MapDistrict[];
  /** Cameras of the release, and how many have a place on the public map at all. */
  cameras: number;
  located: number;
  sources: SourceRow[];
};

/** What lies under the cameras: outline, districts and what can shade them; undefined when there is no such city. */
export function getMapGround(citySlug: string, today: string): Promise<MapGround | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    const release = releaseOf(city);
    const boundary = await findBoundary(sql, city.id, release);
    const districts = await listDistricts(sql, city.id, release);
    const counts = await countCameras(sql, city.id, release);
    const sum = (rows: readonly { cameras: number }[]) =>
      rows.reduce((total, row) => total + row.cameras, 0);
    const inService = counts.filter((row) =>
      (inServiceStatuses as readonly string[]).includes(row.status),
    );
    const inServiceOf = byDistrict(inService);
    const population = await populations(sql, city, today);
    return {
      city,
      boundary: boundary?.geometry,
      districts: districts.map((district) => {
        const camerasInService = sum(inServiceOf(district.code));
        const inhabitants = population.get(district.code);
        return {
          ...district,
          camerasInService,
          perThousandInhabitants: inhabitants ? (camerasInService * 1000) / inhabitants : undefined,
        };
      }),
      cameras: sum(counts),
      located: sum(counts.filter((row) => row.located)),
      sources: await findSources(sql, [
        ...new Set([
          ...(boundary ? [boundary.sourceId] : []),
          ...districts.map((district) => district.sourceId),
        ]),
      ]),
    };
  });
}

async function populations(sql: ReadSql, city: City, today: string): Promise<Map<string, number>> {
  const rows = await listPopulation(sql, city.id, releaseOf(city));
  const codes = [...new Set(rows.flatMap((row) => row.districtCode ?? []))];
  const rowsOf = byDistrict(rows);
  return new Map(
    codes.map((code) => [code, nearestPopulation(rowsOf(code), yearOf(today))?.inhabitants ?? 0]),
  );
}
