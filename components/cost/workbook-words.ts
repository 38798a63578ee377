import type { Words } from "#components/chart/offered-chart.ts";
import type { CostWords } from "./cost-words.ts";

/** The words a workbook needs: those of the page, and those of its sources. */
export type WorkbookWords = CostWords & {
  book: Words;
  source: Words;
  /** Of the texts that come with published figures. */
  published: Record<"measures" | "scopes" | "definitions" | "qualifiers", Words>;
};
