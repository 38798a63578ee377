import writeExcelFile, { type Cell as WrittenCell } from "write-excel-file/node";
import { neutraliseFormula } from "../table/neutralise-formula.ts";

/** A cell holds a value, never a formula. Null is an empty cell. */
export type WorkbookCell =
  | null
  | string
  | { text: string; look: "title" | "heading" | "strong" | "note" }
  /** Whole units with two decimals, a number as it is, a share, or a year. */
  | { value: number; as: "money" | "number" | "share" | "year" }
  /** "2024-03-14". */
  | { day: string };

export type WorkbookSheet = {
  name: string;
  /** Widths in characters. */
  widths: readonly number[];
  rows: readonly (readonly WorkbookCell[])[];
  /** Rows that stay in sight. */
  stickyRows?: number;
};

/** The program that opens the file puts its own separators: "#,##0.00" is 1 234,50 in French. */
const formats = { money: "#,##0.00", number: "#,##0.##", share: "0.0%", year: "0" } as const;
/** Limits of Excel. Source: Microsoft, Excel specifications and limits. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
/** What XML 1.0 cannot hold: controls but tab and line ends, half surrogate pairs, two non-characters. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

/** A workbook (XLSX) of values: dates are dates, amounts are numbers, a text that looks like a formula stays a text. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, widths, rows, stickyRows }) => ({
      sheet: nameOf(name),
      columns: widths.map((width) => ({ width })),
      data: rows.map((row) => row.map(cellOf)),
      ...(stickyRows === undefined ? {} : { stickyRowsCount: stickyRows }),
      orientation: "landscape" as const,
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  ).toBuffer();
}

/** No character that a sheet's name may not have; at most 31. */
function nameOf(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, " ").slice(0, LONGEST_NAME);
}

function cellOf(cell: WorkbookCell): WrittenCell {
  if (cell === null) return null;
  if (typeof cell === "string") return textCell(cell);
  if ("day" in cell) {
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  }
  if ("value" in cell) {
    if (!Number.isFinite(cell.value)) return null;
    return { value: cell.value, type: Number, format: formats[cell.as] };
  }
  const { text, look } = cell;
  return {
    ...textCell(text),
    ...(look === "note" ? { wrap: false, fontStyle: "italic" as const } : {}),
    ...(look === "note" ? {} : { fontWeight: "bold" as const }),
    ...(look === "title" ? { fontSize: 14, wrap: false } : {}),
    ...(look === "heading" ? { bottomBorderStyle: "thin" as const } : {}),
  };
}

function textCell(text: string) {
  const value = neutraliseFormula(text.replace(NOT_IN_XML, "")).slice(0, LONGEST_TEXT);
  return { value, type: String, wrap: true, alignVertical: "top" as const };
}
