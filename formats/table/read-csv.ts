import { type CsvError, type Parser, parse } from "csv-parse";
import { FormatProblem } from "../format-problem.ts";
import { unguardFormula } from "./formula-guard.ts";
import { longestRecord, mostColumns, type OpenedTable, type TableRow } from "./opened-table.ts";

const delimiters = [",", ";", "\t", "|"];

/** Reads delimited text whose first line names the columns. Ragged rows keep all their fields. */
export async function readCsv(
  encoding: string,
  text: AsyncGenerator<string>,
  asked?: string,
): Promise<OpenedTable> {
  const held = await firstLines(text);
  const delimiter = asked ?? detectDelimiter(held);
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
    skip_empty_lines: false,
    cast: false,
  });
  const batches = parsedBatches(parser, held, text);
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

/** Feeds the parser and hands over what it has made of each chunk. */
async function* parsedBatches(
  parser: Parser,
  held: string,
  text: AsyncGenerator<string>,
): AsyncGenerator<string[][]> {
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure = error;
  });
  const drain = () => {
    const batch: string[][] = [];
    for (let record = parser.read(); record !== null; record = parser.read()) batch.push(record);
    return batch;
  };
  let lineLength = 0;
  const feed = async (chunk: string) => {
    // The parser counts the characters of cells only: a line of nothing but commas would fill the memory.
    const lastBreak = chunk.lastIndexOf("\n");
    lineLength = lastBreak < 0 ? lineLength + chunk.length : chunk.length - lastBreak;
    if (lineLength > longestRecord) throw new FormatProblem("line-too-long");
    if (!parser.write(chunk)) await new Promise((resolve) => setImmediate(resolve));
    if (failure) throw toProblem(failure);
  };
  yield* chunked(held, feed, drain);
  for await (const chunk of text) yield* chunked(chunk, feed, drain);
  parser.end();
  for (let idle = 0; idle < 3; idle++) {
    await new Promise((resolve) => setImmediate(resolve));
    const batch = drain();
    if (batch.length > 0) {
      idle = 0;
      yield batch;
    }
    if (failure) throw toProblem(failure);
  }
}

async function* chunked(
  text: string,
  feed: (chunk: string) => Promise<void>,
  drain: () => string[][],
) {
  for (let start = 0; start < text.length; start += 65_536) {
    await feed(text.slice(start, start + 65_536));
    const batch = drain();
    if (batch.length > 0) yield batch;
  }
}

function toProblem(failure: Error): FormatProblem {
  const { code, lines } = failure as CsvError;
  const line = typeof lines === "number" ? lines : null;
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
