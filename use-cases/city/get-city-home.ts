import { findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export function getCityHome(slug: string, _today: string) {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    return city && { city };
  });
}
