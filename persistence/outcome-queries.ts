import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";
import { stateColumns } from "./outcome-states.ts";

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

const columns = Object.entries(stateColumns);

/** A day of the year as one bit: together they tell how many periods of that year there were, whoever counted them. */
const day = "set_bit(0::bit(366), extract(doy FROM v.period_from)::int - 1, 1)";

/** What a sum keeps of each state: the cells, the days on which their periods began, and the first and last day. */
const keptOfStates = columns
  .map(([column]) => {
    const ofState = `FILTER (WHERE v.${column} > 0)`;
    return `sum(v.${column}) AS ${column}, bit_or(${day}) ${ofState} AS ${column}_days,
      min(v.period_from) ${ofState} AS ${column}_from, max(v.period_to) ${ofState} AS ${column}_to`;
  })
  .join(", ");

const stateRows = columns
  .map(
    ([column, state]) =>
      `('${state}', ${column}, ${column}_days, ${column}_from, ${column}_to, ${state === "known" ? "value" : "NULL"})`,
  )
  .join(", ");

/**
 * Outcome counts by definition, scope, area, year, result and state, read from the sums that every import keeps. Only
 * sums: rates and refusals are the domain's. Without an area: those of every area that has figures.
 *
 * A year is summed before its states are told apart and before it is named: what is grouped twice is a tenth of the rows.
 */
export function sumOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area?: OutcomeArea,
): Promise<OutcomeTotal[]> {
  return sql<OutcomeTotal[]>`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, t.scope, t.area_kind AS "areaKind",
      nullif(t.area_code, '') AS "areaCode", t.year, t.grain, t.by_category AS "byCategory",
      nullif(t.result, '') AS "result", t.state, t.value::float8 AS "value", t.cells::int AS "cells",
      bit_count(t.days)::int AS "periods", to_char(t.first, 'YYYY-MM-DD') AS "periodFrom",
      to_char(t.last, 'YYYY-MM-DD') AS "periodTo", t.sources AS "sourceIds"
    FROM (
      SELECT definition_id, scope, area_kind, area_code, year, grain, by_category, result, state, sum(cell.value) AS value,
        sum(cells) AS cells, bit_or(days) AS days, min(first) AS first, max(last) AS last,
        array_agg(source_id ORDER BY source_id) AS sources
      FROM (
        SELECT v.definition_id, v.scope, v.area_kind, v.area_code, extract(year FROM v.period_from)::int AS year,
          CASE WHEN v.period_to - v.period_from BETWEEN 27 AND 30 THEN 'month'
               WHEN v.period_to - v.period_from BETWEEN 89 AND 92 THEN 'quarter'
               WHEN v.period_to - v.period_from BETWEEN 364 AND 365 THEN 'year' ELSE 'other' END AS grain,
          v.by_category, v.result, v.source_id, sum(v.value) AS value, ${sql.unsafe(keptOfStates)}
        FROM outcome_rollup v
        WHERE ${standing(sql, cityId, release)}
          ${area ? sql`AND v.area_kind = ${area.kind}` : sql``}
          ${area?.code === undefined ? sql`` : sql`AND v.area_code = ${area.code}`}
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) s
      CROSS JOIN LATERAL (VALUES ${sql.unsafe(stateRows)}) AS cell (state, cells, days, first, last, value)
      WHERE cells > 0
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) t
    JOIN outcome_definition d ON d.id = t.definition_id
    ORDER BY 9, 1, 7, 8, 12`;
}
