import type { CataloguedCity } from "#domain/dataset/files/catalogue.ts";
import { listCities } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { listUsedLicences } from "#persistence/open-data/used-licences.ts";
import { listReleases } from "#persistence/release-queries.ts";

/** Every city that has published something, as a catalogue lists it. */
export function listCatalogue(origin: string): Promise<CataloguedCity[]> {
  return readSql(async (sql) => {
    const found: CataloguedCity[] = [];
    for (const city of await listCities(sql)) {
      const [release] = await listReleases(sql, city.id, 1);
      if (!release) continue;
      found.push({
        city: {
          slug: city.slug,
          name: city.name,
          fictional: city.fictional,
          release: release.number,
          publishedAt: release.publishedAt.toISOString(),
          contentHash: release.contentHash,
          origin,
        },
        licences: await listUsedLicences(sql, city.id, release.number),
      });
    }
    return found;
  });
}
