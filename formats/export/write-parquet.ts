import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Chunks, ExportCell, ExportColumn, ExportRow, RowBatches } from "./export-column.ts";

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Rows of one group: large enough to pack well, small enough to hold. */
const groupRows = 20_000;

/** Rows as Apache Parquet, one group after the other. Lists, attributes and shapes are JSON; amounts are in the currency's unit. */
export async function* writeParquet(columns: readonly ExportColumn[], batches: RowBatches): Chunks {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    createdBy: "contrechamp",
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(elementOf)],
  });
  let held: ExportRow[] = [];
  for await (const rows of batches) {
    held.push(...rows);
    if (held.length < groupRows) continue;
    writeGroup(parquet, columns, held);
    held = [];
    yield take(writer);
  }
  if (held.length > 0) writeGroup(parquet, columns, held);
  await parquet.finish();
  yield take(writer);
}

function writeGroup(
  parquet: ParquetWriter,
  columns: readonly ExportColumn[],
  rows: readonly ExportRow[],
): void {
  const columnData = columns.map(({ name, type }) => ({
    name,
    data: rows.map((row) => valueOfCell(type, row[name] ?? null)),
  }));
  void parquet.write({ columnData, rowGroupSize: rows.length });
}

function valueOfCell(type: ExportColumn["type"], cell: ExportCell): unknown {
  if (cell === null) return undefined;
  if (type === "money") return (cell as number) / 100;
  return cell;
}

function elementOf({ name, type }: ExportColumn): Element {
  const shared = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "integer":
      return { ...shared, type: "INT32" };
    case "number":
    case "money":
      return { ...shared, type: "DOUBLE" };
    case "boolean":
      return { ...shared, type: "BOOLEAN" };
    case "list":
    case "json":
    case "records":
    case "geometry":
      return { ...shared, type: "BYTE_ARRAY", converted_type: "JSON" };
    default:
      return { ...shared, type: "BYTE_ARRAY", converted_type: "UTF8" };
  }
}

/** Hands over what was written, and starts the buffer anew: places in the file are counted apart. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = Uint8Array.from(writer.getBytes());
  writer.index = 0;
  return bytes;
}
