import type { BoundedAmount, ChartAmount, ChartSpec } from "./chart-spec.ts";

/** Words of the columns; the labels of series come from the chart. */
export type TableWords = {
  /** What a row is: "Année", "Résultat", "Quartier", "Étape". */
  item: string;
  series: string;
  value: string;
  low: string;
  high: string;
  /** The value as it is worded, or why there is none. */
  words: string;
};

export type TableCell = { words: string; value?: number | undefined };
/** The twin of a chart: a row per item, a column per series. */
export type ChartTable = {
  headings: readonly string[];
  rows: readonly { label: string; cells: readonly TableCell[] }[];
};

/** One number of a chart, or one silence. */
type Datum = BoundedAmount & { item: string; series: string };

function boundedOf(amount: ChartAmount): BoundedAmount {
  return "silence" in amount ? { words: amount.silence } : amount;
}

/** Every number of a chart, in reading order. */
function dataOf(spec: ChartSpec): Datum[] {
  switch (spec.form) {
    case "stacked-years":
      return spec.years.flatMap((year) =>
        year.amounts.map((amount, index) => ({
          ...boundedOf(amount),
          item: year.partial ? `${year.label} (${year.partial})` : year.label,
          series: spec.parts[index]?.label ?? "",
        })),
      );
    case "year-lines":
      return spec.steps.flatMap((item, index) =>
        spec.series.map(({ label, points }) => ({
          ...(points[index] ?? { words: "" }),
          item,
          series: label,
        })),
      );
    case "range-dots":
      return spec.rows.map((row) => ({ ...row, item: row.label, series: "" }));
    case "steps":
      return spec.stages.map((stage) => ({ ...stage, item: stage.label, series: "" }));
    case "funnel-plot":
      return spec.points.map(({ label, words, rate }) => ({
        item: label,
        series: "",
        value: rate,
        words,
      }));
  }
}

/** The table a reader opens under the chart: the same words as the drawing's. */
export function chartTable(spec: ChartSpec, words: TableWords): ChartTable {
  const rows = new Map<string, { label: string; cells: TableCell[] }>();
  const headings: string[] = [];
  for (const { item, series, value, words: shown } of dataOf(spec)) {
    const heading = series === "" ? words.words : series;
    if (!headings.includes(heading)) headings.push(heading);
    const row = rows.get(item) ?? { label: item, cells: [] };
    row.cells.push({ words: shown, value });
    rows.set(item, row);
  }
  return { headings: [words.item, ...headings], rows: [...rows.values()] };
}

/** The numbers for a program: one line per item and series; a silence leaves its numbers empty and keeps its word. */
export function chartRecords(
  spec: ChartSpec,
  words: TableWords,
): { headings: string[]; rows: (string | number | undefined)[][] } {
  const hasSeries = spec.form === "stacked-years" || spec.form === "year-lines";
  const head = hasSeries ? [words.item, words.series] : [words.item];
  return {
    headings: [...head, words.value, words.low, words.high, words.words],
    rows: dataOf(spec).map(({ item, series, value, low, high, words: shown }) => [
      item,
      ...(hasSeries ? [series] : []),
      value,
      low,
      high,
      shown,
    ]),
  };
}
