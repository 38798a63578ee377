import { prepareArea } from "#domain/territory/prepare-area.ts";
import { prepareDistrictLookup } from "#domain/territory/prepare-district-lookup.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";
import { type City, findBoundary, listDistricts } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";

/** What is known of a city's ground, ready to be asked a million times. */
export type CityPlaces = {
  /** undefined while the city has no outline. */
  isInside: ((longitude: number, latitude: number) => boolean) | undefined;
  districtAt: (longitude: number, latitude: number) => string | undefined;
  knownDistricts: readonly { code: string; name: string }[];
};

/** After every revision there will ever be: what is being prepared counts as ground for the next import. */
const newestWritten = { number: 2_147_483_647, current: true };

export async function loadPlaces(sql: ReadSql, city: City): Promise<CityPlaces> {
  const release = newestWritten;
  const boundary = await findBoundary(sql, city.id, release);
  const districts = await listDistricts(sql, city.id, release);
  const outline = boundary && prepareArea(boundary.geometry as AreaGeometry);
  return {
    isInside: outline && ((longitude, latitude) => outline.contains(longitude, latitude)),
    districtAt: prepareDistrictLookup(
      districts.flatMap(({ code, geometry }) =>
        geometry === null ? [] : [{ code, geometry: geometry as AreaGeometry }],
      ),
    ),
    knownDistricts: districts.map(({ code, name }) => ({ code, name })),
  };
}
