/** Where bytes come from; can be opened again, since the content is looked at before it is read. */
export type TableSource = { name: string; bytes: number; open: () => AsyncIterable<Uint8Array> };

export type TableFormat = "csv" | "xlsx" | "ods" | "geojson" | "ndjson" | "overpass" | "json";

/** One record. `fields` are the cells in order, before naming; `geometry` is the GeoJSON geometry of a feature. */
export type TableRow = {
  line: number;
  cells: Readonly<Record<string, string | null>>;
  fields?: readonly string[];
  geometry?: unknown;
};

export type OpenedTable = {
  format: TableFormat;
  encoding: string;
  delimiter: string | null;
  sheet: string | null;
  headers: readonly string[];
  /** Batches, so that a million rows don't cost a million promises. */
  rows: AsyncGenerator<TableRow[]>;
};

export type TableOptions = {
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  format?: TableFormat;
};

export const batchRows = 2_000;
export const longestRecord = 2_000_000;
export const mostColumns = 1_000;
