import { openArchive } from "../archive/open-archive.ts";
import { decodeText } from "../decode-text.ts";
import { FormatProblem } from "../format-problem.ts";
import type { OpenedTable, TableFormat, TableOptions, TableSource } from "./opened-table.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { readOds } from "./read-ods.ts";
import { readXlsx } from "./read-xlsx.ts";

/** A spreadsheet or an archive is held whole while it is read; text never is. */
const largestArchive = 200_000_000;

/**
 * Opens any file that holds a table: what it is, is decided by its content, never by its name. An archive with one
 * text table in it is opened and read as that table.
 */
export async function openTable(
  source: TableSource,
  options: TableOptions = {},
): Promise<OpenedTable> {
  const bytes = source.open()[Symbol.asyncIterator]();
  const first = await bytes.next();
  if (first.done || source.bytes === 0) throw new FormatProblem("empty-file");
  const whole = resume(first.value, bytes);
  const table = isArchive(first.value)
    ? await openArchived(await collect(whole, source.bytes), options)
    : await openText(whole, options);
  if (options.format !== undefined && !agrees(options.format, table.format)) {
    throw new FormatProblem("unexpected-format", `It is ${table.format}, not ${options.format}.`);
  }
  return table;
}

/** Enough to tell one JSON document from one object per line. */
const peekedCharacters = 100_000;

async function* resume(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** "PK": the local header of a zip, or the end record of an empty one. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

async function collect(chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<Buffer> {
  if (bytes > largestArchive) throw new FormatProblem("file-too-large");
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > largestArchive) throw new FormatProblem("file-too-large");
    held.push(chunk);
  }
  return Buffer.concat(held);
}

async function openArchived(bytes: Buffer, options: TableOptions): Promise<OpenedTable> {
  const archive = openArchive(bytes);
  const names = archive.entries.map((entry) => entry.name);
  if (names.includes("xl/workbook.xml")) return readXlsx(bytes, options);
  if (names.includes("content.xml")) return readOds(bytes, options);
  const tables = names.filter((name) =>
    /^(?!__MACOSX\/).*\.(csv|tsv|txt|json|geojson|ndjson)$/i.test(name),
  );
  const [only, ...others] = tables;
  if (only === undefined) throw new FormatProblem("unknown-format");
  if (others.length > 0) throw new FormatProblem("several-tables", tables.slice(0, 5).join(", "));
  return openText(archive.read(only), options);
}

async function openText(
  bytes: AsyncIterable<Uint8Array>,
  options: TableOptions,
): Promise<OpenedTable> {
  const { encoding, text } = await decodeText(bytes, options.encoding);
  const { start, whole } = await peek(text);
  const shape = textShape(start);
  if (shape === "json") return readJson(encoding, whole);
  if (shape === "lines") return readJsonLines(encoding, whole);
  if (shape === "markup") throw new FormatProblem("unknown-format", "It is a web page or XML.");
  return readCsv(encoding, whole, options.delimiter);
}

async function peek(
  text: AsyncGenerator<string>,
): Promise<{ start: string; whole: AsyncGenerator<string> }> {
  let start = "";
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (start.length >= peekedCharacters) break;
  }
  async function* whole() {
    yield start;
    yield* text;
  }
  return { start: start.slice(0, peekedCharacters).replace(/^\ufeff/, ""), whole: whole() };
}

/** RFC 8142: each text of a sequence begins with it. */
const recordSeparator = 0x1e;

/** One JSON object closed on its first line and followed by another is a file of one object per line. */
function textShape(start: string): "json" | "lines" | "markup" | "delimited" {
  const text = start.trimStart();
  if (text.charCodeAt(0) === recordSeparator) return "lines";
  if (text.startsWith("[")) return "json";
  if (text.startsWith("<")) return "markup";
  if (!text.startsWith("{")) return "delimited";
  const [line = "", ...rest] = text.split("\n");
  const isClosed = line.trimEnd().endsWith("}");
  const isAlone = rest.every((other) => other.trim() === "");
  const holdsList = /"(?:features|elements)"\s*:\s*\[/.test(line);
  return isClosed && !(isAlone && holdsList) && (!holdsList || rest[0]?.startsWith("{") === true)
    ? "lines"
    : "json";
}

function agrees(asked: TableFormat, found: TableFormat): boolean {
  const json: readonly TableFormat[] = ["geojson", "json", "ndjson", "overpass"];
  return asked === found || (json.includes(asked) && found === "json");
}
