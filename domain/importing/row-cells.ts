import type { z } from "zod";
import {
  type CellReading,
  type DateOrder,
  readBoolean,
  readCents,
  readDay,
  readInteger,
  readList,
  readNumber,
  readPartialDate,
  readText,
} from "./cell-values.ts";
import type { RawRow, RowProblem } from "./importer.ts";

/** The cells of one row, read by column name; what can't be read is kept as a problem, and reading goes on. */
export type RowCells = {
  text: (column: string) => string | undefined;
  number: (column: string, comma?: "decimal" | "thousands") => number | undefined;
  integer: (column: string, comma?: "decimal" | "thousands") => number | undefined;
  cents: (column: string, comma?: "decimal" | "thousands") => number | undefined;
  boolean: (column: string) => boolean | undefined;
  list: (column: string) => string[] | undefined;
  /** "2019", "2019-05" or "2019-05-14". */
  date: (column: string, order?: DateOrder) => string | undefined;
  /** "2019-05-14". */
  day: (column: string, order?: DateOrder) => string | undefined;
  /** One of a closed list, compared without case and with blanks and underscores as hyphens. */
  choice: <Value extends string>(column: string, values: readonly Value[]) => Value | undefined;
  refuse: (column: string | null, reason: string, hint?: string) => void;
  problems: RowProblem[];
};

export function rowCells(row: RawRow): RowCells {
  const problems: RowProblem[] = [];
  const refuse = (column: string | null, reason: string, hint?: string) => {
    const value = column === null ? null : (row.cells[column] ?? null);
    problems.push({
      line: row.line,
      column,
      value: value === null ? null : value.slice(0, 200),
      reason,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const settle = <Value>(column: string, reading: CellReading<Value>): Value | undefined => {
    if (reading.ok) return reading.value;
    refuse(column, reading.reason);
    return undefined;
  };
  return {
    text: (column) => readText(row.cells[column]),
    number: (column, comma) => settle(column, readNumber(row.cells[column], comma)),
    integer: (column, comma) => settle(column, readInteger(row.cells[column], comma)),
    cents: (column, comma) => settle(column, readCents(row.cells[column], comma)),
    boolean: (column) => settle(column, readBoolean(row.cells[column])),
    list: (column) => readList(row.cells[column]),
    date: (column, order) => settle(column, readPartialDate(row.cells[column], order)),
    day: (column, order) => settle(column, readDay(row.cells[column], order)),
    choice: (column, values) => {
      const said = readText(row.cells[column]);
      if (said === undefined) return undefined;
      const found = matchChoice(said, values);
      if (found === undefined) refuse(column, "not-in-the-list", values.join(", "));
      return found;
    },
    refuse,
    problems,
  };
}

export function matchChoice<Value extends string>(
  said: string,
  values: readonly Value[],
): Value | undefined {
  const wanted = said.toLowerCase().replace(/[\s_]+/g, "-");
  return values.find((value) => value === wanted);
}

type RecordReading<Output> =
  | { kind: "records"; records: [Output] }
  | { kind: "rejected"; problems: readonly RowProblem[] };

/**
 * Ends the reading of a row: its problems when there are any, otherwise the record if the schema accepts it.
 * `columnOf` says from which column a field of the record came.
 */
export function concludeRow<Schema extends z.ZodType>(
  row: RawRow,
  problems: readonly RowProblem[],
  schema: Schema,
  record: Readonly<Record<string, unknown>>,
  columnOf: Readonly<Record<string, string>> = {},
): RecordReading<z.output<Schema>> {
  if (problems.length > 0) return { kind: "rejected", problems };
  const said: Record<string, unknown> = {};
  for (const field in record) if (record[field] !== undefined) said[field] = record[field];
  const parsed = schema.safeParse(said);
  if (parsed.success) return { kind: "records", records: [parsed.data] };
  return {
    kind: "rejected",
    problems: parsed.error.issues.map((issue) => {
      const field = String(issue.path[0] ?? "");
      const column = columnOf[field] ?? (field === "" ? null : field);
      const value = column === null ? null : (row.cells[column] ?? null);
      const reason = issue.code === "invalid_type" && !(field in said) ? "missing" : issue.message;
      return { line: row.line, column, value: value === null ? null : value.slice(0, 200), reason };
    }),
  };
}
