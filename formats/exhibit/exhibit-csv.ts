import { csvOf } from "#formats/chart/chart-csv.ts";
import { chartRecords } from "#formats/chart/chart-table.ts";
import type { Exhibit } from "./exhibit.ts";

/** Headings of the columns that are the same for every exhibit. */
export type CsvWords = {
  item: string;
  value: string;
  low: string;
  high: string;
  words: string;
  /** Unit · period, source, version and address: on every line, so that no line travels alone. */
  unit: string;
  source: string;
  version: string;
  address: string;
};

/** The numbers of an exhibit, each line with its unit, source, version and address. */
export function exhibitCsv(
  exhibit: Exhibit,
  headings: CsvWords,
  given: { source: string; version: string; address: string },
): string {
  const { head, rows } = recordsOf(exhibit, headings);
  const { unit, source, version, address } = headings;
  const context = [exhibit.subtitle, given.source, given.version, given.address];
  return csvOf([
    [...head, unit, source, version, address],
    ...rows.map((row) => [...row, ...context]),
  ]);
}

type Row = readonly (string | number | undefined)[];

function recordsOf({ shown, title }: Exhibit, words: CsvWords): { head: Row; rows: Row[] } {
  const head = [words.item, words.value, words.low, words.high, words.words];
  switch (shown.form) {
    case "chart": {
      const { headings, rows } = chartRecords(shown.spec, shown.tableWords);
      return { head: headings, rows };
    }
    case "number":
      return { head, rows: [[title, shown.value, shown.low, shown.high, shown.words]] };
    case "place":
      return {
        head: [words.item, words.words],
        rows: shown.facts.map(({ label, words: said }) => [label, said]),
      };
  }
}
