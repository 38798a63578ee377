import type { AuthorisationsSheetProps } from "#components/authorisation/authorisations-sheet.tsx";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { authorisationStates, retentionLimit } from "#domain/compliance/authorisation-state.ts";
import { type OrderFault, orderFaults } from "#domain/compliance/order-faults.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, bookHeadings } from "./fact-table.ts";

type Page = AuthorisationsSheetProps["page"];

/** Cameras in service by legal state and by retention, and the orders that depart from the law. */
export function authorisationTables(page: Page, { t }: BookWords): PageTable[] {
  const { byState, inService, overRetention, withRetention } = page.summary;
  const headings = bookHeadings(t, "stateColumns", ["state", "cameras", "share"]);
  const row = (name: string, cameras: number, of: number): WorkbookCell[] => [
    name,
    cellOf(cameras),
    of > 0 ? { value: cameras / of, as: "share" } : null,
  ];
  const states: PageTable = {
    title: t("authorisations.summary.title"),
    notes: [t("authorisations.summary.note")],
    headings,
    rows: authorisationStates.flatMap((state) => {
      const cameras = byState[state] ?? 0;
      return cameras === 0
        ? []
        : [row(t(`authorisations.summary.states.${state}`), cameras, inService)];
    }),
  };
  const retention: PageTable = {
    title: t("pageWorkbook.titles.retention"),
    notes: [
      `${t("authorisations.faults.rules.retention-too-long")} (${retentionLimit.legalReference})`,
    ],
    headings,
    rows: [
      row(t("annualReport.figures.retention-stated"), withRetention, inService),
      row(t("annualReport.figures.retention-over"), overRetention, inService),
    ],
  };
  const faulty = page.orders.filter(({ faults }) => faults.length > 0);
  const faults: PageTable = {
    title: t("authorisations.faults.title", { count: faulty.length }),
    notes: [t("authorisations.faults.caveat")],
    headings: bookHeadings(t, "faults", ["order", "fault", "article", "rule"]),
    rows: faulty.flatMap(({ orderNumber, faults: found }) =>
      found.map((fault: OrderFault): WorkbookCell[] => [
        orderNumber,
        t(`authorisations.faults.items.${fault}`),
        orderFaults[fault],
        t(`authorisations.faults.rules.${fault}`),
      ]),
    ),
  };
  if (inService === 0) return faulty.length > 0 ? [faults] : [];
  return [states, retention, ...(faulty.length > 0 ? [faults] : [])];
}
