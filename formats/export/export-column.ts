/** A column to be written, and its rows: what every writer of this room takes. */
export type ExportColumn = {
  readonly name: string;
  readonly type:
    | "string"
    | "integer"
    | "number"
    | "money"
    | "date"
    | "boolean"
    | "list"
    | "enum"
    | "json"
    | "records"
    | "geometry";
};

/** An amount is in cents; a date is text. */
export type ExportCell = string | number | boolean | null | readonly string[] | object;
export type ExportRow = Readonly<Record<string, ExportCell>>;
export type RowBatches = AsyncIterable<readonly ExportRow[]>;
export type Chunks = AsyncGenerator<Uint8Array>;

/** Shapes are too long for a cell of a spreadsheet: they are in the formats made for them. */
export function withoutShapes<Column extends ExportColumn>(columns: readonly Column[]): Column[] {
  return columns.filter(({ type }) => type !== "geometry");
}

/** JSON whose blanks are all single spaces, so that whatever folds blanks on the way leaves it as it is. */
export function writeJsonCell(value: object): string {
  return JSON.stringify(value).replace(
    / (?= )|[^\S ]/gu,
    (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Cents in the currency's unit: 123450 → "1234.50". */
export function writeCents(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Several values in one cell. */
export const listSeparator = ";";
