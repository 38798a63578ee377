import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesOf } from "#domain/audit/merkle-ranges.ts";
import { foldNodes } from "#domain/audit/merkle-tree.ts";
import {
  bundlesAdded,
  decodeBundle,
  encodeBundle,
  hashComplete,
  hashesOfTile,
  readTilePath,
  type Tile,
  tileOfNode,
  tilePath,
  tilesAdded,
} from "#domain/audit/tiles.ts";
import { numberedLeaves, sha256, treeByDefinition } from "./published-tree.ts";

const widths = (tiles: readonly Tile[], level: number) =>
  tiles.filter((tile) => tile.level === level).map(({ width }) => width);

describe("the address of a tile (C2SP tlog-tiles)", () => {
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, "tile/0/x001/x234/067"],
    [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
    [{ level: 2, index: 1000, width: 1 }, "tile/2/x001/000.p/1"],
    [{ level: "entries", index: 273, width: 112 }, "tile/entries/273.p/112"],
  ] satisfies [Tile, string][])("%o is %s", (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(readTilePath(path)).toEqual(tile);
  });

  it.each([
    "",
    "tile/0/0",
    "tile/00/000",
    "tile/64/000",
    "tile/0/x000/001",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/0/../../signing-key",
    "tile/entries/",
    "/tile/0/000",
    "tile/0/000\n",
  ])("%j is none", (path) => {
    expect(readTilePath(path)).toBeUndefined();
  });
});

describe("the tiles of a log", () => {
  it("are those of the specification's examples", () => {
    const tiles = tilesAdded(0, 70_000);
    expect(widths(tiles, 0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
    expect(widths(tiles, 1)).toEqual([256, 17]);
    expect(widths(tiles, 2)).toEqual([1]);
    expect(tilesAdded(0, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(tilesAdded(0, 0)).toEqual([]);
    expect(tilesAdded(70_000, 70_000)).toEqual([]);
  });

  it("that are added are those that were not there", () => {
    fc.assert(
      fc.property(fc.nat(140_000), fc.nat(2_000), (earlier, more) => {
        const path = (tiles: readonly Tile[]) => tiles.map(tilePath);
        const before = new Set(path(tilesAdded(0, earlier)));
        const fresh = path(tilesAdded(0, earlier + more)).filter((tile) => !before.has(tile));
        expect(path(tilesAdded(earlier, earlier + more))).toEqual(fresh);
      }),
      { numRuns: 30 },
    );
    expect(bundlesAdded(255, 257).map(tilePath)).toEqual([
      "tile/entries/000",
      "tile/entries/001.p/1",
    ]);
  });

  it("hold every node of the tree", () => {
    const leaves = numberedLeaves(700);
    const bytesOf = ({ level, index, width }: Tile) => {
      const span = 256 ** Number(level);
      const hashes = Array.from({ length: width }, (_, n) =>
        treeByDefinition(leaves.slice((index * 256 + n) * span, (index * 256 + n + 1) * span)),
      );
      return Buffer.concat(hashes);
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (size) => {
        const known = new Set(tilesAdded(0, size).map(tilePath));
        const nodes = nodesOf({ start: 0, end: size }).map((node) => {
          const { tile, from, count } = tileOfNode(node, size);
          expect(known).toContain(tilePath(tile));
          const hashes = hashesOfTile(bytesOf(tile)).slice(from, from + count);
          expect(hashes).toHaveLength(count);
          return hashComplete(sha256, hashes);
        });
        expect(Buffer.from(foldNodes(sha256, nodes))).toEqual(
          Buffer.from(treeByDefinition(leaves.slice(0, size))),
        );
      }),
      { numRuns: 40 },
    );
    expect(() => hashComplete(sha256, [])).toThrow(RangeError);
  });
});

describe("a bundle of entries", () => {
  it("gives back what it was made of", () => {
    const entry = fc.uint8Array({ maxLength: 600 });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const bytes = encodeBundle(entries);
        expect(decodeBundle(bytes)?.map((found) => Buffer.from(found))).toEqual(
          entries.map((given) => Buffer.from(given)),
        );
      }),
    );
    expect(Buffer.from(encodeBundle([Uint8Array.of(7, 8), new Uint8Array()])).toString("hex")).toBe(
      "000207080000",
    );
  });

  it("is refused when it is cut short", () => {
    const bytes = encodeBundle([Uint8Array.of(7, 8)]);
    expect(decodeBundle(bytes.subarray(0, 3))).toBeUndefined();
    expect(decodeBundle(bytes.subarray(0, 1))).toBeUndefined();
    expect(decodeBundle(Uint8Array.of(...bytes, 0))).toBeUndefined();
  });
});
