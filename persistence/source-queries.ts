import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type SourceRow = {
  id: number;
  cityId: number;
  /** Of the city: its documents are in its language. */
  country: string;
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  publishedOn: string | null;
  retrievedOn: string | null;
  sha256: string | null;
  verification: string;
  note: string | null;
};

function sourceColumns(sql: ReadSql) {
  return sql`id, city_id AS "cityId", (SELECT country FROM city WHERE city.id = city_id) AS country, title, publisher, url, licence, licence_url AS "licenceUrl", attribution,
    to_char(published_on, 'YYYY-MM-DD') AS "publishedOn", to_char(retrieved_on, 'YYYY-MM-DD') AS "retrievedOn",
    sha256, verification, note`;
}

export function findSources(sql: ReadSql, ids: readonly number[]): Promise<SourceRow[]> {
  return sql<SourceRow[]>`
    SELECT ${sourceColumns(sql)} FROM source WHERE id = ANY(${ids as number[]}) ORDER BY id`;
}

/** Where the register of cameras comes from, as of a release. */
export function listRegisterSources(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<SourceRow[]> {
  return sql<SourceRow[]>`
    SELECT ${sourceColumns(sql)} FROM source
    WHERE id IN (SELECT DISTINCT v.source_id FROM camera_version v WHERE ${standing(sql, cityId, release)})
    ORDER BY id`;
}
