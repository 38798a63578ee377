import { type Hash, joinBytes } from "./merkle-hash.ts";
import { nodesOf } from "./merkle-ranges.ts";
import { foldNodes } from "./merkle-tree.ts";
import { hashComplete, TILE_WIDTH, type Tile } from "./tiles.ts";

export type BuiltTile = { tile: Tile; bytes: Uint8Array };

/** One level of the tree: its rightmost tile, as far as it is filled. */
type Level = { index: number; hashes: Uint8Array[]; isChanged: boolean };

/** The partial tiles of a log of `size` entries, lowest level first: what must be known to go on from there. */
export function partialTilesOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    tiles.push({ level, index: Math.floor(count / TILE_WIDTH), width: count % TILE_WIDTH });
  }
  return tiles;
}

/** The tiles of a log that grows by one leaf after another. */
export class GrowingTiles {
  readonly #hash: Hash;
  readonly #levels: Level[] = [];
  #full: BuiltTile[] = [];
  #size: number;

  /** `partial` are the hashes in the tiles that `partialTilesOf(size)` names, in its order. */
  constructor(hash: Hash, size = 0, partial: readonly (readonly Uint8Array[])[] = []) {
    this.#hash = hash;
    this.#size = size;
    for (const [level, { index, width }] of partialTilesOf(size).entries()) {
      const hashes = [...(partial[level] ?? [])];
      if (hashes.length !== width) throw new RangeError("a partial tile has another width");
      this.#levels.push({ index, hashes, isChanged: false });
    }
  }

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    this.#push(0, leaf);
    this.#size += 1;
  }

  /** A full tile of leaves at once, with the hash over all of them; the lowest level must have no partial tile. */
  addTile(leaves: Uint8Array, top: Uint8Array): void {
    const level = this.#levels[0] ?? { index: 0, hashes: [], isChanged: false };
    if (level.hashes.length > 0) throw new RangeError("a tile starts at a multiple of its width");
    this.#full.push({ tile: { level: 0, index: level.index, width: TILE_WIDTH }, bytes: leaves });
    this.#levels[0] = { index: level.index + 1, hashes: [], isChanged: false };
    this.#size += TILE_WIDTH;
    this.#push(1, top);
  }

  #push(number: number, hash: Uint8Array): void {
    const level = this.#levels[number] ?? { index: 0, hashes: [], isChanged: false };
    this.#levels[number] = level;
    level.hashes.push(hash);
    level.isChanged = true;
    if (level.hashes.length < TILE_WIDTH) return;
    const tile = { level: number, index: level.index, width: TILE_WIDTH };
    this.#full.push({ tile, bytes: joinBytes(...level.hashes) });
    const above = hashComplete(this.#hash, level.hashes);
    this.#levels[number] = { index: level.index + 1, hashes: [], isChanged: false };
    this.#push(number + 1, above);
  }

  /** The tiles that were filled since the last time. */
  takeFull(): BuiltTile[] {
    const taken = this.#full;
    this.#full = [];
    return taken;
  }

  /** The tiles at the right edge that changed since the last time. */
  takePartial(): BuiltTile[] {
    return this.#levels.flatMap((level, number) => {
      const { index, hashes, isChanged } = level;
      level.isChanged = false;
      if (!isChanged || hashes.length === 0) return [];
      return [
        { tile: { level: number, index, width: hashes.length }, bytes: joinBytes(...hashes) },
      ];
    });
  }

  root(): Uint8Array {
    const nodes = this.#levels.toReversed().flatMap(({ hashes }) =>
      nodesOf({ start: 0, end: hashes.length }).map(({ level, index }) => {
        const width = 2 ** level;
        return hashComplete(this.#hash, hashes.slice(index * width, (index + 1) * width));
      }),
    );
    return foldNodes(this.#hash, nodes);
  }
}
