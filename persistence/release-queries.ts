import type { ReadSql } from "./database.ts";

export type ReleaseRow = {
  number: number;
  kind: string;
  note: string;
  changes: unknown;
  contentHash: string;
  /** 2: over the rows that everybody reads; 1, of earlier versions of the program: over the records as imported. */
  contentForm: number;
  publishedAt: Date;
};

/** The releases of a city up to one of them, newest first. */
export function listReleases(
  sql: ReadSql,
  cityId: number,
  limit: number,
  upTo = 2_147_483_647,
): Promise<ReleaseRow[]> {
  return sql<ReleaseRow[]>`
    SELECT number, kind, note, changes, content_hash AS "contentHash", content_form::int AS "contentForm", published_at AS "publishedAt"
    FROM release WHERE city_id = ${cityId} AND number <= ${upTo} ORDER BY number DESC LIMIT ${limit}`;
}

/** When the release after one was published; undefined for the latest. */
export async function findEndOfRelease(
  sql: ReadSql,
  cityId: number,
  number: number,
): Promise<Date | undefined> {
  const [next] = await sql<{ at: Date }[]>`
    SELECT published_at AS at FROM release WHERE city_id = ${cityId} AND number > ${number}
    ORDER BY number LIMIT 1`;
  return next?.at;
}
