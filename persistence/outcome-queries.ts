import type { OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql, SqlPart } from "./database.ts";
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
export type OutcomeArea = { kind: OutcomeStatistic["areaKind"]; code?: string };

/**
 * Sums of an area. The kind, a word of a closed list, stands in the statement itself: as a parameter, PostgreSQL would
 * take one plan for all kinds, and a city has few sums of its own beside those of its districts.
 */
export function ofArea(sql: ReadSql, { kind, code }: OutcomeArea): SqlPart {
  return sql`AND v.area_kind = ${sql.unsafe(`'${kind}'`)}${code === undefined ? sql`` : sql` AND v.area_code = ${code}`}`;
}

const columns = Object.entries(stateColumns);

/**
 * A day as one bit of 366, which no other day of its year has: together they tell how many periods of that year there were,
 * whoever counted them.
 */
const day = "set_bit(0::bit(366), (v.period_from - date '0001-01-01') % 366, 1)";

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

const totalColumns = [
  "state",
  "value",
  "cells",
  "periods",
  "periodFrom",
  "periodTo",
  "sourceIds",
] as const;
type TotalColumn = (typeof totalColumns)[number];

/** A year with the totals of its states as lists, one per column. */
type YearInColumns = Omit<OutcomeTotal, TotalColumn> & {
  [Column in TotalColumn]: OutcomeTotal[Column][];
};

/**
 * Outcome counts by definition, scope, area, year, result and state, read from the sums that every import keeps. Only
 * sums: rates and refusals are the domain's. Without an area: those of every area that has figures.
 *
 * A year is summed before its states are told apart and before it is named: what is grouped again is a tenth of the rows.
 */
export async function sumOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area?: OutcomeArea,
): Promise<OutcomeTotal[]> {
  const kept = sql`area_kind, area_code, definition_id, year, by_category, result, grain, scope`;
  const lists = totalColumns.map((name) => `json_agg("${name}") AS "${name}"`).join(", ");
  const years = await sql<YearInColumns[]>`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, t.scope, t.area_kind AS "areaKind",
      nullif(t.area_code, '') AS "areaCode", t.year, t.grain, t.by_category AS "byCategory",
      nullif(t.result, '') AS "result", ${sql.unsafe(totalColumns.map((name) => `t."${name}"`).join(", "))}
    FROM (
      SELECT ${kept}, ${sql.unsafe(lists)}
      FROM (
        SELECT ${kept}, cell.state,
          sum(cell.value)::float8 AS "value", sum(cells) AS "cells", bit_count(bit_or(days)) AS "periods",
          min(first) AS "periodFrom", max(last) AS "periodTo", array_agg(source_id ORDER BY source_id) AS "sourceIds"
        FROM (
          SELECT v.area_kind, v.area_code, v.definition_id, extract(year FROM v.period_from)::int AS year, v.by_category,
            v.result,
            CASE WHEN v.period_to - v.period_from BETWEEN 27 AND 30 THEN 'month'
                 WHEN v.period_to - v.period_from BETWEEN 89 AND 92 THEN 'quarter'
                 WHEN v.period_to - v.period_from BETWEEN 364 AND 365 THEN 'year' ELSE 'other' END AS grain,
            v.scope, v.source_id, sum(v.value) AS value, ${sql.unsafe(keptOfStates)}
          FROM outcome_rollup v
          WHERE ${standing(sql, cityId, release)}
            ${area ? ofArea(sql, area) : sql``}
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) s
        CROSS JOIN LATERAL (VALUES ${sql.unsafe(stateRows)}) AS cell (state, cells, days, first, last, value)
        WHERE cells > 0
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) one
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) t
    JOIN outcome_definition d ON d.id = t.definition_id
    ORDER BY t.year, d.code, t.area_kind, t.area_code, t.result`;
  return years.flatMap(totalsOf);
}

function totalsOf(year: YearInColumns): OutcomeTotal[] {
  return year.state.map((state, i) => ({
    definition: year.definition,
    funnel: year.funnel,
    stage: year.stage,
    unit: year.unit,
    wording: year.wording,
    scope: year.scope,
    areaKind: year.areaKind,
    areaCode: year.areaCode,
    year: year.year,
    grain: year.grain,
    byCategory: year.byCategory,
    result: year.result,
    state,
    value: year.value[i] ?? null,
    cells: year.cells[i] ?? 0,
    periods: year.periods[i] ?? 0,
    periodFrom: year.periodFrom[i] ?? "",
    periodTo: year.periodTo[i] ?? "",
    sourceIds: year.sourceIds[i] ?? [],
  }));
}
