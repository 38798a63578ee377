import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import { knownCount } from "#domain/disclosure/read-cell.ts";
import type { CategoryCounts } from "#domain/indicator/protected-categories.ts";
import type { MonthlyCounts } from "#domain/indicator/protected-months.ts";
import type { QuarterlyCounts } from "#domain/indicator/protected-quarters.ts";
import type { BoundedAmount, RangeDots, YearLines } from "#formats/chart/chart-spec.ts";
import { wordMonth } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { wordCategory } from "./breakdown-words.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";

export type Breakdown = {
  /** Requests for footage of the year, month by month. */
  requestMonths: MonthlyCounts | undefined;
  /** What operators saw live in the year, month by month. */
  alertMonths: MonthlyCounts | undefined;
  /** Requests for footage of the year, by category. */
  categories: CategoryCounts | undefined;
};

export type BreakdownCharts = Readonly<
  Record<"requestMonths" | "alertMonths" | "categories", OfferedChart | undefined>
>;

/** The months and the categories of a year, from counts after disclosure control; only what the city publishes. */
export function breakdownCharts(
  { requestMonths, alertMonths, categories }: Breakdown,
  city: ChartedCity,
  words: OutcomeWords,
): BreakdownCharts {
  return {
    requestMonths: requestMonths && monthsChart("request-months", requestMonths, city, words),
    alertMonths: alertMonths && monthsChart("alert-months", alertMonths, city, words),
    categories: categories && categoriesChart(categories, city, words),
  };
}

/** A count month by month, the year before in the second colour. A month that may not be read is a gap with its word. */
function monthsChart(
  id: string,
  counts: MonthlyCounts,
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const { t, outcomes, charts, locale, scopes } = words;
  const shown = counts.years.at(-1);
  if (!shown) return undefined;
  const year = String(shown.year);
  const stage = outcomes(`stages.${counts.stage}`);
  const known = shown.months.flatMap((cell) => knownCount(cell) ?? []);
  const title = t("byMonth.title", {
    stage,
    year,
    months: known.length,
    low: wordNumber(locale, Math.min(...known)),
    high: wordNumber(locale, Math.max(...known)),
  });
  const spec: YearLines = {
    form: "year-lines",
    id,
    name: title,
    description: t("byMonth.description", { stage, year, gaps: 12 - known.length }),
    axis: { locale, unit: "" },
    steps: shown.months.map((_, index) => wordMonth(locale, index + 1)),
    series: counts.years.toReversed().map((one, index) => ({
      label: String(one.year),
      role: index === 0 ? "data-1" : "data-2",
      points: one.months.map((cell) => pointOf(cell, locale, t)),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("byMonth.subtitle", {
      stage,
      years: counts.years.length === 2 ? `${shown.year - 1}–${year}` : year,
      scope: scopes(counts.scope),
    }),
    note: t("byMonth.note"),
    source: sourceOf(counts, city, t),
    tableWords: tableWordsOf(charts, t("items.month"), stage.toLocaleLowerCase(locale)),
    definition: "/methodology#protected-months",
  };
}

/** Requests for footage of a year by category, the most frequent first. */
export function categoriesChart(
  counts: CategoryCounts,
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart {
  const { t, outcomes, charts, locale, scopes } = words;
  const year = String(counts.year);
  const named = counts.rows.filter(({ category }) => category !== remainder);
  const [first] = named;
  const title = t("byCategory.title", {
    category: first ? wordCategory(first.category, locale, outcomes) : "",
    number: wordNumber(locale, (first && knownCount(first.count)) ?? 0),
    isKnown: first && (knownCount(first.count) ?? 0) > 0 ? "yes" : "no",
    year,
  });
  const spec: RangeDots = {
    form: "range-dots",
    id: "categories",
    name: title,
    description: t("byCategory.description", { categories: counts.rows.length, year }),
    axis: { locale, unit: "" },
    rows: counts.rows.map(({ category, count }) => ({
      label: wordCategory(category, locale, outcomes),
      ...pointOf(count, locale, t),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("byCategory.subtitle", { year, scope: scopes(counts.scope) }),
    note: [
      t("byCategory.note", { cells: counts.cells, withheld: counts.withheld }),
      ...(counts.areaKind === "districts" ? [t("byCategory.districts")] : []),
    ].join(" "),
    source: sourceOf(counts, city, t),
    tableWords: tableWordsOf(charts, t("items.category"), t("requests.unit")),
    definition: "/methodology#protected-categories",
  };
}

/** Requests for footage of a district quarter by quarter; undefined where every quarter is withheld. */
export function quartersChart(
  counts: QuarterlyCounts,
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const { t, charts, locale, scopes } = words;
  const known = counts.quarters.flatMap(({ count }) => knownCount(count) ?? []);
  const [first, last] = [counts.quarters[0], counts.quarters.at(-1)];
  if (known.length === 0 || !first || !last) return undefined;
  const ends = { from: first.period.slice(0, 4), to: last.period.slice(0, 4) };
  const title = t("byQuarter.title", {
    ...ends,
    low: wordNumber(locale, Math.min(...known)),
    high: wordNumber(locale, Math.max(...known)),
  });
  const spec: YearLines = {
    form: "year-lines",
    id: "quarters",
    name: title,
    description: t("byQuarter.description", {
      ...ends,
      gaps: counts.quarters.length - known.length,
    }),
    axis: { locale, unit: "" },
    steps: counts.quarters.map(({ period }) =>
      t("byQuarter.step", { quarter: period.slice(-1), year: period.slice(0, 4) }),
    ),
    series: [
      {
        label: t("byQuarter.series"),
        role: "data-1",
        points: counts.quarters.map(({ count }) => pointOf(count, locale, t)),
      },
    ],
  };
  return {
    spec,
    title,
    subtitle: t("byQuarter.subtitle", { ...ends, scope: scopes(counts.scope) }),
    note: t("byQuarter.note"),
    source: sourceOf(counts, city, t),
    tableWords: tableWordsOf(charts, t("items.quarter"), t("requests.unit")),
    definition: "/methodology#protected-quarters",
  };
}

function pointOf(cell: PublishedCell, locale: string, t: Words): BoundedAmount {
  const value = knownCount(cell);
  if (value !== undefined) return { value, words: wordNumber(locale, value) };
  return { words: t(`unread.${cell.state === "withheld" ? "withheld" : "not-available"}`) };
}

function sourceOf({ wording }: { wording: string }, city: ChartedCity, t: Words): string {
  return t("source", { wording, city: city.name, release: String(city.release) });
}
