import type { ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type OutcomeTotal = {
  definition: string;
  funnel: string;
  stage: string;
  unit: string;
  wording: string;
  scope: string;
  areaKind: string;
  areaCode: string | null;
  year: number;
  /** Length of the periods summed. Totals of different grains describe the same events: never add them up. */
  grain: "month" | "quarter" | "year" | "other";
  /** True when the rows summed were broken down by category; false for rows that give all categories at once. */
  byCategory: boolean;
  result: string | null;
  state: string;
  value: number | null;
  periods: number;
  periodFrom: string;
  periodTo: string;
  sourceIds: number[];
};

/** Outcome counts by definition, scope, area, year and result. Only sums: rates and refusals are the domain's. */
export function sumOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area?: { kind: string; code: string },
): Promise<OutcomeTotal[]> {
  return sql<OutcomeTotal[]>`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, s.scope, s.area_kind AS "areaKind",
           s.area_code AS "areaCode", extract(year FROM s.period_from)::int AS "year",
           CASE WHEN s.period_to - s.period_from BETWEEN 27 AND 30 THEN 'month'
                WHEN s.period_to - s.period_from BETWEEN 89 AND 92 THEN 'quarter'
                WHEN s.period_to - s.period_from BETWEEN 364 AND 365 THEN 'year' ELSE 'other' END AS "grain",
           s.category IS NOT NULL AS "byCategory", s.result, s.state, sum(s.value)::float8 AS "value",
           count(DISTINCT s.period_from)::int AS "periods", to_char(min(s.period_from), 'YYYY-MM-DD') AS "periodFrom",
           to_char(max(s.period_to), 'YYYY-MM-DD') AS "periodTo", array_agg(DISTINCT s.source_id) AS "sourceIds"
    FROM outcome_statistic s JOIN outcome_definition d ON d.id = s.definition_id
    WHERE s.city_id = ${cityId} AND s.from_release <= ${release.number}
      AND (s.until_release IS NULL OR s.until_release > ${release.number})
      ${area ? sql`AND s.area_kind = ${area.kind} AND s.area_code = ${area.code}` : sql``}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
    ORDER BY 9, 1, 7, 8, 12`;
}
