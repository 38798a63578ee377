import { listCities } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export function listCityOverviews() {
  return readSql(async (sql) => {
    const cities = await listCities(sql);
    return cities.map((city) => ({ city }));
  });
}
