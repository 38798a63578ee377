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
