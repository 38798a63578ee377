import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";
import type { OutcomeArea } from "./outcome-queries.ts";

/** A sum over outcome rows. It never hides a cell: those of each state are counted beside it. */
type OutcomeSum = {
  scope: string;
  periodFrom: string;
  periodTo: string;
  /** Sums over rows broken down by category and over rows that give all at once describe the same events. */
  byCategory: boolean;
  result: string | null;
  /** Of the known cells; null without any. A lower bound when other cells are withheld or silent. */
  value: number | null;
  known: number;
  zero: number;
  withheld: number;
  notCollected: number;
  notBrokenDown: number;
  notCommunicated: number;
  declaredZero: number;
};

const sums = `CASE WHEN sum(v.known) > 0 THEN sum(v.value)::float8 END AS "value", sum(v.known)::int AS "known",
  sum(v.zero)::int AS "zero", sum(v.withheld)::int AS "withheld", sum(v.not_collected)::int AS "notCollected",
  sum(v.not_broken_down)::int AS "notBrokenDown", sum(v.not_communicated)::int AS "notCommunicated",
  sum(v.declared_zero)::int AS "declaredZero"`;

/** The name of each column of a series, with what PostgreSQL calls it. */
const periodColumns = {
  periodFrom: "period_from",
  periodTo: "period_to",
  value: "value",
  known: "known",
  zero: "zero",
  withheld: "withheld",
  notCollected: "notCollected",
  notBrokenDown: "notBrokenDown",
  notCommunicated: "notCommunicated",
  declaredZero: "declaredZero",
} as const;
type PeriodColumn = keyof typeof periodColumns;
const periodNames = Object.keys(periodColumns) as PeriodColumn[];

type SeriesInColumns = Pick<OutcomeSum, "scope" | "byCategory" | "result"> & {
  definition: string;
} & { [Column in PeriodColumn]: OutcomeSum[Column][] };

/**
 * The periods of a city's figures as a series, over all areas of a kind or for one of them, as of a release. A series comes
 * from PostgreSQL as a few lists, one per column, and is put in the order of time here: a row for each of its months, and
 * sorting them there, would take longer than to sum them.
 */
export async function listOutcomeSeries(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area: OutcomeArea,
): Promise<(OutcomeSum & { definition: string })[]> {
  const lists = periodNames.map((name) => `json_agg("${periodColumns[name]}") AS "${name}"`);
  const series = await sql<SeriesInColumns[]>`
    SELECT d.code AS "definition", s.*, nullif(s.result, '') AS "result"
    FROM (
      SELECT definition_id, scope, by_category AS "byCategory", result, ${sql.unsafe(lists.join(", "))}
      FROM (
        SELECT v.definition_id, v.scope, v.period_from, v.period_to, v.by_category, v.result, ${sql.unsafe(sums)}
        FROM outcome_rollup v
        WHERE ${standing(sql, cityId, release)} AND v.area_kind = ${area.kind}
          ${area.code === undefined ? sql`` : sql`AND v.area_code = ${area.code}`}
        GROUP BY 1, 2, 3, 4, 5, 6) period
      GROUP BY 1, 2, 3, 4) s
    JOIN outcome_definition d ON d.id = s.definition_id
    ORDER BY d.code, s.scope, s."byCategory", s.result`;
  return series.flatMap((one) => periodsOf(one).sort(inTime));
}

/** Days are written in full, the year first: their texts sort as they do. */
function inTime(a: OutcomeSum, b: OutcomeSum): number {
  const [first, second] =
    a.periodFrom === b.periodFrom ? [a.periodTo, b.periodTo] : [a.periodFrom, b.periodFrom];
  return first < second ? -1 : 1;
}

function periodsOf(series: SeriesInColumns): (OutcomeSum & { definition: string })[] {
  const { definition, scope, byCategory, result } = series;
  return series.periodFrom.map((periodFrom, i) => ({
    definition,
    scope,
    byCategory,
    result,
    periodFrom,
    periodTo: series.periodTo[i] ?? periodFrom,
    value: series.value[i] ?? null,
    known: series.known[i] ?? 0,
    zero: series.zero[i] ?? 0,
    withheld: series.withheld[i] ?? 0,
    notCollected: series.notCollected[i] ?? 0,
    notBrokenDown: series.notBrokenDown[i] ?? 0,
    notCommunicated: series.notCommunicated[i] ?? 0,
    declaredZero: series.declaredZero[i] ?? 0,
  }));
}

/** One definition as several cities publish it: they are added only where code, unit and wording agree. */
export type NationalQuestion = {
  country: string;
  definition: string;
  /** Regions contain cities: never both. */
  cityKind: "city" | "region";
  areaKind: string;
};

/** The series of a country, over the latest public release of each of its real cities. */
export function listNationalSeries(
  sql: ReadSql,
  { country, definition, cityKind, areaKind }: NationalQuestion,
): Promise<(OutcomeSum & { funnel: string; stage: string; unit: string; wording: string })[]> {
  return sql`
    SELECT v.funnel, v.stage, v.unit, v.wording, v.scope, to_char(v.period_from, 'YYYY-MM-DD') AS "periodFrom",
      to_char(v.period_to, 'YYYY-MM-DD') AS "periodTo", v.by_category AS "byCategory", nullif(v.result, '') AS "result",
      ${sql.unsafe(sums)}
    FROM national_outcome_rollup v
    WHERE v.country = ${country} AND v.definition_code = ${definition} AND v.area_kind = ${areaKind}
      AND v.city_kind = ${cityKind}
    GROUP BY v.funnel, v.stage, v.unit, v.wording, v.scope, v.period_from, v.period_to, v.by_category, v.result
    ORDER BY v.wording, v.scope, v.period_from, v.period_to, v.by_category, v.result`;
}
