import { type CsvError, type Parser, parse } from "csv-parse";
import { FormatProblem } from "../format-problem.ts";
import { unguardFormula } from "./formula-guard.ts";
import { longestRecord, mostColumns, type OpenedTable, type TableRow } from "./opened-table.ts";
import { PlainRecords } from "./plain-records.ts";

const delimiters = [",", ";", "\t", "|"];

/** Reads delimited text whose first line names the columns. Ragged rows keep all their fields. */
export async function readCsv(
  encoding: string,
  text: AsyncGenerator<string>,
  asked?: string,
): Promise<OpenedTable> {
  const held = await firstLines(text);
  const delimiter = asked ?? detectDelimiter(held);
  const batches = recordBatches(delimiter, held, text);
  let first = await batches.next();
  while (!first.done && first.value.length === 0) first = await batches.next();
  if (first.done) throw new FormatProblem("empty-file");
  const [header = [], ...rest] = first.value;
  const headers = distinct(header.map((name) => name.trim()));
  if (headers.length > mostColumns) throw new FormatProblem("too-many-columns");
  return {
    format: "csv",
    encoding,
    delimiter,
    sheet: null,
    headers,
    rows: nameCells(headers, rest, batches, 1 + newlines(header)),
  };
}

async function firstLines(text: AsyncGenerator<string>): Promise<string> {
  let held = "";
  while (held.length < 65_536) {
    const next = await text.next();
    if (next.done) break;
    held += next.value;
  }
  if (held.replace(/^\ufeff/, "").trim() === "") throw new FormatProblem("empty-file");
  if (held.length >= longestRecord && !/[\r\n]/.test(held))
    throw new FormatProblem("line-too-long");
  return held;
}

/** The candidate that the first lines use most, and most evenly, outside quotes. */
export function detectDelimiter(sample: string): string {
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, 30);
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const header = counts[0] ?? 0;
    const agreeing = counts.filter((count) => count === header).length;
    return { delimiter, score: header === 0 ? 0 : header + (agreeing / counts.length) * 10 };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

const pieceLength = 65_536;

async function* pieces(held: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  for (let start = 0; start < held.length; start += pieceLength)
    yield held.slice(start, start + pieceLength);
  for await (const chunk of text) {
    for (let start = 0; start < chunk.length; start += pieceLength)
      yield chunk.slice(start, start + pieceLength);
  }
}

/** Records as they come: cut at their delimiters until a quote is met, parsed from there on. */
async function* recordBatches(
  delimiter: string,
  held: string,
  text: AsyncGenerator<string>,
): AsyncGenerator<string[][]> {
  const plain = new PlainRecords(delimiter);
  let quoted: QuotedRecords | undefined;
  for await (const piece of pieces(held, text)) {
    const batch = quoted ? await quoted.take(piece) : plain.take(piece);
    if (batch === undefined) {
      quoted = new QuotedRecords(delimiter, plain);
      yield await quoted.take(plain.rest);
    } else if (batch.length > 0) yield batch;
  }
  if (quoted) yield* quoted.end();
  else yield plain.end();
}

/** Feeds the parser and hands over what it has made of each piece of text. */
class QuotedRecords {
  readonly #parser: Parser;
  readonly #linesBefore: number;
  #failure: Error | undefined;
  #lineLength = 0;

  constructor(delimiter: string, { lineBreak, count }: PlainRecords) {
    this.#linesBefore = count;
    this.#parser = parse({
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: longestRecord,
      skip_empty_lines: false,
      cast: false,
      ...(lineBreak === undefined ? {} : { record_delimiter: lineBreak }),
    });
    this.#parser.on("error", (error) => {
      this.#failure = error;
    });
  }

  async take(piece: string): Promise<string[][]> {
    // The parser counts the characters of cells only: a line of nothing but commas would fill the memory.
    const lastBreak = piece.lastIndexOf("\n");
    this.#lineLength = lastBreak < 0 ? this.#lineLength + piece.length : piece.length - lastBreak;
    if (this.#lineLength > longestRecord) throw new FormatProblem("line-too-long");
    if (!this.#parser.write(piece)) await new Promise((resolve) => setImmediate(resolve));
    if (this.#failure) throw toProblem(this.#failure, this.#linesBefore);
    return this.#drain();
  }

  async *end(): AsyncGenerator<string[][]> {
    this.#parser.end();
    for (let idle = 0; idle < 3; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#drain();
      if (batch.length > 0) {
        idle = 0;
        yield batch;
      }
      if (this.#failure) throw toProblem(this.#failure, this.#linesBefore);
    }
  }

  #drain(): string[][] {
    const batch: string[][] = [];
    const next = () => this.#parser.read() as string[] | null;
    for (let record = next(); record !== null; record = next()) batch.push(record);
    return batch;
  }
}

function toProblem(failure: Error, linesBefore: number): FormatProblem {
  const { code, lines } = failure as CsvError;
  const line = typeof lines === "number" ? linesBefore + lines : null;
  if (code === "CSV_MAX_RECORD_SIZE") return new FormatProblem("line-too-long", "", line);
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return new FormatProblem("truncated-file", "A quote is opened and never closed.", line);
  }
  return new FormatProblem("malformed-csv", "", line);
}

async function* nameCells(
  headers: readonly string[],
  rest: string[][],
  batches: AsyncGenerator<string[][]>,
  headerLines: number,
): AsyncGenerator<TableRow[]> {
  let line = 1 + headerLines;
  const name = (records: string[][]) => {
    const rows: TableRow[] = [];
    for (const fields of records) {
      const at = line;
      line += 1 + newlines(fields);
      if (fields.length === 1 && fields[0]?.trim() === "") continue;
      if (fields.length > mostColumns) throw new FormatProblem("too-many-columns", "", at);
      rows.push({ line: at, cells: toCells(headers, fields), fields });
    }
    return rows;
  };
  if (rest.length > 0) yield name(rest);
  for await (const batch of batches) yield name(batch);
}

function toCells(
  headers: readonly string[],
  fields: readonly string[],
): Record<string, string | null> {
  const cells: Record<string, string | null> = {};
  for (let i = 0; i < headers.length; i++) {
    const value = fields[i]?.trim();
    cells[headers[i] as string] =
      value === undefined || value === "" ? null : unguardFormula(value);
  }
  return cells;
}

function newlines(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) if (field.includes("\n")) count += field.split("\n").length - 1;
  return count;
}

/** Columns of the same name are told apart: "date", "date (2)". Unnamed ones get their place. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const base = name === "" ? `column ${i + 1}` : name;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base} (${count})`;
  });
}
