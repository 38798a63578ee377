import type { ReleaseAsked } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";
import { selectPublicSources } from "../importing/select-public-sources.ts";

export type PublicSource = {
  title: string;
  publisher: string | null;
  url: string | null;
  publishedOn: string | null;
  sha256: string | null;
};

/** A document by its key, if something public rests on it. */
export async function findPublicSource(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  key: string,
): Promise<PublicSource | undefined> {
  const [row] = await sql<PublicSource[]>`
    SELECT v.title, v.publisher, v.url, v.published_on AS "publishedOn", v.sha256
    FROM (${selectPublicSources(sql, cityId, release)}) AS v WHERE v.source = ${key}`;
  return row;
}

/** Keys and titles of the documents that something public rests on. */
export function listPublicSources(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ key: string; title: string }[]> {
  return sql<{ key: string; title: string }[]>`
    SELECT v.source AS key, v.title FROM (${selectPublicSources(sql, cityId, release)}) AS v ORDER BY v.title`;
}
