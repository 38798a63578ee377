import { present } from "#domain/presence/present.ts";
import type { CodeColumn, FacetBox, FacetSource } from "./facet-source.ts";

/** Room for a scan: who scans again and again keeps it, since new arrays of a million rows cost as much as the scan. */
export type ScanRoom = Readonly<
  Record<"passing" | "failing" | "failingOnce", Uint32Array> & { fails: Uint16Array }
>;

/** Room for scans of `count` rows. */
export function createScanRoom(count: number): ScanRoom {
  return {
    fails: new Uint16Array(count),
    passing: new Uint32Array(count),
    failing: new Uint32Array(count),
    failingOnce: new Uint32Array(count),
  };
}

export type Marks = {
  /** Bits that at least one camera may have. */
  refusing: number;
  /** One of them whose rows are few, and known one by one. */
  listed: { bit: number; rows: Uint32Array } | undefined;
};

/** Rows in order: that pass everything, that fail by anything, that fail by one thing alone. */
type SplitRows = Readonly<Record<"passing" | "failing" | "failingOnce", Uint32Array>>;

/** With one bit per thing by which each camera fails. */
export type Scanned = Marks & SplitRows & { fails: Uint16Array };

const none = new Uint32Array();
export const noRows: SplitRows = { passing: none, failing: none, failingOnce: none };

/** 1 for 0, 0 for whatever is above. */
const isZero = (value: number) => (value - 1) >>> 31;

/**
 * Without a branch: a processor that guesses wrong at every fifth camera loses more than it writes in vain. Who fails once is
 * asked only where several facets refuse.
 */
export function splitRows(
  fails: Uint16Array,
  { refusing, listed }: Marks,
  room: ScanRoom,
): SplitRows {
  const { passing, failing } = room;
  let passed = 0;
  for (let i = 0; i < fails.length; i++) {
    passing[passed] = i;
    failing[i - passed] = i;
    passed += isZero(fails[i] as number);
  }
  const failed = failing.subarray(0, fails.length - passed);
  const unlisted = refusing & ~(listed?.bit ?? 0);
  const isOneFacet = (unlisted & (unlisted - 1)) === 0;
  return {
    passing: passing.subarray(0, passed),
    failing: failed,
    failingOnce: isOneFacet ? none : rowsFailingOnce(fails, failed, room.failingOnce),
  };
}

function rowsFailingOnce(fails: Uint16Array, failing: Uint32Array, into: Uint32Array): Uint32Array {
  let found = 0;
  for (let i = 0; i < failing.length; i++) {
    const row = failing[i] as number;
    const bits = fails[row] as number;
    into[found] = row;
    // Without its lowest bit nothing is left.
    found += isZero(bits & (bits - 1));
  }
  return into.subarray(0, found);
}

/** How many cameras pass every filter: those without a bit of failure. */
export function countPassing(fails: Uint16Array): number {
  let passing = 0;
  for (let i = 0; i < fails.length; i++) passing += isZero(fails[i] as number);
  return passing;
}

/** How many cameras have each value, or each bit, among those that pass everything but this column's own facet. */
export function countColumn(scanned: Scanned, column: CodeColumn, bit: number): Uint32Array {
  const values = countWithoutOwn(scanned, column, bit);
  return column.kind === "bits" ? countsPerBit(values, present(column.dictionary).length) : values;
}

/** Values of the cameras that pass, or fail by this facet alone. */
function countWithoutOwn(scanned: Scanned, column: CodeColumn, bit: number): Uint32Array {
  const { refusing, listed, passing, failing } = scanned;
  const others = refusing & ~bit;
  if (others === 0) return Uint32Array.from(totalsOf(column));
  if (listed && others === listed.bit)
    return subtract(totalsOf(column), countValues(listed.rows, column));
  // Whichever are fewer are counted: the others are the rest.
  const counts =
    passing.length <= failing.length
      ? countValues(passing, column)
      : subtract(totalsOf(column), countValues(failing, column));
  if ((refusing & bit) !== 0) addFailingBy(bit, counts, scanned, column);
  return counts;
}

function addFailingBy(
  bit: number,
  counts: Uint32Array,
  { fails, failingOnce }: Scanned,
  { values }: CodeColumn,
): void {
  for (let i = 0; i < failingOnce.length; i++) {
    const row = failingOnce[i] as number;
    const value = values[row] as number;
    counts[value] = (counts[value] as number) + isZero((fails[row] as number) ^ bit);
  }
}

function subtract(all: Uint32Array, some: Uint32Array): Uint32Array {
  return all.map((count, value) => count - (some[value] as number));
}

const totals = new WeakMap<CodeColumn["values"], Uint32Array>();

/** How many cameras have each value, whatever the filter: counted once per column. */
function totalsOf(column: CodeColumn): Uint32Array {
  const known = totals.get(column.values);
  if (known) return known;
  const counted = new Uint32Array(sizeOf(column));
  for (const value of column.values) counted[value] = (counted[value] as number) + 1;
  totals.set(column.values, counted);
  return counted;
}

function sizeOf({ kind, dictionary = [] }: CodeColumn): number {
  return kind === "bits" ? 2 ** dictionary.length : dictionary.length;
}

/**
 * How many of the rows have each value. Two tallies by turns: neighbours often have the same value, and a processor
 * waits before it adds to a number that it has just written.
 */
function countValues(rows: Uint32Array, column: CodeColumn): Uint32Array {
  const { values } = column;
  const counts = new Uint32Array(sizeOf(column));
  const others = new Uint32Array(counts.length);
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
  for (let value = 0; value < counts.length; value++)
    counts[value] = (counts[value] as number) + (others[value] as number);
  return counts;
}

function countsPerBit(combinations: Uint32Array, bits: number): Uint32Array {
  return Uint32Array.from({ length: bits }, (_, n) =>
    combinations.reduce((sum, count, value) => (value & (1 << n) ? sum + count : sum), 0),
  );
}

/** How many of the rows fall in each cell, row by row from the south-west corner of the box. */
export function countBins(
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
