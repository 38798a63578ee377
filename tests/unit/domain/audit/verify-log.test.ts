import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAuditEntry } from "#domain/audit/audit-entry.ts";
import { GrowingTiles, partialTilesOf } from "#domain/audit/growing-tiles.ts";
import {
  LogIncomplete,
  proveConsistency,
  proveInclusion,
  rootAt,
} from "#domain/audit/log-reader.ts";
import { hashLeaf } from "#domain/audit/merkle-hash.ts";
import { verifyConsistency, verifyInclusion } from "#domain/audit/merkle-tree.ts";
import { encodeBundle, hashesOfTile, tilePath } from "#domain/audit/tiles.ts";
import { verifyLog } from "#domain/audit/verify-log.ts";
import { numberedLeaves, sha256, treeByDefinition } from "./published-tree.ts";

const text = (index: number, at = new Date(Date.UTC(2026, 10, 26) + index * 1_000)) =>
  encodeAuditEntry({
    version: 1,
    index,
    at: at.toISOString(),
    city: null,
    actor: "system",
    action: "role-expired",
    subject: `account a${index}`,
    detail: { index: 3, at: "x" },
  });

/** The files of a log of these entries, as a publisher would write them at once. */
function filesOf(entries: readonly string[]) {
  const files = new Map<string, Uint8Array>();
  const tiles = new GrowingTiles(sha256);
  const bytes = entries.map((entry) => Uint8Array.from(Buffer.from(entry)));
  for (const entry of bytes) tiles.add(hashLeaf(sha256, entry));
  for (const built of [...tiles.takeFull(), ...tiles.takePartial()]) {
    files.set(tilePath(built.tile), built.bytes);
  }
  for (let start = 0; start < bytes.length; start += 256) {
    const bundle = bytes.slice(start, start + 256);
    const tile = { level: "entries", index: start / 256, width: bundle.length } as const;
    files.set(tilePath(tile), encodeBundle(bundle));
  }
  const checkpoint = { origin: "a", size: entries.length, root: Uint8Array.from(tiles.root()) };
  return { files, checkpoint, read: (path: string) => Promise.resolve(files.get(path)) };
}

const verify = (log: ReturnType<typeof filesOf>, tiles = true) =>
  verifyLog({ hash: sha256, read: log.read, checkpoint: log.checkpoint, tiles });
const entries = Array.from({ length: 600 }, (_, n) => text(n));

describe("a log that is verified from its files", () => {
  it("leaves the bytes that it is given as they are, and hands their entries on", async () => {
    const log = filesOf(entries);
    const given = new Map([...log.files].map(([path, bytes]) => [path, Buffer.from(bytes)]));
    const seen: string[] = [];
    const found = await verifyLog({
      ...{ hash: sha256, checkpoint: log.checkpoint, tiles: true },
      read: (path) => Promise.resolve(given.get(path)),
      onEntries: (start, bundle) => {
        expect(start).toBe(seen.length);
        seen.push(...bundle.map((entry) => Buffer.from(entry).toString()));
        return Promise.resolve([]);
      },
    });
    expect(found.problems).toEqual([]);
    expect(seen).toEqual(entries);
    for (const [path, bytes] of given)
      expect(bytes.equals(log.files.get(path) ?? Buffer.of())).toBe(true);
  });

  it.each([0, 1, 255, 256, 257, 512, 600])("is whole with %i entries", async (size) => {
    const log = filesOf(entries.slice(0, size));
    const found = await verify(log);
    expect(found.problems).toEqual([]);
    expect(found.size).toBe(size);
    expect(Buffer.from(found.root)).toEqual(Buffer.from(log.checkpoint.root));
    expect(found.lastAt).toBe(size === 0 ? null : JSON.parse(entries[size - 1] ?? "").at);
    expect((await verify(log, false)).problems).toEqual([]);
  });

  it("names the file that is missing, cut short or has lost an entry", async () => {
    for (const [bytes, kind] of [
      [undefined, "file-missing"],
      [Uint8Array.of(0, 9, 1), "bundle-malformed"],
      [encodeBundle([Buffer.from(text(256))]), "bundle-malformed"],
    ] as const) {
      const log = filesOf(entries);
      if (bytes) log.files.set("tile/entries/001", bytes);
      else log.files.delete("tile/entries/001");
      const { problems } = await verify(log, false);
      expect(problems).toEqual([
        { kind, at: "tile/entries/001" },
        { kind: "root-differs", at: null },
      ]);
    }
  });

  it("takes a file that cannot be read for a missing one", async () => {
    const log = filesOf(entries);
    const read = (path: string) =>
      path.endsWith("000") && path.includes("entries")
        ? Promise.reject(new Error("unplugged"))
        : log.read(path);
    const { problems } = await verifyLog({
      hash: sha256,
      read,
      checkpoint: log.checkpoint,
      tiles: false,
    });
    expect(problems[0]).toEqual({ kind: "file-missing", at: "tile/entries/000" });
  });

  it("finds the tile that differs or is missing", async () => {
    const log = filesOf(entries);
    log.files.set("tile/0/000", new Uint8Array(8_192));
    log.files.delete("tile/1/000.p/2");
    expect((await verify(log)).problems).toEqual([
      { kind: "tile-differs", at: "tile/0/000" },
      { kind: "file-missing", at: "tile/1/000.p/2" },
    ]);
    expect((await verify(log, false)).problems).toEqual([]);
  });

  it("finds an entry in another's place, a time that goes back and what is no entry", async () => {
    const swapped = [...entries];
    [swapped[10], swapped[11]] = [text(11), text(10)];
    expect((await verify(filesOf(swapped))).problems).toEqual([
      { kind: "entry-misplaced", at: 10 },
      { kind: "entry-misplaced", at: 11 },
      { kind: "time-goes-back", at: 11 },
    ]);
    const strange = [text(0), "{}", "", '{"at":"2026-11-26T00:00:00.000Z","index":3', text(4)];
    expect((await verify(filesOf(strange))).problems).toEqual(
      [1, 2, 3].map((at) => ({ kind: "entry-malformed", at })),
    );
  });

  it("stops when enough is wrong, and adds what its caller finds", async () => {
    const log = filesOf(Array.from({ length: 600 }, () => "{}"));
    expect((await verify(log)).problems).toHaveLength(50);
    const whole = filesOf(entries);
    const starts: number[] = [];
    const { problems } = await verifyLog({
      hash: sha256,
      read: whole.read,
      checkpoint: whole.checkpoint,
      tiles: false,
      onEntries: (start, given) => {
        starts.push(start, given.length);
        return Promise.resolve(start === 512 ? [{ kind: "shown-otherwise", at: 513 }] : []);
      },
    });
    expect(starts).toEqual([0, 256, 256, 256, 512, 88]);
    expect(problems).toEqual([{ kind: "shown-otherwise", at: 513 }]);
  });

  it("fails against another root", async () => {
    const log = filesOf(entries);
    const checkpoint = { ...log.checkpoint, root: new Uint8Array(32) };
    expect((await verify({ ...log, checkpoint })).problems).toEqual([
      { kind: "root-differs", at: null },
    ]);
  });
});

describe("tiles that grow", () => {
  const leaves = numberedLeaves(800);

  it("have the root of the definition, and go on from where they were left", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (a, b) => {
        const [first, size] = [Math.min(a, b), Math.max(a, b)];
        const before = new GrowingTiles(sha256);
        for (const leaf of leaves.slice(0, first)) before.add(leaf);
        const written = new Map(
          [...before.takeFull(), ...before.takePartial()].map(({ tile, bytes }) => [
            tilePath(tile),
            bytes,
          ]),
        );
        const partial = partialTilesOf(first).map((tile) =>
          tile.width === 0 ? [] : hashesOfTile(written.get(tilePath(tile)) ?? new Uint8Array()),
        );
        const after = new GrowingTiles(sha256, first, partial);
        for (const leaf of leaves.slice(first, size)) after.add(leaf);
        expect(after.size).toBe(size);
        expect(Buffer.from(after.root())).toEqual(
          Buffer.from(treeByDefinition(leaves.slice(0, size))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("refuse to go on from a tile of another width, and give each change once", () => {
    expect(() => new GrowingTiles(sha256, 3, [[leaves[0] as Uint8Array]])).toThrow(RangeError);
    expect(() => new GrowingTiles(sha256, 3)).toThrow(RangeError);
    const tiles = new GrowingTiles(sha256);
    tiles.add(leaves[0] as Uint8Array);
    expect(tiles.takePartial()).toHaveLength(1);
    expect(tiles.takePartial()).toEqual([]);
    expect(tiles.takeFull()).toEqual([]);
  });
});

describe("proofs from tiles", () => {
  const log = filesOf(entries);
  const leaf = (index: number) => hashLeaf(sha256, Buffer.from(entries[index] ?? ""));

  it("prove every entry and every earlier log", async () => {
    for (const [index, earlier] of [
      [0, 1],
      [17, 255],
      [255, 256],
      [256, 300],
      [599, 600],
    ] as const) {
      const proof = await proveInclusion(sha256, log.read, index, 600);
      const { root } = log.checkpoint;
      expect(verifyInclusion(sha256, { index, size: 600, leaf: leaf(index), proof, root })).toBe(
        true,
      );
      const then = await rootAt(sha256, log.read, earlier, 600);
      const path = await proveConsistency(sha256, log.read, earlier, 600);
      const claim = { earlier: { size: earlier, root: then }, later: { size: 600, root } };
      expect(verifyConsistency(sha256, { ...claim, proof: path })).toBe(true);
    }
  });

  it("are refused when a tile is missing or cut short", async () => {
    const read = (bytes: Uint8Array | undefined) => () => Promise.resolve(bytes);
    await expect(proveInclusion(sha256, read(undefined), 0, 600)).rejects.toThrow(LogIncomplete);
    await expect(rootAt(sha256, read(new Uint8Array(31)), 3, 600)).rejects.toThrow("tile/0/000");
  });
});

describe("what no honest log does", () => {
  it("going back in time between two bundles is told, with the entry at which it does", async () => {
    const late = (n: number) => text(n, new Date(Date.UTC(2026, 10, 26) + (n < 256 ? 1e7 : 0)));
    const log = filesOf(Array.from({ length: 300 }, (_, n) => late(n)));
    expect((await verify(log)).problems).toContainEqual({ kind: "time-goes-back", at: 256 });
  });

  it("a bundle that ends in the middle of a length is malformed", async () => {
    const log = filesOf([text(0), text(1)]);
    const [path, bytes] = [...log.files].find(([name]) => name.includes("entries")) ?? [];
    if (path === undefined || bytes === undefined) throw new Error("no bundle");
    const [first] = [encodeBundle([Uint8Array.from(Buffer.from(text(0)))])];
    log.files.set(path, bytes.slice(0, first.byteLength + 1));
    expect((await verify(log)).problems).toContainEqual({ kind: "bundle-malformed", at: path });
  });

  it("a tile of leaves in the middle of another is refused", () => {
    const tiles = new GrowingTiles(sha256);
    tiles.add(hashLeaf(sha256, Uint8Array.of(1)));
    const leaves = new Uint8Array(256 * 32);
    expect(() => tiles.addTile(leaves, sha256(leaves))).toThrow("multiple of its width");
  });
});
