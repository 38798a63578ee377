import type { OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";

/** One row of one definition, scope and year, as the city keeps it: never shown as such. */
export type OutcomeRow = Pick<
  OutcomeStatistic,
  "areaKind" | "periodFrom" | "periodTo" | "state"
> & {
  readonly areaCode: string | null;
  readonly category: string | null;
  readonly result: string | null;
  readonly value: number | null;
};

/** A count, or why there is none. `partial`: some of it is not known, so its sum is not what the cell means. */
export type KnownCount =
  | { readonly kind: "known"; readonly count: number }
  | { readonly kind: "partial" | "absent" | "withheld" };

/** What is asked of an area: a category or all of them together, a result or all. `null` is "all". */
export type CountQuestion = {
  readonly area: string;
  readonly category: string | null;
  readonly result: string | null;
  /** "2022", "2022-Q3" or "2022-07". */
  readonly period: string;
};

export type OutcomeCounts = {
  readonly areas: readonly string[];
  readonly categories: readonly string[];
  readonly results: readonly string[];
  /** Months that are counted, in order; a year or a quarter counts for its months. */
  readonly months: readonly string[];
  readonly count: (question: CountQuestion) => KnownCount;
  /** True when the area's own rows say this category, or, asked with null, any. */
  readonly hasCategories: (area: string) => boolean;
};

export const cityArea = "city";

type Kept = {
  months: readonly string[];
  category: string | null;
  result: string | null;
  row: OutcomeRow;
};
const grains = [12, 3, 1] as const;

/**
 * Reads one quantity in rows that may say it several times: by year, quarter and month, with categories and without.
 *
 * Unit: events. One description of the events is taken and never mixed with another: rows without category before sums
 * over categories, without result before sums over results, years before quarters before months. Rows whose period is none
 * of these are left out. A sum with a part that is not known is partial; a part that was withheld by its producer
 * makes it withheld.
 */
export function outcomeCounts(rows: readonly OutcomeRow[]): OutcomeCounts {
  const byArea = new Map<string, Kept[]>();
  for (const row of rows) {
    const months = monthsOfSpan(row.periodFrom, row.periodTo);
    if (!months) continue;
    const area = areaKey(row);
    const kept = { months, category: row.category, result: row.result, row };
    const known = byArea.get(area);
    if (known) known.push(kept);
    else byArea.set(area, [kept]);
  }
  const all = [...byArea.values()].flat();
  return {
    areas: [...byArea.keys()].sort(),
    categories: distinct(all.map(({ category }) => category)),
    results: distinct(all.map(({ result }) => result)),
    months: distinct(all.flatMap(({ months }) => months)),
    count: (question) => countIn(byArea.get(question.area) ?? [], question),
    hasCategories: (area) => (byArea.get(area) ?? []).some(({ category }) => category !== null),
  };
}

/** "city", "district A", "camera VT-0003". */
export function areaKey({ areaKind, areaCode }: Pick<OutcomeRow, "areaKind" | "areaCode">): string {
  return areaCode === null ? areaKind : `${areaKind} ${areaCode}`;
}

function countIn(kept: readonly Kept[], question: CountQuestion): KnownCount {
  const asked = monthsIn(question.period);
  const within = kept.filter(({ months }) => months.every((month) => asked.includes(month)));
  for (const rows of descriptions(within, question)) {
    if (rows.length > 0) return sumOf(rows);
  }
  return { kind: "absent" };
}

function* descriptions(kept: readonly Kept[], { category, result }: CountQuestion) {
  const categoryModes = category === null ? [null, undefined] : [category];
  const resultModes = result === null ? [null, undefined] : [result];
  for (const c of categoryModes) {
    for (const r of resultModes) {
      for (const grain of grains) {
        yield kept.filter(
          (row) => row.months.length === grain && fits(row.category, c) && fits(row.result, r),
        );
      }
    }
  }
}

/** `undefined` asks for every named value, to be summed. */
function fits(said: string | null, asked: string | null | undefined): boolean {
  return asked === undefined ? said !== null : said === asked;
}

const counted = ["known", "zero", "declared-zero"];

function sumOf(rows: readonly Kept[]): KnownCount {
  if (rows.some(({ row }) => row.state === "withheld")) return { kind: "withheld" };
  if (!rows.every(({ row }) => counted.includes(row.state))) return { kind: "partial" };
  return { kind: "known", count: rows.reduce((sum, { row }) => sum + (row.value ?? 0), 0) };
}

/** The months of a year, a quarter or a month given by its first and last day; undefined for any other span. */
export function monthsOfSpan(from: string, to: string): string[] | undefined {
  if (!from.endsWith("-01") || from.slice(0, 4) !== to.slice(0, 4)) return undefined;
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const year = Number(from.slice(0, 4));
  const span = last - first + 1;
  if (Number(to.slice(8)) !== new Date(Date.UTC(year, last, 0)).getUTCDate()) return undefined;
  if (!(grains as readonly number[]).includes(span) || (first - 1) % span !== 0) return undefined;
  return Array.from({ length: span }, (_, index) => monthName(year, first + index));
}

/** The months of "2022", "2022-Q3" or "2022-07". */
export function monthsIn(period: string): string[] {
  const year = Number(period.slice(0, 4));
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  if (period.length === 4) return Array.from({ length: 12 }, (_, i) => monthName(year, i + 1));
  if (!quarter) return [period];
  return [1, 2, 3].map((month) => monthName(year, (Number(quarter) - 1) * 3 + month));
}

function monthName(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
