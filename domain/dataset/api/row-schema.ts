import { z } from "zod";
import { present } from "#domain/presence/present.ts";
import {
  type CellValue,
  type Dataset,
  type DatasetColumn,
  type DatasetRow,
  geometryOf,
} from "../dataset.ts";

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const geometry = z.object({
  type: z.enum(["Point", "Polygon", "MultiPolygon"]),
  coordinates: z.array(z.unknown()),
});

function valueSchema({ type, values, record }: DatasetColumn): z.ZodType {
  switch (type) {
    case "integer":
      return z.int();
    case "number":
    case "money":
      return z.number();
    case "boolean":
      return z.boolean();
    case "date":
      return partialDate;
    case "list":
      return z.array(values ? z.enum(values as [string]) : z.string());
    case "enum":
      return z.enum(present(values) as [string]);
    case "json":
      return z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
    case "records":
      return z.array(present(record));
    case "geometry":
      return geometry;
    case "string":
      return z.string();
  }
}

/** What one column holds in JSON; `null` says that nothing is known. */
export function cellSchema(column: DatasetColumn): z.ZodType {
  const schema = column.required ? valueSchema(column) : valueSchema(column).nullable();
  const unit = column.unit === undefined ? "" : ` Unit: ${column.unit}.`;
  return schema.describe(`${column.description.en}.${unit}`);
}

/** Columns that a feature says by its geometry. */
function isPlace({ place }: Dataset, name: string): boolean {
  return place === "area" ? name === "geometry" : name === "longitude" || name === "latitude";
}

/** A row in JSON. Every column is there, unless fewer are asked for. */
export function rowSchema(dataset: Dataset): z.ZodType {
  return z.object(shapeOf(dataset.columns)).partial();
}

export function featureSchema(dataset: Dataset): z.ZodType {
  const columns = dataset.columns.filter(({ name }) => !isPlace(dataset, name));
  return z.object({
    type: z.literal("Feature"),
    id: z.string(),
    geometry: geometry.nullable(),
    properties: z.object(shapeOf(columns)).partial(),
  });
}

function shapeOf(columns: readonly DatasetColumn[]) {
  return Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)]));
}

/** A row as JSON says it: amounts in the currency's unit, and only the columns asked for. */
export function toJsonRow(
  { columns }: Dataset,
  row: DatasetRow,
  fields?: readonly string[],
): Record<string, CellValue> {
  const said: Record<string, CellValue> = {};
  for (const { name, type } of columns) {
    if (fields && !fields.includes(name)) continue;
    const value = row[name] ?? null;
    said[name] = type === "money" && typeof value === "number" ? value / 100 : value;
  }
  return said;
}

/** A row as a GeoJSON feature: its place is its geometry and no property. */
export function toFeature(dataset: Dataset, row: DatasetRow, fields?: readonly string[]) {
  const properties = toJsonRow(dataset, row, fields);
  for (const name in properties) if (isPlace(dataset, name)) delete properties[name];
  return {
    type: "Feature",
    id: dataset.key.map((name) => String(row[name])).join("/"),
    geometry: geometryOf(dataset, row),
    properties,
  };
}
