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
  return new CellsOfRow(row);
}

/** A class, not a bundle of closures: a million rows make a million of them. */
class CellsOfRow implements RowCells {
  readonly problems: RowProblem[] = [];
  constructor(private readonly row: RawRow) {}

  text(column: string) {
    return readText(this.row.cells[column]);
  }

  number(column: string, comma?: "decimal" | "thousands") {
    return this.settle(column, readNumber(this.row.cells[column], comma));
  }

  integer(column: string, comma?: "decimal" | "thousands") {
    return this.settle(column, readInteger(this.row.cells[column], comma));
  }

  cents(column: string, comma?: "decimal" | "thousands") {
    return this.settle(column, readCents(this.row.cells[column], comma));
  }

  boolean(column: string) {
    return this.settle(column, readBoolean(this.row.cells[column]));
  }

  list(column: string) {
    return readList(this.row.cells[column]);
  }

  date(column: string, order?: DateOrder) {
    return this.settle(column, readPartialDate(this.row.cells[column], order));
  }

  day(column: string, order?: DateOrder) {
    return this.settle(column, readDay(this.row.cells[column], order));
  }

  choice<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    const said = readText(this.row.cells[column]);
    if (said === undefined) return undefined;
    const found = matchChoice(said, values);
    if (found === undefined) this.refuse(column, "not-in-the-list", values.join(", "));
    return found;
  }

  refuse(column: string | null, reason: string, hint?: string): void {
    const value = column === null ? null : (this.row.cells[column] ?? null);
    this.problems.push({
      line: this.row.line,
      column,
      value: value === null ? null : value.slice(0, 200),
      reason,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  private settle<Value>(column: string, reading: CellReading<Value>): Value | undefined {
    if (reading.ok) return reading.value;
    this.refuse(column, reading.reason);
    return undefined;
  }
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
      // A rule between fields may speak of one that is absent.
      const isMissing = field !== "" && !(field in said) && issue.code !== "custom";
      const reason = isMissing ? "missing" : issue.message;
      return { line: row.line, column, value: value === null ? null : value.slice(0, 200), reason };
    }),
  };
}
