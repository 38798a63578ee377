import type { CellState } from "#domain/disclosure/cell-state.ts";
import type { OutcomePlace, OutcomeTable } from "#domain/disclosure/outcome-family.ts";
import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

/** One cell as everybody reads it, with what it counts. */
export type ProtectedOutcomeRow = OutcomePlace & {
  definition: string;
  funnel: string;
  stage: string;
  unit: string;
  wording: string;
  scope: string;
  year: number;
  state: CellState;
  /** Events; null where the state is no count, and for a camera. */
  value: number | null;
  /** The band of a camera's year; `bandTo` is null in the last, which has no end. */
  bandFrom: number | null;
  bandTo: number | null;
  sourceIds: number[];
};

export type ProtectedOutcomesAsked = {
  tables: readonly OutcomeTable[];
  /** All areas of the tables when absent. The city has no code. */
  area?: { kind: OutcomePlace["areaKind"]; code?: string };
  /** First and last, both included. */
  years?: { from: number; to: number };
};

/** The outcomes of a city after disclosure control, as of a release: the only outcomes that a page may read below the city. */
export function listProtectedOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  { tables, area, years }: ProtectedOutcomesAsked,
): Promise<ProtectedOutcomeRow[]> {
  return sql<ProtectedOutcomeRow[]>`
    SELECT d.code AS "definition", d.funnel, d.stage, d.unit, d.wording, v.scope, v.table_code AS "table",
      v.area_kind AS "areaKind", v.area_code AS "areaCode", v.year::int AS "year", v.period, v.category, v.result,
      v.state, v.value, v.band_from AS "bandFrom", v.band_to AS "bandTo", s.ids AS "sourceIds"
    FROM protected_outcome v JOIN outcome_definition d ON d.id = v.definition_id
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT r.source_id), ARRAY[d.source_id]) AS ids FROM outcome_rollup r
      WHERE r.city_id = v.city_id AND r.area_kind = v.area_kind AND r.area_code = coalesce(v.area_code, '')
        AND r.definition_id = v.definition_id AND r.scope = v.scope AND r.from_release <= ${release.number}
        AND (r.until_release IS NULL OR r.until_release > ${release.number})
        AND r.period_from BETWEEN make_date(v.year, 1, 1) AND make_date(v.year, 12, 31)) s
    WHERE ${standing(sql, cityId, release)} AND v.table_code = ANY(${tables as OutcomeTable[]})
      ${area ? sql`AND v.area_kind = ${area.kind} AND v.area_code IS NOT DISTINCT FROM ${area.code ?? null}` : sql``}
      ${years ? sql`AND v.year BETWEEN ${years.from} AND ${years.to}` : sql``}
    ORDER BY v.year DESC, d.code, v.scope, v.area_kind, v.area_code, v.period, v.category, v.result`;
}
