import { chartRecords } from "#formats/chart/chart-table.ts";
import type { Exhibit } from "./exhibit.ts";

/** One thing that an exhibit says: what it is said of, and the words. */
export type Reading = { label: string; words: string };

/** What became of a reading; absent on one side when only the other says it. */
export type ChangedReading = {
  label: string;
  was: string | undefined;
  is: string | undefined;
};

/** Everything an exhibit says, in reading order. */
export function readingsOf({ shown }: Exhibit): Reading[] {
  switch (shown.form) {
    case "number":
      return [{ label: "", words: shown.words }];
    case "place":
      return shown.facts.map(({ label, words }) => ({ label, words }));
    case "chart":
      return chartRecords(shown.spec, shown.tableWords).rows.map((row) => ({
        label: row
          .slice(0, -4)
          .filter((part) => part !== undefined && part !== "")
          .join(" · "),
        words: String(row.at(-1) ?? ""),
      }));
  }
}

/** What a later state of an exhibit says otherwise than an earlier one, in the order of the earlier one. */
export function changedReadings(earlier: Exhibit, later: Exhibit): ChangedReading[] {
  const now = new Map(readingsOf(later).map(({ label, words }) => [label, words]));
  const before = readingsOf(earlier);
  const known = new Set(before.map(({ label }) => label));
  return [
    ...before.flatMap(({ label, words }) => {
      const is = now.get(label);
      return is === words ? [] : [{ label, was: words, is }];
    }),
    ...[...now].flatMap(([label, is]) => (known.has(label) ? [] : [{ label, was: undefined, is }])),
  ];
}
