import { type ReleaseAsked, standing } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";
import { recordTables } from "./record-tables.ts";

/** Only documents that something public rests on: a draft's are nobody's business yet. */
export function selectPublicSources(sql: ReadSql, cityId: number, release: ReleaseAsked) {
  const tables = Object.values(recordTables).map(({ table }) => table);
  const used = tables
    .map(
      (table) =>
        sql`SELECT v.source_id FROM ${sql(table)} v WHERE ${standing(sql, cityId, release)}`,
    )
    .reduce((all, one) => sql`${all} UNION ${one}`);
  return sql`SELECT v.key AS source, v.title, v.publisher, v.url, v.licence, v.licence_url, v.attribution,
      to_char(v.published_on, 'YYYY-MM-DD') AS published_on,
      to_char(v.retrieved_on, 'YYYY-MM-DD') AS retrieved_on, v.sha256, v.commitment, v.verification, v.key COLLATE "C" AS row_key
    FROM source v WHERE v.city_id = ${cityId} AND v.id IN (${used})`;
}
