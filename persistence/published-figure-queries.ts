import type { ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type PublishedFigureRow = {
  reference: string;
  measure: string;
  place: string | null;
  value: number;
  unit: string;
  qualifier: string | null;
  /** The period in the source's own words. */
  periodText: string | null;
  period: { from: string; to: string } | null;
  scope: string | null;
  definition: string | null;
  sourceId: number;
};

/** What has been published about a city as of a release, in the order of the measures and then of time. */
export function listPublishedFigures(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<PublishedFigureRow[]> {
  return sql<PublishedFigureRow[]>`
    SELECT reference, measure, place, value::float8 AS "value", unit, qualifier, period_text AS "periodText",
           CASE WHEN period_from IS NOT NULL AND period_to IS NOT NULL THEN json_build_object(
             'from', to_char(period_from, 'YYYY-MM-DD'), 'to', to_char(period_to, 'YYYY-MM-DD')) END AS "period",
           scope, definition, source_id AS "sourceId"
    FROM published_figure WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number})
    ORDER BY min(id) OVER (PARTITION BY measure), period_from NULLS LAST, id`;
}
