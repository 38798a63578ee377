/**
 * A set of points with small attribute columns, as typed arrays.
 * Positions are integers in units of 1e-5 degree (about 1.1 m). Row order is the identity of a row:
 * two files of the same release list the same points in the same order.
 */
export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

export type PointColumn =
  /** `codes` index the dictionary; `bits` have bit n set for dictionary[n]; `numbers` have no dictionary. */
  | {
      name: string;
      kind: "codes" | "bits" | "numbers";
      values: CodeArray;
      dictionary?: readonly string[] | undefined;
    }
  | { name: string; kind: "text"; values: readonly string[] };

/** West, south, east, north, in units of 1e-5 degree, inclusive. */
export type PointBox = readonly [number, number, number, number];

export type ColumnarPoints = {
  /** Free identification of the file: city, release… Strings only, so that it stays comparable. */
  about: Readonly<Record<string, string>>;
  count: number;
  /** Absent in a companion file that only adds columns to the points of another. */
  positions: { latitude: Int32Array; longitude: Int32Array } | null;
  columns: readonly PointColumn[];
};

export class PointColumnsError extends Error {
  override name = "PointColumnsError";
}

/** "PCOL" read as four ASCII bytes. */
export const magic = [0x50, 0x43, 0x4f, 0x4c] as const;
export const schemaVersion = 1;
/** magic, version, padding, checksum, header length. */
export const preambleBytes = 16;
/** A guard against hostile headers, far above any country. */
export const maximumPoints = 20_000_000;
export const maximumColumns = 256;

export type ColumnLayout = {
  name: string;
  kind: PointColumn["kind"];
  dictionary?: readonly string[] | undefined;
  /** Bytes per value once decoded. */
  width: 1 | 2 | 4;
  /** The values that occur, when few enough to be written as ranks packed several to a byte. */
  used?: readonly number[] | undefined;
  /** Length of the section in bytes. */
  length: number;
};

export type PointColumnsHeader = {
  version: number;
  about: Readonly<Record<string, string>>;
  count: number;
  bbox: PointBox | null;
  /** Morton code of the first point. */
  first: number;
  /** Number of byte planes of the position deltas. */
  planes: number;
  columns: readonly ColumnLayout[];
};

/** How many base-`distinct` digits fit one byte; 0 when a single value needs no byte at all. */
export function valuesPerByte(distinct: number): number {
  if (distinct <= 1) return 0;
  return Math.floor(Math.log(256) / Math.log(distinct) + 1e-9);
}

/** Adler-32 (RFC 1950), enough to tell a damaged or mixed-up file from a sound one. */
export function checksum(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += 3800) {
    const end = Math.min(start + 3800, bytes.length);
    for (let i = start; i < end; i++) {
      low += bytes[i] as number;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
