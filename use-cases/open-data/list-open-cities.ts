import { type City, findCity, listCities, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { listReleases, type ReleaseRow } from "#persistence/release-queries.ts";

/** A city with the release that is read: what the API says of it before any dataset. */
export type OpenCity = City & { contentHash: string | null };

async function withHash(sql: Parameters<typeof listReleases>[0], city: City): Promise<OpenCity> {
  const { number } = releaseOf(city);
  const [release]: (ReleaseRow | undefined)[] =
    number === 0 ? [] : await listReleases(sql, city.id, 1, number);
  return { ...city, contentHash: release?.contentHash ?? null };
}

export function listOpenCities(): Promise<OpenCity[]> {
  return readSql(async (sql) => {
    const cities: OpenCity[] = [];
    for (const city of await listCities(sql)) cities.push(await withHash(sql, city));
    return cities;
  });
}

export function findOpenCity(slug: string): Promise<OpenCity | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    return city && withHash(sql, city);
  });
}
