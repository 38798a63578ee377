import { present } from "#domain/presence/present.ts";
import { type Hash, hashNode } from "./merkle-hash.ts";
import type { TreeNode } from "./merkle-ranges.ts";

/** The tree cut into static files as C2SP `tlog-tiles` lays them out: 256 hashes of one level to a full tile. */

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
export const HASH_BYTES = 32;
const DEEPEST_LEVEL = 63;

/** A tile of hashes of the tree (`level` from 0), or a bundle of entries. Partial when narrower than 256. */
export type Tile = { level: number | "entries"; index: number; width: number };

/** Where a tile stands: `tile/0/x001/x234/067`, `tile/entries/000.p/12`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  const partial = width === TILE_WIDTH ? "" : `.p/${width}`;
  return `tile/${level}/${groups.join("/")}${partial}`;
}

const shape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that an address names; undefined when it names none, or names it in another spelling. */
export function readTilePath(path: string): Tile | undefined {
  const [, named = "", groups = "", partial] = shape.exec(path) ?? [];
  if (named === "") return undefined;
  const level = named === "entries" ? named : Number(named);
  const tile: Tile = {
    level,
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const isKnown = level === "entries" || level <= DEEPEST_LEVEL;
  return isKnown && tilePath(tile) === path ? tile : undefined;
}

/** How many entries one hash of a level stands for. */
function entriesPerHash(level: number): number {
  return TILE_WIDTH ** level;
}

/** The tiles of a log of `size` entries that one of `earlier` entries did not have, level by level. */
export function tilesAdded(earlier: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; Math.floor(size / entriesPerHash(level)) > 0; level += 1) {
    const hashesAt = (entries: number) => Math.floor(entries / entriesPerHash(level));
    const [from, to] = [hashesAt(earlier), hashesAt(size)];
    for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index += 1) {
      const width = Math.min(TILE_WIDTH, to - index * TILE_WIDTH);
      const isNew = index * TILE_WIDTH + width > from;
      if (isNew) tiles.push({ level, index, width });
    }
  }
  return tiles;
}

/** The bundles of entries that a log of `size` entries has and one of `earlier` entries did not. */
export function bundlesAdded(earlier: number, size: number): Tile[] {
  return tilesAdded(earlier, size)
    .filter(({ level }) => level === 0)
    .map((tile) => ({ ...tile, level: "entries" as const }));
}

/** The tile of a log of `size` entries that a node of its tree is in, and which of the tile's hashes it is made of. */
export function tileOfNode(
  { level, index }: TreeNode,
  size: number,
): { tile: Tile; from: number; count: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  const tileIndex = Math.floor(first / TILE_WIDTH);
  const hashes = Math.floor(size / entriesPerHash(tileLevel));
  const width = Math.min(TILE_WIDTH, hashes - tileIndex * TILE_WIDTH);
  return {
    tile: { level: tileLevel, index: tileIndex, width },
    from: first % TILE_WIDTH,
    count,
  };
}

/** The hashes that a tile's bytes hold. */
export function hashesOfTile(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.byteLength / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
}

/** The hash of a complete subtree over these hashes, whose number is a power of two. */
export function hashComplete(hash: Hash, hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const below = row;
    row = Array.from({ length: below.length / 2 }, (_, n) =>
      hashNode(hash, below[2 * n] as Uint8Array, below[2 * n + 1] as Uint8Array),
    );
  }
  const [top] = row;
  if (!top) throw new RangeError("a subtree has at least one entry");
  return top;
}

/** Before each entry of a bundle. */
export const LENGTH_BYTES = 2;

/** A bundle's bytes: each entry after its length in two bytes, most significant first. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(
    entries.reduce((sum, entry) => sum + LENGTH_BYTES + entry.byteLength, 0),
  );
  let at = 0;
  for (const entry of entries) {
    bytes[at] = Math.floor(entry.byteLength / 256);
    bytes[at + 1] = entry.byteLength % 256;
    bytes.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.byteLength;
  }
  return bytes;
}

/** The entries of a bundle; undefined when its bytes are cut short. */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    const length = present(bytes[at]) * 256 + (bytes[at + 1] ?? Number.NaN);
    const end = at + LENGTH_BYTES + length;
    if (!(end <= bytes.byteLength)) return undefined;
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}
