/**
 * Which parts of the log a proof is made of. A range is a run of entries whose hash stands in the proof; it is either a
 * complete subtree or the ragged right end of the log, which is hashed from complete ones.
 */
export type LeafRange = { start: number; end: number };

/** A complete subtree: the hashes of the entries index × 2^level up to (index + 1) × 2^level. */
export type TreeNode = { level: number; index: number };

/** The largest power of two smaller than `size`, from 2 up: where RFC 9162 splits a tree. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * The ranges of the inclusion proof of an entry, nearest to the entry first.
 *
 * Formula: PATH(m, D[n]) of RFC 9162 §2.1.3.1.
 *
 * Throws a RangeError unless 0 ≤ index < size.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isPlace(index) || !isPlace(size) || index >= size) {
    throw new RangeError("an entry's place is below the size of the log");
  }
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges of the proof that a log of `size` entries continues one of `earlier` entries.
 *
 * Formula: PROOF(m, D[n]) of RFC 9162 §2.1.4.1; empty when nothing was there, or nothing was added.
 *
 * Throws a RangeError unless 0 ≤ earlier ≤ size.
 */
export function consistencyRanges(earlier: number, size: number): LeafRange[] {
  if (!isPlace(earlier) || !isPlace(size) || earlier > size) {
    throw new RangeError("an earlier log is no longer than a later one");
  }
  if (earlier === 0 || earlier === size) return [];
  const ranges: LeafRange[] = [];
  let [start, end, isWhole] = [0, size, true];
  while (earlier !== end) {
    const middle = start + splitOf(end - start);
    if (earlier <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      isWhole = false;
    }
  }
  if (!isWhole) ranges.push({ start, end });
  return ranges.reverse();
}

/** The complete subtrees that make up a range of a proof, or a whole log, left to right, largest first. */
export function nodesOf({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  let at = start;
  while (at < end) {
    let [level, width] = [0, 1];
    while (width * 2 <= end - at) {
      level += 1;
      width *= 2;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}
