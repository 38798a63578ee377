import { countCamerasOfCities } from "#persistence/camera-queries.ts";
import { type City, listCities } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export type CityOverview = {
  city: City;
  /** Cameras on the register, and those of them in service; 0 where no list is published. */
  cameras: number;
  camerasInService: number;
};

/** The cities of this installation, real ones first. */
export function listCityOverviews(): Promise<CityOverview[]> {
  return readSql(async (sql) => {
    const cities = await listCities(sql);
    const counts = new Map((await countCamerasOfCities(sql)).map((row) => [row.cityId, row]));
    return cities.map((city) => ({
      city,
      cameras: counts.get(city.id)?.cameras ?? 0,
      camerasInService: counts.get(city.id)?.inService ?? 0,
    }));
  });
}
