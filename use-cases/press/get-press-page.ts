import {
  type City,
  findCity,
  listCities,
  listDistricts,
  releaseOf,
} from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { listReleases, type ReleaseRow } from "#persistence/release-queries.ts";

export type PressPage = {
  cities: City[];
  /** The city asked for, or the first; undefined while there is none. */
  city: City | undefined;
  /** Newest first. */
  releases: ReleaseRow[];
  districts: { code: string; name: string }[];
  figures: PublishedFigureRow[];
};

/** How many releases one may choose from; an older one is reached by its address. */
const MOST_RELEASES = 100;

/** What there is to choose from on the page for the press. */
export function getPressPage(asked: string | undefined): Promise<PressPage> {
  return readSql(async (sql) => {
    const cities = await listCities(sql);
    const slug = cities.find((city) => city.slug === asked)?.slug ?? cities[0]?.slug;
    const city = slug === undefined ? undefined : await findCity(sql, slug);
    if (!city) return { cities, city: undefined, releases: [], districts: [], figures: [] };
    const release = releaseOf(city);
    return {
      cities,
      city,
      releases: await listReleases(sql, city.id, MOST_RELEASES),
      districts: (await listDistricts(sql, city.id, release)).map(({ code, name }) => ({
        code,
        name,
      })),
      figures: await listPublishedFigures(sql, city.id, release),
    };
  });
}
