/** A column of small integers, as the snapshot decodes it. Text columns are of no use here. */
export type FacetColumn = {
  name: string;
  kind: "codes" | "bits" | "numbers" | "text";
  values: Uint8Array | Uint16Array | Uint32Array | readonly string[];
  dictionary?: readonly string[] | undefined;
};

export type FacetSource = {
  count: number;
  positions: { latitude: Int32Array; longitude: Int32Array } | null;
  columns: readonly FacetColumn[];
};

/** West, south, east, north, in units of 1e-5 degree, inclusive. */
export type FacetBox = readonly [number, number, number, number];

export type CodeColumn = FacetColumn & { values: Uint8Array | Uint16Array | Uint32Array };

/** Whether a column holds small integers, which can be counted. */
export function isCoded(column: FacetColumn): column is CodeColumn {
  return column.kind !== "text";
}
