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
  return {
    fails,
    matching: countZeros(fails),
    counts: countFacets(fails, source, options.count ?? []),
    bins: box && grid ? countBins(fails, source, box, grid) : null,
  };
}

function countFacets(fails: Uint16Array, source: FacetSource, names: readonly string[]) {
  const counts = new Map<string, Uint32Array>();
  for (const name of names) {
    const column = source.columns.find((candidate) => candidate.name === name);
    if (column && isCoded(column)) counts.set(name, countValues(fails, column));
  }
  return counts;
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
  const names = column.dictionary ?? [];
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

function countValues(fails: Uint16Array, column: CodeColumn): Uint32Array {
  const { values, dictionary = [], kind } = column;
  const others = 0xffff & ~facetBit(column.name);
  const counts = new Uint32Array(kind === "bits" ? 2 ** dictionary.length : dictionary.length);
  for (let i = 0; i < fails.length; i++) {
    const passes = ((fails[i] as number) & others) === 0 ? 1 : 0;
    const value = values[i] as number;
    counts[value] = (counts[value] as number) + passes;
  }
  return kind === "bits" ? countsPerBit(counts, dictionary.length) : counts;
}

function countsPerBit(combinations: Uint32Array, bits: number): Uint32Array {
  return Uint32Array.from({ length: bits }, (_, n) =>
    combinations.reduce((sum, count, value) => (value & (1 << n) ? sum + count : sum), 0),
  );
}

function countBins(
  fails: Uint16Array,
  { positions }: FacetSource,
  [west, south, east, north]: FacetBox,
  { columns, rows }: { columns: number; rows: number },
): Uint32Array {
  const bins = new Uint32Array(columns * rows);
  if (!positions) return bins;
  const { longitude, latitude } = positions;
  const perX = columns / (east - west + 1);
  const perY = rows / (north - south + 1);
  for (let i = 0; i < fails.length; i++) {
    if (fails[i] !== 0) continue;
    const x = ((longitude[i] as number) - west) * perX;
    const y = ((latitude[i] as number) - south) * perY;
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
