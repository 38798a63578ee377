import type { ReadSql } from "./database.ts";

export type ReleaseRow = {
  number: number;
  kind: string;
  note: string;
  changes: unknown;
  contentHash: string;
  publishedAt: Date;
};

/** The latest releases of a city, newest first. */
export function listReleases(sql: ReadSql, cityId: number, limit: number): Promise<ReleaseRow[]> {
  return sql<ReleaseRow[]>`
    SELECT number, kind, note, changes, content_hash AS "contentHash", published_at AS "publishedAt"
    FROM release WHERE city_id = ${cityId} ORDER BY number DESC LIMIT ${limit}`;
}

export type BatchRow = {
  cityId: number;
  sourceId: number;
  preset: string;
  fileName: string;
  fileSha256: string;
  fileBytes: number;
  release: number;
  undoneByRelease: number | null;
  appliedAt: Date;
};

/** Every import of a city, oldest first, undone ones included. */
export function listBatches(sql: ReadSql, cityId: number): Promise<BatchRow[]> {
  return sql<BatchRow[]>`
    SELECT city_id AS "cityId", source_id AS "sourceId", preset, file_name AS "fileName",
           file_sha256 AS "fileSha256", file_bytes::float8 AS "fileBytes", release_number AS "release",
           undone_by_release AS "undoneByRelease", applied_at AS "appliedAt"
    FROM import_batch WHERE city_id = ${cityId} ORDER BY id`;
}
