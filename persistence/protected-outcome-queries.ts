import type { CellState } from "#domain/disclosure/cell-state.ts";
import type { OutcomePlace, OutcomeTable } from "#domain/disclosure/outcome-family.ts";
import { ripeRows } from "#domain/disclosure/publish-outcome-year.ts";
import {
  type CountedPeriod,
  type CountedSpan,
  countedPeriod,
  wholeYear,
} from "#domain/indicator/counted-period.ts";
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

/** The same, each cell with the part of its year that it counts: what rates and costs are computed over. */
export async function listCountedOutcomes(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  asked: ProtectedOutcomesAsked,
): Promise<(ProtectedOutcomeRow & { counted: CountedPeriod })[]> {
  const cells = await listProtectedOutcomes(sql, cityId, release, asked);
  const kind = asked.tables.some((table) => table.startsWith("district")) ? "district" : "city";
  const periods = countedPeriods(await listJudgedSpans(sql, cityId, release, { ...asked, kind }));
  return cells.map((cell) => ({
    ...cell,
    counted:
      periods.get(keyOf(cell)) ??
      periods.get(keyOf({ ...cell, areaCode: null })) ??
      wholeYear(cell.year),
  }));
}

type JudgedSpan = Pick<ProtectedOutcomeRow, "definition" | "scope" | "year" | "areaCode"> &
  CountedSpan & { judgedOn: string };

function keyOf(place: Pick<JudgedSpan, "definition" | "scope" | "year" | "areaCode">): string {
  return [place.definition, place.scope, place.year, place.areaCode ?? ""].join("\u0000");
}

/** By definition, scope, year and area, from the rows that were old enough when their year was judged. */
function countedPeriods(spans: readonly JudgedSpan[]): Map<string, CountedPeriod> {
  const groups = new Map<string, CountedSpan[]>();
  for (const span of spans) {
    if (ripeRows([{ periodTo: span.to }], span.judgedOn).length === 0) continue;
    const known = groups.get(keyOf(span));
    if (known) known.push(span);
    else groups.set(keyOf(span), [span]);
  }
  return new Map(
    [...groups].flatMap(([key, own]) => {
      const period = countedPeriod(own);
      return period ? [[key, period] as const] : [];
    }),
  );
}

/** The periods of the rows from which the standing publication of each year was made, with the day of its judgement. */
function listJudgedSpans(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  {
    kind,
    area,
    years,
  }: Pick<ProtectedOutcomesAsked, "area" | "years"> & { kind: "city" | "district" },
): Promise<JudgedSpan[]> {
  return sql<JudgedSpan[]>`
    SELECT DISTINCT d.code AS "definition", a.scope, a.year::int AS "year", nullif(r.area_code, '') AS "areaCode",
      r.by_category AS "byCategory", r.result <> '' AS "byResult", to_char(r.period_from, 'YYYY-MM-DD') AS "from",
      to_char(r.period_to, 'YYYY-MM-DD') AS "to", to_char(a.judged_on, 'YYYY-MM-DD') AS "judgedOn"
    FROM (
      SELECT DISTINCT ON (definition_id, scope, year) definition_id, scope, year, release_number, judged_on, verdict
      FROM disclosure_audit
      WHERE city_id = ${cityId} AND release_number <= ${release.number} AND verdict IN ('published', 'ended')
        ${years ? sql`AND year BETWEEN ${years.from} AND ${years.to}` : sql``}
      ORDER BY definition_id, scope, year, release_number DESC) a
    JOIN outcome_definition d ON d.id = a.definition_id
    JOIN outcome_rollup r ON r.city_id = ${cityId} AND r.area_kind = ${kind} AND r.definition_id = a.definition_id
      AND r.scope = a.scope AND r.period_from BETWEEN make_date(a.year, 1, 1) AND make_date(a.year, 12, 31)
      AND r.from_release <= a.release_number AND (r.until_release IS NULL OR r.until_release > a.release_number)
    WHERE a.verdict = 'published' ${area?.code === undefined ? sql`` : sql`AND r.area_code = ${area.code}`}`;
}
