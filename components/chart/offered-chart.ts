import type { ChartSpec } from "#formats/chart/chart-spec.ts";
import type { TableWords } from "#formats/chart/chart-table.ts";

/** A chart with every word around it, made once for the page that shows it and for the files it offers. */
export type OfferedChart = {
  /** Its `id` names the files: "full-cost" is read at "full-cost.csv", ".svg" and ".png" under the page. */
  spec: ChartSpec;
  /** The finding. */
  title: string;
  /** Unit · period. */
  subtitle: string;
  /** What limits the figures. */
  note?: string | undefined;
  source: string;
  tableWords: TableWords;
  /** Where the definition is printed: "/methodology#straight-line". */
  definition?: string | undefined;
};

/**
 * Words of a namespace, from `useTranslations` in a component or `getTranslations` in a route: what makes a chart must
 * not care which, so that the page and its files say the same.
 */
export type Words = ((key: string, values?: Record<string, string | number>) => string) & {
  has(key: string): boolean;
};

/**
 * Headings of a chart's table; `words` are those of the namespace "charts", `item` says what a row is, `unit` what the
 * numbers of the file count.
 */
export function tableWordsOf(words: Words, item: string, unit: string): TableWords {
  return {
    item,
    series: words("columns.series"),
    value: `${words("columns.value")} (${unit})`,
    low: words("columns.low"),
    high: words("columns.high"),
    words: words("columns.words"),
  };
}
