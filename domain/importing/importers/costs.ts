import { allocationKeys } from "#domain/cost/allocation-key.ts";
import {
  costBases,
  costFamilies,
  costKinds,
  costLineSchema,
  costStatuses,
  costTargets,
} from "#domain/cost/cost-line.ts";
import { costColumns } from "#domain/importing/cost-columns.ts";
import {
  readAllocationWord,
  readCostBasis,
  readCostFamily,
  readCostKind,
  readCostStatus,
  readCostTarget,
} from "#domain/importing/cost-words.ts";
import { fieldColumns } from "#domain/importing/field-columns.ts";
import type {
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { readWord } from "#domain/importing/read-word.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { fiscalYearPeriod, fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { earliestDay, isPartialDate, latestDay } from "#domain/period/partial-date.ts";

/** The ledger in the registry's published schema: one line per payment, budget line or grant. */
export const costsImporter: Importer<"cost-line"> = {
  id: "costs",
  label: { fr: "Comptes : dépenses et recettes", en: "Accounts: spending and income" },
  produces: "cost-line",
  accepts: ["table"],
  columns: costColumns,
  source: {
    title: "Comptes de la vidéosurveillance",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "partial",
  begin,
};

const columnOf = {
  ...fieldColumns(costColumns),
  amountCents: "amount",
  vatCents: "vat",
  grantNotifiedCents: "grant_notified",
  grantEligibleCents: "grant_eligible",
};

function begin(context: ImportContext): ImportReading<"cost-line"> {
  const { country, currency } = context.city;
  const comma = thousandsByComma.has(country) ? "thousands" : "decimal";
  const startMonth = fiscalYearStartMonth(country);
  return { read: (row) => readLine(row, { comma, currency, startMonth }) };
}

/** Where "12,500" is twelve thousand five hundred; elsewhere the comma is decimal. */
const thousandsByComma: ReadonlySet<string> = new Set(["GB", "IE", "US"]);

type Ways = { comma: "decimal" | "thousands"; currency: string; startMonth: number };

function readLine(row: RawRow, ways: Ways): RowReading<"cost-line"> {
  const cells = rowCells(row);
  const references = cells.list("target_references");
  const targetKind =
    readWord(row, cells, "target_kind", costTargets, readCostTarget) ??
    (references ? "camera" : "system");
  if (targetKind === "camera" && !references)
    cells.refuse("target_references", "cameras-not-named");
  const record = {
    reference: cells.text("reference"),
    label: cells.text("label"),
    kind: readWord(row, cells, "kind", costKinds, readCostKind),
    family: readWord(row, cells, "family", costFamilies, readCostFamily) ?? "other",
    account: cells.text("account"),
    ...readPeriod(cells, ways.startMonth),
    ...readAmount(row, cells, ways.comma),
    basis: readWord(row, cells, "basis", costBases, readCostBasis),
    currency: cells.text("currency")?.toUpperCase() ?? ways.currency,
    targetKind,
    targetReferences: references,
    commissionedOn: cells.date("commissioned_on"),
    usefulLifeYears: cells.integer("useful_life_years"),
    payee: cells.text("payee"),
    contractReference: cells.text("contract_reference"),
    funder: cells.text("funder"),
    functionCode: cells.text("function_code"),
    payeeSiret: cells.text("payee_siret")?.replace(/\s/gu, ""),
    allocationKey: readWord(row, cells, "allocation_key", allocationKeys, readAllocationWord),
    operation: cells.text("operation"),
    grantScheme: cells.text("grant_scheme"),
    grantNotifiedCents: cells.cents("grant_notified", ways.comma),
    grantEligibleCents: cells.cents("grant_eligible", ways.comma),
    grantCameras: cells.integer("grant_cameras"),
    rule: cells.text("rule"),
    document: cells.text("document"),
  };
  return concludeRow(row, cells.problems, costLineSchema, record, columnOf);
}

/** An amount, or why there is none; both, or neither, is refused. A declared zero may be written 0. */
function readAmount(row: RawRow, cells: RowCells, comma: Ways["comma"]) {
  const before = cells.problems.length;
  const net = cells.cents("amount", comma);
  const gross = cells.cents("amount_with_vat", comma);
  const said = readWord(row, cells, "status", costStatuses, readCostStatus);
  const amount = net ?? gross;
  const status = said ?? (amount === undefined ? undefined : "known");
  const needsAmount = status === "known" || status === "estimated";
  const amountCents = status === "declared-zero" && amount === 0 ? undefined : amount;
  if (
    cells.problems.length === before &&
    (status === undefined || needsAmount === (amountCents === undefined))
  )
    cells.refuse("amount", "amount-or-status", costStatuses.slice(2).join(", "));
  return {
    status,
    amountCents,
    vatCents: cells.cents("vat", comma),
    vatIncluded: net === undefined && gross !== undefined ? true : cells.boolean("vat_included"),
  };
}

/** Dates come first; without any, the accounting year of the country gives the period. */
function readPeriod(cells: RowCells, startMonth: number) {
  const from = cells.date("period_from");
  const to = cells.date("period_to") ?? from;
  const written = cells.text("year");
  if (from === undefined && to === undefined && written !== undefined) {
    const year = readAccountingYear(written, startMonth);
    if (year === undefined) cells.refuse("year", "not-an-accounting-year");
    const period = year === undefined ? undefined : fiscalYearPeriod(year, startMonth);
    return { periodFrom: period?.from, periodTo: period?.to };
  }
  const period = { periodFrom: from && earliestDay(from), periodTo: to && latestDay(to) };
  if (period.periodFrom && period.periodTo && period.periodFrom > period.periodTo)
    cells.refuse("period_to", "period-reversed");
  return period;
}

/** "2024", "2024.0"; "2023/24" and "2023-2024" where the accounting year spans two calendar years. */
function readAccountingYear(written: string, startMonth: number): number | undefined {
  const match = /^(\d{4})(?:\.0|\s*[/–-]\s*(?:\d{2})?(\d{2}))?$/u.exec(written);
  const [, first = "", second] = match ?? [];
  if (!isPartialDate(first)) return undefined;
  const year = Number(first);
  if (second === undefined) return year;
  return startMonth !== 1 && Number(second) === (year + 1) % 100 ? year : undefined;
}
