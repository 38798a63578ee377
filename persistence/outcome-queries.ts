import { type ReleaseAsked, standing } from "./camera-queries.ts";
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
  /** Rows of that state in the sum: none of another state is among them. */
  cells: number;
  periods: number;
  periodFrom: string;
  periodTo: string;
  sourceIds: number[];
};

/** The areas of one kind, one of them when a code is given. */
export type OutcomeArea = { kind: string; code?: string };

/**
 * Outcome counts by definition, scope, area, year, result and state, read from the sums that every import keeps. Only
 * sums: rates and refusals are the domain's. Without an area: those of every area that has figures.
 */
export function sumOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area?: OutcomeArea,
): Promise<OutcomeTotal[]> {
  return sql<OutcomeTotal[]>`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, v.scope, v.area_kind AS "areaKind",
           nullif(v.area_code, '') AS "areaCode", extract(year FROM v.period_from)::int AS "year",
           CASE WHEN v.period_to - v.period_from BETWEEN 27 AND 30 THEN 'month'
                WHEN v.period_to - v.period_from BETWEEN 89 AND 92 THEN 'quarter'
                WHEN v.period_to - v.period_from BETWEEN 364 AND 365 THEN 'year' ELSE 'other' END AS "grain",
           v.by_category AS "byCategory", nullif(v.result, '') AS "result", cell.state,
           sum(v.value) FILTER (WHERE cell.state = 'known')::float8 AS "value", sum(cell.cells)::int AS "cells",
           count(DISTINCT v.period_from)::int AS "periods", to_char(min(v.period_from), 'YYYY-MM-DD') AS "periodFrom",
           to_char(max(v.period_to), 'YYYY-MM-DD') AS "periodTo", array_agg(DISTINCT v.source_id) AS "sourceIds"
    FROM outcome_rollup v JOIN outcome_definition d ON d.id = v.definition_id
    CROSS JOIN LATERAL (VALUES ('known', v.known), ('zero', v.zero), ('withheld', v.withheld),
      ('not-collected', v.not_collected), ('not-broken-down', v.not_broken_down),
      ('not-communicated', v.not_communicated), ('declared-zero', v.declared_zero)) AS cell (state, cells)
    WHERE ${standing(sql, cityId, release)} AND cell.cells > 0
      ${area ? sql`AND v.area_kind = ${area.kind}` : sql``}
      ${area?.code === undefined ? sql`` : sql`AND v.area_code = ${area.code}`}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
    ORDER BY 9, 1, 7, 8, 12`;
}
