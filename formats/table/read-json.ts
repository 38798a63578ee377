import { FormatProblem } from "../format-problem.ts";
import { JsonRecordCutter } from "./json-record-cutter.ts";
import { headersOf, type JsonRecord, parseRecord, rowBatches } from "./json-rows.ts";
import type { OpenedTable, TableFormat } from "./opened-table.ts";

/**
 * Reads records out of JSON without holding it: each object at the level of the records is cut out by its braces
 * and parsed alone. Knows GeoJSON, Overpass and arrays of objects.
 */
export async function readJson(
  encoding: string,
  text: AsyncGenerator<string>,
): Promise<OpenedTable> {
  const cutter = new JsonRecordCutter();
  const records = cutRecords(cutter, text);
  const first = await records.next();
  if (first.done) throw new FormatProblem("no-rows");
  return {
    format: formatOf(cutter.container, first.value),
    encoding,
    delimiter: null,
    sheet: null,
    headers: headersOf(first.value),
    rows: rowBatches(first.value, records),
  };
}

async function* cutRecords(
  cutter: JsonRecordCutter,
  text: AsyncGenerator<string>,
): AsyncGenerator<JsonRecord> {
  for await (const chunk of text) yield* cutter.cut(chunk);
  cutter.finish();
}

function formatOf(container: string, record: JsonRecord): TableFormat {
  if (container === "elements") return "overpass";
  const value = parseRecord(record) as { type?: unknown };
  return value.type === "Feature" ? "geojson" : "json";
}
