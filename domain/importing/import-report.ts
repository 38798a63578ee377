import type { RowProblem } from "./importer.ts";

/** Something wrong with the file, the city or the wish, before any row was judged. */
export type FileProblem = { reason: string; message: string; line: number | null };

/** What an import did, or would do. Counts are records, except `rejected` (rows refused) and `leftOut` (rows). */
export type ImportReport = {
  outcome: "applied" | "nothing-to-do" | "dry-run" | "refused";
  city: string;
  preset: string;
  file: string;
  created: number;
  updated: number;
  unchanged: number;
  renumbered: number;
  notInFile: number;
  rejected: number;
  /** Rows that are none of this city's or this preset's business, by reason. */
  leftOut: Readonly<Record<string, number>>;
  /** Numbers worth telling, as the preset counts them. */
  tallies: Readonly<Record<string, number>>;
  renumberings: readonly { from: string; to: string }[];
  /** At most the first hundred; every refused row is kept in `rejectedFile` when rows are skipped. */
  errors: readonly (RowProblem | (FileProblem & { column: null; value: null }))[];
  batch: number | null;
  release: number | null;
  /** What was written waits for the city's draft to be published. */
  waitsInDraft: boolean;
  rejectedFile: string | null;
  reading: Readonly<Record<string, unknown>>;
};

export function emptyReport(city: string, preset: string, file: string): ImportReport {
  return {
    outcome: "refused",
    city,
    preset,
    file,
    created: 0,
    updated: 0,
    unchanged: 0,
    renumbered: 0,
    notInFile: 0,
    rejected: 0,
    leftOut: {},
    tallies: {},
    renumberings: [],
    errors: [],
    batch: null,
    release: null,
    waitsInDraft: false,
    rejectedFile: null,
    reading: {},
  };
}
