import type { Words } from "#components/chart/offered-chart.ts";
import type { LedgerEntry } from "#domain/cost/ledger-entry.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import type { CostWords } from "./cost-words.ts";
import { isFullCost, readingOf } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { ledgerSheet } from "./ledger-sheet.ts";
import {
  familySheet,
  grantSheet,
  sensitivitySheet,
  spendingSheet,
  yearSheet,
} from "./workbook-sheets.ts";

export type Workbook = {
  page: ShownCosts;
  ledger: readonly LedgerEntry[];
  /** There are more lines than the sheet holds. */
  isCut: boolean;
  /** Where the page is read. */
  address: string;
  date: string;
};

/** The words a workbook needs: those of the page, and those of its sources. */
export type WorkbookWords = CostWords & { book: Words; source: Words };

/** The page on costs as a workbook: figures, what they lean on, the lines, the sources, the definitions. */
export function costsWorkbook(workbook: Workbook, words: WorkbookWords): WorkbookSheet[] {
  const { page } = workbook;
  const { shown } = page;
  return [
    notesSheet(workbook, words),
    ...(page.spending.length > 0 ? [spendingSheet(page, words)] : []),
    ...(shown && isFullCost(page)
      ? [
          yearSheet(page, words),
          familySheet(shown.year, words),
          grantSheet(shown.year, words),
          sensitivitySheet(shown.sensitivity, shown.marginal, shown.year, words),
        ]
      : []),
    ...(workbook.ledger.length > 0 ? [ledgerSheet(workbook.ledger, words)] : []),
    sourceSheet(page, words),
  ];
}

/** First sheet: what this is, how it is to be read, what each figure means, what is missing. */
function notesSheet({ page, isCut, address, date }: Workbook, words: WorkbookWords): WorkbookSheet {
  const { book, costs } = words;
  const line = (label: string, text: string): WorkbookCell[] => [
    { text: label, look: "strong" },
    text,
  ];
  const definitions = [
    "full",
    "capital",
    "cameraYear",
    "inhabitant",
    "grants",
    "silences",
    "sensitivity",
  ];
  return {
    name: book("sheets.notes"),
    widths: [30, 110],
    rows: [
      [{ text: costs("metaTitle", { city: page.city.name }), look: "title" }],
      [],
      line(book("release"), `${page.city.release} · ${date}`),
      line(book("address"), address),
      ...(page.shown
        ? [
            line(book("year"), String(page.shown.year.cost.year)),
            line(book("reading"), readingOf(page, words)),
            line(book("currency"), page.shown.year.cost.currency),
          ]
        : [line(book("year"), book("noLedger"))]),
      ...(isCut ? [line(book("cut"), book("cutText"))] : []),
      [],
      [{ text: book("definitions.title"), look: "heading" }, null],
      ...definitions.map((name) =>
        line(book(`definitions.${name}.name`), book(`definitions.${name}.text`)),
      ),
      line(book("methodology"), book("methodologyText")),
    ],
  };
}

function sourceSheet({ sources }: ShownCosts, { book, source }: WorkbookWords): WorkbookSheet {
  const headings = [
    "number",
    "title",
    "publisher",
    "url",
    "licence",
    "published",
    "retrieved",
    "verification",
  ];
  return {
    name: book("sheets.sources"),
    widths: [8, 50, 28, 50, 20, 14, 14, 34],
    stickyRows: 1,
    rows: [
      headings.map((name) => ({ text: book(`sources.${name}`), look: "heading" })),
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
