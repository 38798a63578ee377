import { neutraliseFormula } from "../table/neutralise-formula.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { chartRecords, type TableWords } from "./chart-table.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** The numbers of a chart as CSV (RFC 4180), in UTF-8 with the mark spreadsheets look for. */
export function chartCsv(spec: ChartSpec, words: TableWords): string {
  const { headings, rows } = chartRecords(spec, words);
  return csvOf([headings, ...rows]);
}

/** Lines of cells as CSV. */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Numbers stay numbers, a minus included; a text that begins like a formula gets an apostrophe. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = neutraliseFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
