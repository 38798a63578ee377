import { present } from "#domain/presence/present.ts";
import { type CameraFilter, isYearWithin, listFacets } from "./camera-filter.ts";

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

export type FacetScan = {
  /**
   * 0 for a camera that passes everything; otherwise one bit per facet it fails (bit n for the n-th facet of
   * `facets`), bit 14 for a search it is not among, bit 15 for the box it is outside.
   */
  fails: Uint16Array;
  matching: number;
  /**
   * For each facet, how many cameras have each value among those that pass every other facet: what the reader
   * would see on choosing that value. `bits` columns count per bit.
   */
  counts: ReadonlyMap<string, Uint32Array>;
  /** Matching cameras per cell of the grid, row by row from the south-west corner of the box. */
  bins: Uint32Array | null;
};

type CodeColumn = FacetColumn & { values: Uint8Array | Uint16Array | Uint32Array };

const searchBit = 1 << 14;
const boxBit = 1 << 15;

/** Facets in the order of their bits. */
export const facets: readonly string[] = [...listFacets, "year"];

/**
 * One look at every camera: which pass the filter, the search and the box, how many have each value of each facet,
 * and how many fall in each cell of a grid. Each step is one loop over one typed array; no index is kept, so
 * changing the filter costs one scan (about 10 ms for a million cameras).
 */
export function scanCameras(
  source: FacetSource,
  filter: CameraFilter,
  options: {
    /** Facets to count; those whose column has not arrived are left out. */
    count?: readonly string[];
    box?: FacetBox;
    grid?: { columns: number; rows: number };
    /** 1 for each camera that the text search found, when there is a search. */
    found?: Uint8Array | null;
  } = {},
): FacetScan {
  const { box, grid, found } = options;
  const fails = new Uint16Array(source.count);
  for (const column of source.columns) {
    const bit = facetBit(column.name);
    if (bit !== 0 && isCoded(column)) markFailing(fails, column, bit, filter);
  }
  if (found) markUnfound(fails, found);
  if (box) markOutside(fails, source, box);
  const matching = countZeros(fails);
  const names = options.count ?? [];
  const isCounted = names.length > 0 || (box && grid);
  const passing = isCounted ? rowsWithout(fails, 0xffff, matching) : new Uint32Array();
  return {
    fails,
    matching,
    counts: countFacets({ fails, passing, filter }, source, names),
    bins: box && grid ? countBins(passing, source, box, grid) : null,
  };
}

type Scanned = { fails: Uint16Array; passing: Uint32Array; filter: CameraFilter };

function countFacets(
  { fails, passing, filter }: Scanned,
  source: FacetSource,
  names: readonly string[],
) {
  const counts = new Map<string, Uint32Array>();
  for (const name of names) {
    const column = source.columns.find((candidate) => candidate.name === name);
    if (!column || !isCoded(column)) continue;
    const bit = facetBit(name);
    // Only a facet by which something is refused has other cameras to count than those that pass.
    const isFiltered = bit !== 0 && refusedValues(column, bit, filter) !== null;
    const rows = isFiltered ? rowsWithout(fails, 0xffff & ~bit, fails.length) : passing;
    counts.set(name, countValues(rows, column));
  }
  return counts;
}

/** Rows that have none of these bits, in order; `most` is a bound on how many there are. */
function rowsWithout(fails: Uint16Array, bits: number, most: number): Uint32Array {
  const rows = new Uint32Array(most);
  let found = 0;
  for (let i = 0; i < fails.length; i++) {
    if (((fails[i] as number) & bits) !== 0) continue;
    rows[found] = i;
    found += 1;
  }
  return rows.subarray(0, found);
}

function facetBit(name: string): number {
  const place = facets.indexOf(name);
  return place < 0 ? 0 : 1 << place;
}

function isCoded(column: FacetColumn): column is CodeColumn {
  return column.kind !== "text";
}

/** Sets the bit on every camera whose value is not chosen, through a table of the refused values. */
function markFailing(
  fails: Uint16Array,
  column: CodeColumn,
  bit: number,
  filter: CameraFilter,
): void {
  const refused = refusedValues(column, bit, filter);
  if (!refused) return;
  const { values } = column;
  for (let i = 0; i < fails.length; i++) {
    fails[i] = (fails[i] as number) | (refused[values[i] as number] as number);
  }
}

function refusedValues(column: CodeColumn, bit: number, filter: CameraFilter): Uint16Array | null {
  const names = present(column.dictionary);
  if (column.name === "year") {
    if (filter.from === null && filter.to === null) return null;
    return Uint16Array.from(names, (name) => (isYearWithin(filter, Number(name)) ? 0 : bit));
  }
  const wanted: readonly string[] = filter[column.name as (typeof listFacets)[number]];
  if (wanted.length === 0) return null;
  if (column.kind !== "bits") {
    return Uint16Array.from(names, (name) => (name !== "" && wanted.includes(name) ? 0 : bit));
  }
  const mask = names.reduce((bits, name, n) => (wanted.includes(name) ? bits | (1 << n) : bits), 0);
  return Uint16Array.from({ length: 2 ** names.length }, (_, bits) => (bits & mask ? 0 : bit));
}

function markUnfound(fails: Uint16Array, found: Uint8Array): void {
  for (let i = 0; i < fails.length; i++) {
    if (found[i] === 0) fails[i] = (fails[i] as number) | searchBit;
  }
}

function markOutside(fails: Uint16Array, { positions }: FacetSource, box: FacetBox): void {
  if (!positions) return;
  const { longitude, latitude } = positions;
  const [west, south, east, north] = box;
  for (let i = 0; i < fails.length; i++) {
    const x = longitude[i] as number;
    const y = latitude[i] as number;
    if (x < west || x > east || y < south || y > north) fails[i] = (fails[i] as number) | boxBit;
  }
}

/**
 * How many of the rows have each value. Two tallies by turns: neighbours often have the same value, and a processor
 * waits before it adds to a number that it has just written.
 */
function countValues(
  rows: Uint32Array,
  { values, dictionary = [], kind }: CodeColumn,
): Uint32Array {
  const size = kind === "bits" ? 2 ** dictionary.length : dictionary.length;
  const counts = new Uint32Array(size);
  const others = new Uint32Array(size);
  const last = rows.length - 1;
  for (let i = 0; i < last; i += 2) {
    const value = values[rows[i] as number] as number;
    const other = values[rows[i + 1] as number] as number;
    counts[value] = (counts[value] as number) + 1;
    others[other] = (others[other] as number) + 1;
  }
  if (rows.length % 2 === 1) {
    const value = values[rows[last] as number] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  for (let value = 0; value < size; value++)
    counts[value] = (counts[value] as number) + (others[value] as number);
  return kind === "bits" ? countsPerBit(counts, dictionary.length) : counts;
}

function countsPerBit(combinations: Uint32Array, bits: number): Uint32Array {
  return Uint32Array.from({ length: bits }, (_, n) =>
    combinations.reduce((sum, count, value) => (value & (1 << n) ? sum + count : sum), 0),
  );
}

function countBins(
  passing: Uint32Array,
  { positions }: FacetSource,
  [west, south, east, north]: FacetBox,
  { columns, rows }: { columns: number; rows: number },
): Uint32Array {
  const bins = new Uint32Array(columns * rows);
  if (!positions) return bins;
  const { longitude, latitude } = positions;
  const perX = columns / (east - west + 1);
  const perY = rows / (north - south + 1);
  for (let i = 0; i < passing.length; i++) {
    const row = passing[i] as number;
    const x = ((longitude[row] as number) - west) * perX;
    const y = ((latitude[row] as number) - south) * perY;
    const bin = (y | 0) * columns + (x | 0);
    bins[bin] = (bins[bin] as number) + 1;
  }
  return bins;
}

function countZeros(fails: Uint16Array): number {
  let zeros = 0;
  for (let i = 0; i < fails.length; i++) zeros += fails[i] === 0 ? 1 : 0;
  return zeros;
}
