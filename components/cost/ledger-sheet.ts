import type { Words } from "#components/chart/offered-chart.ts";
import type { LedgerEntry } from "#domain/cost/ledger-entry.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import type { CostWords } from "./cost-words.ts";
import { headings } from "./workbook-sheets.ts";

const columns = [
  "reference",
  "label",
  "kind",
  "family",
  "account",
  "from",
  "to",
  "status",
  "basis",
  "amount",
  "vat",
  "vatIncluded",
  "currency",
  "target",
  "commissioned",
  "life",
  "payee",
  "contract",
  "funder",
  "function",
  "siret",
  "allocation",
  "operation",
  "scheme",
  "notified",
  "eligible",
  "grantCameras",
  "document",
] as const;

/** The lines of the ledger as they were recorded; an amount that is not there is a word. */
export function ledgerSheet(
  lines: readonly LedgerEntry[],
  { book, costs, spend }: CostWords & { book: Words },
): WorkbookSheet {
  const amount = (cents: number | null): WorkbookCell =>
    cents === null ? null : { value: cents / 100, as: "money" };
  return {
    name: book("sheets.ledger"),
    widths: [
      ...[18, 50, 16, 24, 10, 12, 12, 18, 12, 16, 14, 12, 9, 16, 14, 10, 30, 16, 28],
      ...[12, 18, 30, 30, 16, 16, 16, 12, 30],
    ],
    stickyRows: 1,
    rows: [
      headings(book, "ledger", columns),
      ...lines.map((line): WorkbookCell[] => [
        line.reference,
        line.label,
        costs(`budget.kind.${line.kind}`),
        spend(`family.${line.family}`),
        line.account,
        { day: line.periodFrom },
        { day: line.periodTo },
        book(`status.${line.status}`),
        book(`basis.${line.basis}`),
        amount(line.amountCents),
        amount(line.vatCents),
        book(line.vatIncluded ? "yes" : "no"),
        line.currency,
        book(`target.${line.targetKind}`),
        line.commissionedOn,
        line.usefulLifeYears === null ? null : { value: line.usefulLifeYears, as: "number" },
        line.payee,
        line.contractReference,
        line.funder,
        line.functionCode,
        line.payeeSiret,
        line.allocationKey === null ? null : costs(`keys.names.${line.allocationKey}`),
        line.operation,
        line.grantScheme,
        amount(line.grantNotifiedCents),
        amount(line.grantEligibleCents),
        line.grantCameras === null ? null : { value: line.grantCameras, as: "number" },
        line.document,
      ]),
    ],
  };
}
