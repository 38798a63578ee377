import { FormatProblem } from "../format-problem.ts";
import { batchRows, type TableRow } from "./opened-table.ts";

/** The text of one record and the line on which it begins. */
export type JsonRecord = { text: string; line: number };

export function parseRecord(record: JsonRecord): unknown {
  try {
    return JSON.parse(record.text);
  } catch {
    throw new FormatProblem("malformed-json", "", record.line);
  }
}

export async function* rowBatches(
  first: JsonRecord,
  rest: AsyncIterable<JsonRecord>,
): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  const add = (record: JsonRecord) => {
    const row = toRow(parseRecord(record), record.line);
    if (row) batch.push(row);
  };
  add(first);
  for await (const record of rest) {
    add(record);
    if (batch.length >= batchRows) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Names of the cells of one record: what a JSON file has for headers. */
export function headersOf(record: JsonRecord): string[] {
  return Object.keys(toRow(parseRecord(record), record.line)?.cells ?? {});
}

/** A Feature's properties, an Overpass element's tags, or the object itself, as cells of text. */
function toRow(value: unknown, line: number): TableRow | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new FormatProblem("malformed-json", "A record is not an object.", line);
  }
  const record = value as Record<string, unknown>;
  if (record.type === "Feature") return featureRow(record, line);
  if (isElement(record)) return elementRow(record, line);
  const { geometry, ...rest } = record;
  return { line, cells: toCells(rest), ...(geometry === undefined ? {} : { geometry }) };
}

function featureRow(feature: Record<string, unknown>, line: number): TableRow {
  const cells = toCells(feature.properties);
  if (feature.id !== undefined) cells["@id"] = String(feature.id);
  return { line, cells, geometry: feature.geometry ?? null };
}

function isElement(record: Record<string, unknown>): boolean {
  return "id" in record && ["node", "way", "relation"].includes(String(record.type));
}

/** An Overpass element. One without tags is a corner of another one: nothing to read. */
function elementRow(element: Record<string, unknown>, line: number): TableRow | undefined {
  if (typeof element.tags !== "object") return undefined;
  const { lon, lat } = (element.center ?? element) as { lon?: number; lat?: number };
  const cells = toCells(element.tags);
  cells["@id"] = String(element.id);
  cells["@type"] = String(element.type);
  return {
    line,
    cells,
    geometry: lon === undefined ? null : { type: "Point", coordinates: [lon, lat] },
  };
}

function toCells(properties: unknown): Record<string, string | null> {
  const cells: Record<string, string | null> = {};
  for (const [name, value] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
    if (value === null || value === undefined || value === "") cells[name] = null;
    else cells[name] = typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return cells;
}
