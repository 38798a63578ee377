import type { Words } from "#components/chart/offered-chart.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";

/** `t` knows every sentence, under its whole name. */
export type BookWords = { locale: string; t: Words };

/** Identifiers of a page's sources, in the order in which its last sheet numbers them. */
export type SourceOrder = readonly number[];

/** One thing that a page says: a number where it has one, and what is read in any case. */
export type Fact = {
  name: string;
  value?: WorkbookCell | number | undefined;
  /** In words; the word of a silence where there is no number. */
  words: string | null;
  period?: string | undefined;
  sourceIds?: readonly number[] | undefined;
};

/** Numbers of sources as the last sheet has them: "1, 3". */
export function sourcesIn(order: SourceOrder, ids: readonly number[]): string {
  const numbers = [...new Set(ids)].map((id) => order.indexOf(id) + 1).filter((n) => n > 0);
  return numbers.sort((a, b) => a - b).join(", ");
}

/** Facts one under the other: number, words, period, sources. */
export function factTable(
  facts: readonly Fact[],
  about: { title: string; notes?: readonly string[]; order: SourceOrder },
  { t }: BookWords,
): PageTable {
  return {
    title: about.title,
    notes: about.notes ?? [],
    headings: bookHeadings(t, "facts", ["name", "value", "words", "period", "sources"]),
    rows: facts.map((fact): WorkbookCell[] => [
      fact.name,
      typeof fact.value === "number" ? cellOf(fact.value) : (fact.value ?? null),
      fact.words,
      fact.period ?? null,
      sourcesIn(about.order, fact.sourceIds ?? []),
    ]),
  };
}

/** Headings of a table, from "pageWorkbook". */
export function bookHeadings(t: Words, table: string, names: readonly string[]): string[] {
  return names.map((name) => t(`pageWorkbook.${table}.${name}`));
}

/** Cents as whole units of their currency. */
export function moneyCell(cents: number): WorkbookCell {
  return { value: Math.round(cents) / 100, as: "money" };
}

export function shareCell(share: number): WorkbookCell {
  return { value: share, as: "share" };
}

/** A whole date as a day, a partial one as it is written. */
export function dayCell(day: string | null): WorkbookCell {
  return day !== null && day.length === 10 ? { day } : day;
}
