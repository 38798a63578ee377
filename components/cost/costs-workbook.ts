import { sourceSheet } from "#components/workbook/source-sheet.ts";
import type { LedgerEntry } from "#domain/cost/ledger-entry.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import {
  budgetSheet,
  contractSheet,
  grantDecisionSheet,
  keySheet,
  sheetOfUses,
} from "./choice-sheets.ts";
import { isFullCost, readingOf } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { ledgerSheet } from "./ledger-sheet.ts";
import { publishedSheet } from "./published-sheet.ts";
import {
  familySheet,
  grantSheet,
  sensitivitySheet,
  spendingSheet,
  yearSheet,
} from "./workbook-sheets.ts";
import type { WorkbookWords } from "./workbook-words.ts";

export type Workbook = {
  page: ShownCosts;
  ledger: readonly LedgerEntry[];
  /** There are more lines than the sheet holds. */
  isCut: boolean;
  /** Where the page is read. */
  address: string;
  date: string;
};

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
          familySheet(shown.year, page.view.key, words),
          keySheet(shown, words),
          ...sheetOfUses(shown, words),
          grantSheet(shown.year, words),
          sensitivitySheet(shown, page.view.key, words),
        ]
      : []),
    ...(shown ? budgetSheet(shown, words) : []),
    ...grantDecisionSheet(page, words),
    ...contractSheet(page, words),
    ...publishedSheet(page, words),
    ...(workbook.ledger.length > 0 ? [ledgerSheet(workbook.ledger, words)] : []),
    sourceSheet(page.sources, words),
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
            line(book("key"), costs(`keys.names.${page.view.key}`)),
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
