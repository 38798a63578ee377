import type { ReadSql } from "../database.ts";

/** Licences of the documents that imports of a city bear, up to a release. */
export function listUsedLicences(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<{ licence: string; url: string | null }[]> {
  return sql<{ licence: string; url: string | null }[]>`
    SELECT licence, min(licence_url) AS url FROM source
    WHERE city_id = ${cityId} AND licence IS NOT NULL AND id IN (
      SELECT source_id FROM import_batch WHERE city_id = ${cityId} AND release_number <= ${release}
        AND (undone_by_release IS NULL OR undone_by_release > ${release}))
    GROUP BY licence ORDER BY licence`;
}
