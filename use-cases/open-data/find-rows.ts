import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import {
  findDatasetRows,
  type PagedDataset,
  type RowsAsked,
  type RowsFound,
} from "#persistence/open-data/dataset-rows.ts";

export type RowsOfCity = { kind: "found"; city: City } & RowsFound;
export type Absence = { kind: "city-not-found" | "release-not-found" };

/** One page of a dataset as of the latest release, or of the one asked. */
export function findRows(
  slug: string,
  release: number | undefined,
  dataset: PagedDataset,
  asked: RowsAsked & { untilNow?: boolean },
): Promise<RowsOfCity | Absence> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, release);
    if (!city) {
      const exists = release !== undefined && (await findCity(sql, slug));
      return { kind: exists ? "release-not-found" : "city-not-found" };
    }
    const { untilNow = false, ...page } = asked;
    const asOf = { ...releaseOf(city), untilNow };
    const found = await findDatasetRows(sql, city.id, asOf, dataset, page);
    return { kind: "found", city, ...found };
  });
}
