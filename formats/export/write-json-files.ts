import type { Chunks, ExportRow, RowBatches } from "./export-column.ts";

type ToJson = (row: ExportRow) => object;

/** One JSON object per line. */
export async function* writeNdjson(batches: RowBatches, toJson: ToJson): Chunks {
  for await (const rows of batches) {
    const text = rows.map((row) => `${JSON.stringify(toJson(row))}\n`).join("");
    if (text !== "") yield Buffer.from(text);
  }
}

/** A feature collection (RFC 7946), written as it is read; `head` are its other members. */
export async function* writeGeoJson(
  batches: RowBatches,
  toFeature: ToJson,
  head: Readonly<Record<string, unknown>>,
): Chunks {
  const members = JSON.stringify({ type: "FeatureCollection", ...head }).slice(0, -1);
  yield Buffer.from(`${members},"features":[`);
  let separator = "\n";
  for await (const rows of batches) {
    let text = "";
    for (const row of rows) {
      text += separator + JSON.stringify(toFeature(row));
      separator = ",\n";
    }
    if (text !== "") yield Buffer.from(text);
  }
  yield Buffer.from("\n]}\n");
}
