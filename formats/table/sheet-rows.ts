import { FormatProblem } from "../format-problem.ts";
import { batchRows, mostColumns, type OpenedTable, type TableRow } from "./opened-table.ts";
import { distinct } from "./read-csv.ts";

/** One row of a spreadsheet: its number there, and its cells from the first column on. */
export type SheetRow = { line: number; cells: (string | null)[] };

/** Titles and notes stand above the header of many published spreadsheets. */
const headerWithin = 20;

/**
 * Finds the header among the first rows of a sheet, and names the cells of the others. The header is the first of the
 * widest rows: as many cells filled as any other of the first twenty.
 */
export async function openSheet(
  format: "xlsx" | "ods",
  sheet: string,
  rows: AsyncGenerator<SheetRow>,
): Promise<OpenedTable> {
  const held: SheetRow[] = [];
  while (held.length < headerWithin) {
    const next = await rows.next();
    if (next.done) break;
    if (filled(next.value) > 0) held.push(next.value);
  }
  const widest = Math.max(0, ...held.map(filled));
  const at = held.findIndex((row) => filled(row) === widest);
  const header = held[at];
  if (!header) throw new FormatProblem("no-rows");
  const names = header.cells.map((cell) => cell?.trim() ?? "");
  if (names.length > mostColumns) throw new FormatProblem("too-many-columns");
  const headers = distinct(names);
  return {
    format,
    encoding: "utf-8",
    delimiter: null,
    sheet,
    headers,
    rows: nameRows(headers, held.slice(at + 1), rows),
  };
}

const filled = (row: SheetRow) => row.cells.filter((cell) => cell !== null && cell !== "").length;

async function* nameRows(
  headers: readonly string[],
  held: readonly SheetRow[],
  rest: AsyncGenerator<SheetRow>,
): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = held.map((row) => nameRow(headers, row));
  for await (const row of rest) {
    if (filled(row) > 0) batch.push(nameRow(headers, row));
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function nameRow(headers: readonly string[], row: SheetRow): TableRow {
  const cells: Record<string, string | null> = {};
  for (let i = 0; i < headers.length; i++) {
    const cell = row.cells[i]?.trim();
    cells[headers[i] as string] = cell === undefined || cell === "" ? null : cell;
  }
  return { line: row.line, cells };
}
