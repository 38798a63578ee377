import type { OfferedChart, Words } from "#components/chart/offered-chart.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import { chartRecords } from "#formats/chart/chart-table.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import { sourceSheet } from "./source-sheet.ts";

/** One table of a page, with what is said around it. */
export type PageTable = {
  title: string;
  /** Unit, period, limits, source: a line each. */
  notes: readonly string[];
  headings: readonly string[];
  rows: readonly (readonly WorkbookCell[])[];
};

export type PageWorkbook = {
  title: string;
  release: number;
  /** When that release was published, in words. */
  date: string;
  /** Where the page is read. */
  address: string;
  /** How the figures are to be read, in the page's own words. */
  standfirst: string;
  tables: readonly PageTable[];
  sources: readonly PrintedSource[];
};

/** Words of "costsWorkbook", which every workbook shares, of "source", and of "pageWorkbook". */
export type PageWorkbookWords = { book: Words; source: Words; pageBook: Words };

/** A page as a workbook of values: what it is and how it is read, each of its tables, its sources. */
export function pageWorkbook(page: PageWorkbook, words: PageWorkbookWords): WorkbookSheet[] {
  return [
    notesSheet(page, words),
    ...page.tables.map(tableSheet),
    sourceSheet(page.sources, words),
  ];
}

/** The charts of a page as tables, of the same numbers and words as their drawings and files. */
export function chartTables(charts: readonly OfferedChart[]): PageTable[] {
  return charts.map(({ spec, title, subtitle, note, source, tableWords }) => {
    const { headings, rows } = chartRecords(spec, tableWords);
    return {
      title,
      notes: [subtitle, ...(note ? [note] : []), source],
      headings,
      rows: rows.map((row) => row.map(cellOf)),
    };
  });
}

export function cellOf(value: string | number | null | undefined): WorkbookCell {
  return typeof value === "number" ? { value, as: "number" } : (value ?? null);
}

function notesSheet(page: PageWorkbook, { book, pageBook }: PageWorkbookWords): WorkbookSheet {
  const line = (label: string, text: string): WorkbookCell[] => [
    { text: label, look: "strong" },
    text,
  ];
  return {
    name: book("sheets.notes"),
    widths: [30, 110],
    rows: [
      [{ text: page.title, look: "title" }],
      [],
      line(book("release"), `${page.release} · ${page.date}`),
      line(book("address"), page.address),
      line(pageBook("reading"), page.standfirst),
      line(pageBook("silences"), pageBook("silencesText")),
      line(pageBook("protection"), pageBook("protectionText")),
      line(book("methodology"), book("methodologyText")),
      [],
      [{ text: pageBook("contents"), look: "heading" }, null],
      ...page.tables.map(({ title }, index) => line(String(index + 1), title)),
      ...(page.tables.length === 0 ? [line(pageBook("none"), pageBook("noneText"))] : []),
    ],
  };
}

/** Sheets are numbered: titles are longer than the name of a sheet may be, and two may begin alike. */
function tableSheet({ title, notes, headings, rows }: PageTable, index: number): WorkbookSheet {
  return {
    name: `${index + 1}. ${title}`,
    widths: [38, ...headings.slice(1).map(() => 24)],
    rows: [
      [{ text: title, look: "title" }],
      ...notes.map((text): WorkbookCell[] => [{ text, look: "note" }]),
      [],
      headings.map((text) => ({ text, look: "heading" })),
      ...rows,
    ],
  };
}
