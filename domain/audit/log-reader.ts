import type { Hash } from "./merkle-hash.ts";
import { consistencyRanges, inclusionRanges, type LeafRange, nodesOf } from "./merkle-ranges.ts";
import { foldNodes } from "./merkle-tree.ts";
import { HASH_BYTES, hashComplete, hashesOfTile, tileOfNode, tilePath } from "./tiles.ts";

/** Gives the bytes of one of the log's files by its path, `tile/0/000`; undefined when there is none. */
export type LogReader = (path: string) => Promise<Uint8Array | undefined>;

/** A file that a proof needs is missing or cut short. */
export class LogIncomplete extends Error {}

async function hashRange(hash: Hash, read: LogReader, size: number, range: LeafRange) {
  const nodes = nodesOf(range).map(async (node) => {
    const { tile, from, count } = tileOfNode(node, size);
    const bytes = await read(tilePath(tile));
    if (bytes?.byteLength !== tile.width * HASH_BYTES) throw new LogIncomplete(tilePath(tile));
    return hashComplete(hash, hashesOfTile(bytes).slice(from, from + count));
  });
  return foldNodes(hash, await Promise.all(nodes));
}

/** The inclusion proof of an entry in the log of `size` entries, from its tiles. */
export function proveInclusion(
  hash: Hash,
  read: LogReader,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  const ranges = inclusionRanges(index, size);
  return Promise.all(ranges.map((range) => hashRange(hash, read, size, range)));
}

/** The proof that the log of `size` entries continues that of `earlier` entries, from its tiles. */
export function proveConsistency(
  hash: Hash,
  read: LogReader,
  earlier: number,
  size: number,
): Promise<Uint8Array[]> {
  const ranges = consistencyRanges(earlier, size);
  return Promise.all(ranges.map((range) => hashRange(hash, read, size, range)));
}

/** The root that the log had when it was `earlier` entries long, from the tiles of one of `size` entries. */
export function rootAt(
  hash: Hash,
  read: LogReader,
  earlier: number,
  size: number,
): Promise<Uint8Array> {
  return hashRange(hash, read, size, { start: 0, end: earlier });
}
