import type { z } from "zod";
import type { ColumnDescription } from "#domain/importing/importer.ts";

export type Words = { readonly fr: string; readonly en: string };

/** A GeoJSON geometry, WGS 84, longitude first (RFC 7946). */
export type Geometry = { readonly type: string; readonly coordinates: unknown };

/** What a cell of an open dataset holds, before any format. An amount is in cents; a date is text, as precise as it is known. */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly Readonly<Record<string, unknown>>[]
  | Geometry
  | Readonly<Record<string, string | number | boolean>>;

/** `records`: several things that have columns of their own, in one cell. */
export type ColumnType =
  | Exclude<ColumnDescription["type"], "geometry">
  | "json"
  | "records"
  | "geometry";

/** One column as everybody reads it: its name is the same in every format, in the API and in the file that is imported again. */
export type DatasetColumn = {
  readonly name: string;
  readonly type: ColumnType;
  /** The closed list that the values come from; of a list, its members'. */
  readonly values?: readonly string[];
  readonly unit?: string;
  /** Of `records`: what each of them holds. */
  readonly record?: z.ZodType;
  /** Never empty. */
  readonly required: boolean;
  /** The API can keep the rows that hold one of several values. */
  readonly isFilter: boolean;
  readonly description: Words;
};

export type DatasetId =
  | "cameras"
  | "districts"
  | "boundary"
  | "population"
  | "authorisations"
  | "costs"
  | "outcomes"
  | "published-figures"
  | "institutions"
  | "contracts"
  | "effect-studies"
  | "price-index"
  | "indicators"
  | "evaluations"
  | "annotations"
  | "audit-log"
  | "sources"
  | "releases";

/** One declaration from which every format, its metadata, the API and the dictionary are written. */
export type Dataset = {
  readonly id: DatasetId;
  readonly title: Words;
  readonly description: Words;
  /** Columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly DatasetColumn[];
  /** `point`: in the columns longitude and latitude; `area`: in the column geometry. */
  readonly place?: "point" | "area";
  /**
   * Acts that happen between two releases: a release holds those that came before it; without one, the API answers with those
   * of today too.
   */
  readonly goesOnBetweenReleases?: true;
  /** Preset by which a file of it is imported again. */
  readonly preset?: string;
};

/** A row by the names of its columns. */
export type DatasetRow = Readonly<Record<string, CellValue>>;

/**
 * What of a row leaves the house: the declared columns, in their order, absent ones as `null`. Whatever else the row
 * holds stays.
 */
export function publicRow(dataset: Dataset, row: DatasetRow): DatasetRow {
  const kept: Record<string, CellValue> = {};
  for (const { name } of dataset.columns) kept[name] = row[name] ?? null;
  return kept;
}

/** The place of a row as GeoJSON; `null` where none is known or published. */
export function geometryOf({ place }: Dataset, row: DatasetRow): Geometry | null {
  if (place === "area") return (row.geometry as Geometry | null | undefined) ?? null;
  const { longitude, latitude } = row;
  return typeof longitude === "number"
    ? { type: "Point", coordinates: [longitude, latitude] }
    : null;
}
