import { guardFormula } from "../table/formula-guard.ts";
import {
  type Chunks,
  type ExportCell,
  type ExportColumn,
  type ExportRow,
  listSeparator,
  type RowBatches,
  withoutShapes,
  writeCents,
  writeJsonCell,
} from "./export-column.ts";

/** `plain`: RFC 4180 in UTF-8. `excel-fr`: what a French Excel opens with a double click. */
export type CsvStyle = "plain" | "excel-fr";

const styles = {
  plain: { mark: "", delimiter: ",", decimal: "." },
  "excel-fr": { mark: "\ufeff", delimiter: ";", decimal: "," },
} as const;

/** The first line of a file, and how each row after it is written. */
export function csvForm(all: readonly ExportColumn[], style: CsvStyle) {
  const columns = withoutShapes(all);
  const { mark, delimiter, decimal } = styles[style];
  return {
    head: `${mark}${columns.map(({ name }) => name).join(delimiter)}\r\n`,
    delimiter,
    decimal,
    guard: guardFormula,
    lineOf: lineWriter(columns, style),
  };
}

type Writer = (cell: ExportCell) => string;

/** Rows as CSV. Text that a spreadsheet would run as a formula is written so that it does not, and is read again as it was. */
export async function* writeCsv(
  all: readonly ExportColumn[],
  batches: RowBatches,
  style: CsvStyle = "plain",
): Chunks {
  const { head, lineOf } = csvForm(all, style);
  yield Buffer.from(head);
  for await (const rows of batches) {
    let text = "";
    for (const row of rows) text += lineOf(row);
    if (text !== "") yield Buffer.from(text);
  }
}

/** Made once for a file: a million rows pass here. */
function lineWriter(columns: readonly ExportColumn[], style: CsvStyle): (row: ExportRow) => string {
  const { delimiter, decimal } = styles[style];
  const special = new RegExp(`["\\r\\n${delimiter}]`);
  const quote = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cells = columns.map(({ name, type }, index) => ({
    name,
    start: index === 0 ? "" : delimiter,
    write: cellWriter(type, decimal, quote),
  }));
  return (row) => {
    let line = "";
    for (const { name, start, write } of cells) {
      const cell = row[name] ?? null;
      line += cell === null ? start : start + write(cell);
    }
    return `${line}\r\n`;
  };
}

function cellWriter(
  type: ExportColumn["type"],
  decimal: "." | ",",
  quote: (text: string) => string,
): Writer {
  switch (type) {
    case "money":
      return (cell) => quote(writeCents(cell as number).replace(".", decimal));
    case "number":
      return (cell) => quote(String(cell).replace(".", decimal));
    case "integer":
    case "boolean":
      return String;
    // Values of the house's own lists, and dates: nothing in them can be a formula.
    case "enum":
    case "date":
      return (cell) => cell as string;
    case "list":
      return (cell) => quote(guardFormula((cell as readonly string[]).join(listSeparator)));
    case "json":
    case "records":
    case "geometry":
      return (cell) => quote(writeJsonCell(cell as object));
    case "string":
      return (cell) => quote(guardFormula(cell as string));
  }
}
