import { FormatProblem } from "../format-problem.ts";
import {
  batchRows,
  longestRecord,
  type OpenedTable,
  type TableFormat,
  type TableRow,
} from "./opened-table.ts";

type Item = { text: string; line: number };

const deepest = 64;
/** Arrays that hold the records, by the name of their key. */
const recordArrays = ["features", "elements", "data", "records", "results"];

/**
 * Reads records out of JSON without holding it: each object at the level of the records is cut out by its braces
 * and parsed alone. Knows GeoJSON, Overpass, arrays of objects and one object per line.
 */
export async function readJson(
  encoding: string,
  text: AsyncGenerator<string>,
): Promise<OpenedTable> {
  const items = cutItems(text);
  const first = await items.next();
  if (first.done) throw new FormatProblem("no-rows");
  const format = formatOf(first.value);
  const sample = toRow(parseItem(first.value), first.value.line);
  return {
    format,
    encoding,
    delimiter: null,
    sheet: null,
    headers: sample ? Object.keys(sample.cells) : [],
    rows: batched(first.value, items),
  };
}

async function* batched(first: Item, items: AsyncGenerator<Item>): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  const add = (item: Item) => {
    const row = toRow(parseItem(item), item.line);
    if (row) batch.push(row);
  };
  add(first);
  for await (const item of items) {
    add(item);
    if (batch.length >= batchRows) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function parseItem(item: Item): unknown {
  try {
    return JSON.parse(item.text);
  } catch {
    throw new FormatProblem("malformed-json", "", item.line);
  }
}

function formatOf(item: Item & { container?: string }): TableFormat {
  if (item.container === "elements") return "overpass";
  const value = parseItem(item) as { type?: unknown };
  if (item.container === "lines") return value?.type === "Feature" ? "ndjson" : "ndjson";
  return value?.type === "Feature" ? "geojson" : "json";
}

/** A Feature's properties, an Overpass element's tags, or the object itself, as cells of text. */
function toRow(value: unknown, line: number): TableRow | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new FormatProblem("malformed-json", "A record is not an object.", line);
  }
  const record = value as Record<string, unknown>;
  if (record.type === "Feature") {
    const id = record.id === undefined ? {} : { "@id": String(record.id) };
    return {
      line,
      cells: { ...id, ...toCells(record.properties) },
      geometry: record.geometry ?? null,
    };
  }
  if (
    typeof record.tags === "object" &&
    ["node", "way", "relation"].includes(String(record.type))
  ) {
    const at = (record.center ?? record) as { lon?: number; lat?: number };
    return {
      line,
      cells: { "@id": String(record.id), "@type": String(record.type), ...toCells(record.tags) },
      geometry: at.lon === undefined ? null : { type: "Point", coordinates: [at.lon, at.lat] },
    };
  }
  // An Overpass way without its centre, or a header object: nothing to read.
  if (["way", "relation", "node"].includes(String(record.type)) && "id" in record) return undefined;
  const { geometry, ...rest } = record;
  return { line, cells: toCells(rest), ...(geometry === undefined ? {} : { geometry }) };
}

function toCells(properties: unknown): Record<string, string | null> {
  const cells: Record<string, string | null> = {};
  for (const [name, value] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
    if (value === null || value === undefined || value === "") cells[name] = null;
    else cells[name] = typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return cells;
}

/**
 * Walks the characters once. `level` is the depth at which records stand: 1 for one object per line, 2 for objects
 * in an array (of the root or of a known key).
 */
async function* cutItems(
  text: AsyncGenerator<string>,
): AsyncGenerator<Item & { container: string }> {
  const walker = new RecordWalker();
  for await (const chunk of text) yield* walker.walk(chunk);
  walker.finish();
}

class RecordWalker {
  #depth = 0;
  #line = 1;
  #inString = false;
  #escaped = false;
  #lastKey = "";
  #stringStart = -1;
  #container = "";
  #containerDepth = -1;
  #startLine = 1;
  #held = "";
  #collecting = false;
  #found = 0;

  *walk(chunk: string): Generator<Item & { container: string }> {
    let start = this.#collecting ? 0 : -1;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === 10) this.#line += 1;
      if (this.#inString) {
        this.#walkString(code, chunk, i);
        continue;
      }
      if (code === 34) {
        this.#inString = true;
        this.#stringStart = i;
      } else if (code === 123 || code === 91) {
        this.#open(code);
        if (this.#begins(code)) {
          start = i;
          this.#collecting = true;
          this.#startLine = this.#line;
        }
      } else if (code === 125 || code === 93) {
        const done = this.#collecting && this.#depth === this.#containerDepth + 1;
        this.#depth -= 1;
        if (this.#depth < 0) throw new FormatProblem("malformed-json", "", this.#line);
        if (done) {
          yield this.#take(chunk.slice(start, i + 1));
          start = -1;
        } else if (this.#depth < this.#containerDepth) this.#containerDepth = -1;
      }
    }
    if (this.#collecting) this.#keep(chunk.slice(start));
    this.#stringStart = -1;
  }

  #walkString(code: number, chunk: string, i: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === 92) this.#escaped = true;
    else if (code === 34) {
      this.#inString = false;
      if (!this.#collecting && this.#stringStart >= 0)
        this.#lastKey = chunk.slice(this.#stringStart + 1, i);
    }
  }

  #open(code: number): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new FormatProblem("nested-too-deep", "", this.#line);
    if (code !== 91 || this.#containerDepth >= 0 || this.#collecting) return;
    const isRootArray = this.#depth === 1;
    if (isRootArray || (this.#depth === 2 && recordArrays.includes(this.#lastKey))) {
      this.#containerDepth = this.#depth;
      this.#container = isRootArray ? "array" : this.#lastKey;
    }
  }

  /** True when this brace begins a record. */
  #begins(code: number): boolean {
    if (code !== 123 || this.#collecting) return false;
    return this.#containerDepth >= 0 && this.#depth === this.#containerDepth + 1;
  }

  #keep(part: string): void {
    this.#held += part;
    if (this.#held.length > longestRecord)
      throw new FormatProblem("record-too-large", "", this.#startLine);
  }

  #take(part: string): Item & { container: string } {
    this.#keep(part);
    const item = { text: this.#held, line: this.#startLine, container: this.#container };
    this.#held = "";
    this.#collecting = false;
    this.#found += 1;
    return item;
  }

  finish(): void {
    if (this.#depth !== 0 || this.#inString) throw new FormatProblem("truncated-file");
    if (this.#found === 0)
      throw new FormatProblem("no-rows", "No list of records was found in the JSON.");
  }
}

/** One JSON object per line, or one after the other. */
export async function readJsonLines(
  encoding: string,
  text: AsyncGenerator<string>,
): Promise<OpenedTable> {
  const lines = cutLines(text);
  const first = await lines.next();
  if (first.done) throw new FormatProblem("empty-file");
  const sample = toRow(parseItem(first.value), first.value.line);
  return {
    format: "ndjson",
    encoding,
    delimiter: null,
    sheet: null,
    headers: sample ? Object.keys(sample.cells) : [],
    rows: batched(first.value, lines),
  };
}

async function* cutLines(text: AsyncGenerator<string>): AsyncGenerator<Item> {
  let held = "";
  let line = 0;
  for await (const chunk of text) {
    const parts = (held + chunk).split("\n");
    held = parts.pop() ?? "";
    if (held.length > longestRecord) throw new FormatProblem("line-too-long", "", line + 1);
    for (const part of parts) {
      line += 1;
      const trimmed = part.replace(/^[\u001e\ufeff]/, "").trim();
      if (trimmed !== "") yield { text: guarded(trimmed, line), line };
    }
  }
  const last = held.replace(/^[\u001e\ufeff]/, "").trim();
  if (last !== "") yield { text: guarded(last, line + 1), line: line + 1 };
}

/** JSON.parse recurses: depth is counted before. */
function guarded(text: string, line: number): string {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) throw new FormatProblem("nested-too-deep", "", line);
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return text;
}
