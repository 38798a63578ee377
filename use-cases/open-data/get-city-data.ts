import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { datasetOf, datasets } from "#domain/dataset/declared/registry.ts";
import type { ReleasedCity, UsedLicence } from "#domain/dataset/files/city-files.ts";
import { countCameraRows } from "#persistence/camera-queries.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { findDatasetRows, type PagedDataset } from "#persistence/open-data/dataset-rows.ts";
import { listUsedLicences } from "#persistence/open-data/used-licences.ts";
import { listReleases } from "#persistence/release-queries.ts";

export type CityDataPage = {
  city: City;
  /** Undefined while nothing has been published. */
  released: ReleasedCity | undefined;
  licences: UsedLicence[];
  sources: DatasetRow[];
  /** Rows of each dataset. */
  rows: Record<string, number>;
};

/** What a city's release holds to take away; undefined when there is no such city or release. */
export function getCityData(
  slug: string,
  origin: string,
  asked?: number,
): Promise<CityDataPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const asOf = releaseOf(city);
    const [release] = city.release === 0 ? [] : await listReleases(sql, city.id, 1, city.release);
    const rows: Record<string, number> = { cameras: await countCameraRows(sql, city.id, asOf) };
    for (const dataset of datasets) {
      if (dataset.id === "cameras") continue;
      const selected = dataset as PagedDataset;
      const found = await findDatasetRows(sql, city.id, asOf, selected, { filters: {}, limit: 0 });
      rows[dataset.id] = found.matched;
    }
    const sources = { ...datasetOf("sources"), id: "sources" as const };
    const listed = await findDatasetRows(sql, city.id, asOf, sources, { filters: {}, limit: 500 });
    return {
      city,
      released: release && {
        slug,
        name: city.name,
        fictional: city.fictional,
        release: release.number,
        publishedAt: release.publishedAt.toISOString(),
        contentHash: release.contentHash,
        origin,
      },
      licences: await listUsedLicences(sql, city.id, city.release),
      sources: listed.rows,
      rows,
    };
  });
}
