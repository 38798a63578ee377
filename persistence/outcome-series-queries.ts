import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";
import { type OutcomeArea, ofArea } from "./outcome-queries.ts";

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

/** The name of each column of a series, with what PostgreSQL calls it. Days travel as numbers: days since 1970. */
const periodColumns = {
  periodFrom: "period_from - date '1970-01-01'",
  periodTo: "period_to - date '1970-01-01'",
  value: '"value"',
  known: '"known"',
  zero: '"zero"',
  withheld: '"withheld"',
  notCollected: '"notCollected"',
  notBrokenDown: '"notBrokenDown"',
  notCommunicated: '"notCommunicated"',
  declaredZero: '"declaredZero"',
} as const;
type PeriodColumn = keyof typeof periodColumns;
const periodNames = Object.keys(periodColumns) as PeriodColumn[];

/** Each column as the text of a PostgreSQL array: "{16436,NULL}". */
type SeriesInColumns = Pick<OutcomeSum, "scope" | "byCategory" | "result"> & {
  definition: string;
} & Record<PeriodColumn, string>;

/**
 * The periods of a city's figures as a series, over all areas of a kind or for one of them, as of a release. A series comes
 * from PostgreSQL as a few lists of numbers, one per column, and is put in the order of time here: a row for each of its
 * months, and sorting them there, would take longer than to sum them.
 */
export async function listOutcomeSeries(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  area: OutcomeArea,
): Promise<(OutcomeSum & { definition: string })[]> {
  const lists = periodNames.map((name) => `array_agg(${periodColumns[name]})::text AS "${name}"`);
  const series = await sql<SeriesInColumns[]>`
    SELECT d.code AS "definition", s.*, nullif(s.result, '') AS "result"
    FROM (
      SELECT definition_id, scope, by_category AS "byCategory", result, ${sql.unsafe(lists.join(", "))}
      FROM (
        SELECT v.definition_id, v.scope, v.period_from, v.period_to, v.by_category, v.result, ${sql.unsafe(sums)}
        FROM outcome_rollup v
        WHERE ${standing(sql, cityId, release)} ${ofArea(sql, area)}
        GROUP BY 1, 2, 3, 4, 5, 6) period
      GROUP BY 1, 2, 3, 4) s
    JOIN outcome_definition d ON d.id = s.definition_id
    ORDER BY d.code, s.scope, s."byCategory", s.result`;
  const dayOf = calendar();
  return series.flatMap((one) => periodsOf(one, dayOf).sort(inTime));
}

/** Days are written in full, the year first: their texts sort as they do. */
function inTime(a: OutcomeSum, b: OutcomeSum): number {
  const [first, second] =
    a.periodFrom === b.periodFrom ? [a.periodTo, b.periodTo] : [a.periodFrom, b.periodFrom];
  return first < second ? -1 : 1;
}

function periodsOf(
  series: SeriesInColumns,
  dayOf: (daysSince1970: number) => string,
): (OutcomeSum & { definition: string })[] {
  const { definition, scope, byCategory, result } = series;
  const [from, to, value, ...cells] = periodNames.map((name) => numbersIn(series[name]));
  const [known, zero, withheld, notCollected, notBrokenDown, notCommunicated, declaredZero] = cells;
  return (from ?? []).map((day, i) => ({
    definition,
    scope,
    byCategory,
    result,
    periodFrom: dayOf(day ?? 0),
    periodTo: dayOf(to?.[i] ?? 0),
    value: value?.[i] ?? null,
    known: known?.[i] ?? 0,
    zero: zero?.[i] ?? 0,
    withheld: withheld?.[i] ?? 0,
    notCollected: notCollected?.[i] ?? 0,
    notBrokenDown: notBrokenDown?.[i] ?? 0,
    notCommunicated: notCommunicated?.[i] ?? 0,
    declaredZero: declaredZero?.[i] ?? 0,
  }));
}

/** The numbers of a PostgreSQL array, null where it has none. */
function numbersIn(array: string): (number | null)[] {
  return JSON.parse(`[${array.slice(1, -1).replaceAll("NULL", "null")}]`);
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Days since 1970 as dates. The months of a series come again with every result: each is written once. */
function calendar(): (daysSince1970: number) => string {
  const written = new Map<number, string>();
  return (day) => {
    const known = written.get(day);
    if (known !== undefined) return known;
    const date = new Date(day * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
    written.set(day, date);
    return date;
  };
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
