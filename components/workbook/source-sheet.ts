import type { Words } from "#components/chart/offered-chart.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";

const columns = [
  "number",
  "title",
  "publisher",
  "url",
  "licence",
  "published",
  "retrieved",
  "verification",
] as const;

/** The last sheet of every workbook: the sources of its page, in the page's own numbering. */
export function sourceSheet(
  sources: readonly PrintedSource[],
  { book, source }: { book: Words; source: Words },
): WorkbookSheet {
  return {
    name: book("sheets.sources"),
    widths: [8, 50, 28, 50, 20, 14, 14, 34],
    stickyRows: 1,
    rows: [
      columns.map((name) => ({ text: book(`sources.${name}`), look: "heading" })),
      ...sources.map((entry, index): WorkbookCell[] => [
        { value: index + 1, as: "number" },
        entry.title,
        entry.publisher,
        entry.url,
        entry.licence,
        entry.publishedOn === null ? null : { day: entry.publishedOn },
        entry.retrievedOn === null ? null : { day: entry.retrievedOn },
        source(`verification.${entry.verification}`),
      ]),
    ],
  };
}
