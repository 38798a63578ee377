import type { ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type InstitutionFactRow = {
  reference: string;
  kind: string;
  happenedOn: string;
  statement: { fr: string; en: string };
  sourceId: number;
};

/** Who decides, controls and is answerable, oldest first, as of a release. */
export function listInstitutionFacts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<InstitutionFactRow[]> {
  return sql<InstitutionFactRow[]>`
    SELECT reference, kind, happened_on AS "happenedOn",
           json_build_object('fr', statement_fr, 'en', statement_en) AS "statement", source_id AS "sourceId"
    FROM institution_fact WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number})
    ORDER BY happened_on, reference`;
}
