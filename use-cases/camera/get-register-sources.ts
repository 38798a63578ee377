import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { listRegisterSources, type SourceRow } from "#persistence/source-queries.ts";

/** Where a city's register of cameras comes from, as of a release; empty when there is no such city or release. */
export function getRegisterSources(slug: string, asked?: number): Promise<SourceRow[]> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    return city ? listRegisterSources(sql, city.id, releaseOf(city)) : [];
  });
}
