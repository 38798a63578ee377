import { present } from "#domain/presence/present.ts";
import { type CameraFilter, isYearWithin, listFacets } from "./camera-filter.ts";
import {
  countBins,
  countColumn,
  countPassing,
  createScanRoom,
  type Marks,
  noRows,
  type Scanned,
  type ScanRoom,
  splitRows,
} from "./facet-counts.ts";
import { type CodeColumn, type FacetBox, type FacetSource, isCoded } from "./facet-source.ts";
import { extentOf, holdsAll } from "./positions-extent.ts";

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

const searchBit = 1 << 14;
const boxBit = 1 << 15;

/** Facets in the order of their bits. */
export const facets: readonly string[] = [...listFacets, "year"];

/**
 * One look at every camera: which pass the filter, the search and the box, how many have each value of each facet,
 * and how many fall in each cell of a grid. Each step is one loop over one typed array; no index is kept, so
 * changing the filter costs one scan (about 5 ms for a million cameras).
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
    /** At least as large as the source; what is returned then lasts until the next scan in it. */
    room?: ScanRoom;
  } = {},
): FacetScan {
  const { box, grid, count: names = [], room } = options;
  const fails = room ? room.fails.subarray(0, source.count).fill(0) : new Uint16Array(source.count);
  const marks = markAll(fails, source, filter, options);
  const isGridded = box !== undefined && grid !== undefined;
  const isSplit = isGridded || (names.length > 0 && marks.refusing !== 0);
  const rows = isSplit ? splitRows(fails, marks, room ?? createScanRoom(source.count)) : noRows;
  return {
    fails,
    matching: isSplit ? rows.passing.length : countPassing(fails),
    counts: countColumns({ fails, ...marks, ...rows }, source, names),
    bins: isGridded ? countBins(rows.passing, source, box, grid) : null,
  };
}

/** Sets every bit by which a camera fails. */
function markAll(
  fails: Uint16Array,
  source: FacetSource,
  filter: CameraFilter,
  { found, box }: { found?: Uint8Array | null; box?: FacetBox },
): Marks {
  let refusing = 0;
  for (const column of source.columns) {
    const bit = facetBit(column.name);
    if (bit !== 0 && isCoded(column) && markFailing(fails, column, bit, filter)) refusing |= bit;
  }
  if (found && markUnfound(fails, found)) refusing |= searchBit;
  if (!box || !source.positions) return { refusing, listed: undefined };
  const extent = extentOf(source.positions);
  if (!holdsAll(box, extent)) {
    markOutside(fails, source.positions, box);
    return { refusing: refusing | boxBit, listed: undefined };
  }
  for (const row of extent.unplaced) fails[row] = (fails[row] as number) | boxBit;
  return { refusing: refusing | boxBit, listed: { bit: boxBit, rows: extent.unplaced } };
}

function countColumns(
  scanned: Scanned,
  source: FacetSource,
  names: readonly string[],
): FacetScan["counts"] {
  const counts = new Map<string, Uint32Array>();
  for (const name of names) {
    const column = source.columns.find((candidate) => candidate.name === name);
    if (column && isCoded(column)) counts.set(name, countColumn(scanned, column, facetBit(name)));
  }
  return counts;
}

function facetBit(name: string): number {
  const place = facets.indexOf(name);
  return place < 0 ? 0 : 1 << place;
}

/** Sets the bit on every camera whose value is not chosen, through a table of the refused values. */
function markFailing(
  fails: Uint16Array,
  column: CodeColumn,
  bit: number,
  filter: CameraFilter,
): boolean {
  const refused = refusedValues(column, bit, filter);
  if (!refused) return false;
  const { values } = column;
  for (let i = 0; i < fails.length; i++) {
    fails[i] = (fails[i] as number) | (refused[values[i] as number] as number);
  }
  return true;
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

function markUnfound(fails: Uint16Array, found: Uint8Array): boolean {
  for (let i = 0; i < fails.length; i++) {
    if (found[i] === 0) fails[i] = (fails[i] as number) | searchBit;
  }
  return true;
}

function markOutside(
  fails: Uint16Array,
  { longitude, latitude }: NonNullable<FacetSource["positions"]>,
  [west, south, east, north]: FacetBox,
): void {
  for (let i = 0; i < fails.length; i++) {
    const x = longitude[i] as number;
    const y = latitude[i] as number;
    const isOut = x < west || x > east || y < south || y > north;
    if (isOut) fails[i] = (fails[i] as number) | boxBit;
  }
}
