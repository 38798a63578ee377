import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { listReleases, type ReleaseRow } from "#persistence/release-queries.ts";

export type ReleasesPage = { city: City; releases: ReleaseRow[]; hasMore: boolean };

const most = 200;

/** Everything that a city has published, release by release, the newest first. */
export function getReleasesPage(slug: string): Promise<ReleasesPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const releases = await listReleases(sql, city.id, most + 1);
    return { city, releases: releases.slice(0, most), hasMore: releases.length > most };
  });
}
