import { describe, expect, it } from "vitest";
import { RUN_BUNDLES, readInRuns, readRunPath, runPath } from "#domain/audit/bundle-runs.ts";
import { bundlesAdded, encodeBundle, TILE_WIDTH, tilePath } from "#domain/audit/tiles.ts";

const WIDTH = RUN_BUNDLES * TILE_WIDTH;
const entry = (index: number) => Uint8Array.from(Buffer.from(`entry ${index}`));

/** The bundles of a log and its complete runs, as a server would answer them, with what was asked for. */
function served(size: number) {
  const files = new Map<string, Uint8Array>();
  for (const tile of bundlesAdded(0, size)) {
    const entries = Array.from({ length: tile.width }, (_, n) =>
      entry(tile.index * TILE_WIDTH + n),
    );
    files.set(tilePath(tile), encodeBundle(entries));
  }
  const bundles = [...files.values()];
  for (let run = 0; (run + 1) * WIDTH <= size; run += 1) {
    const parts = bundles.slice(run * RUN_BUNDLES, (run + 1) * RUN_BUNDLES);
    files.set(runPath(run), Uint8Array.from(Buffer.concat(parts)));
  }
  const asked: string[] = [];
  const read = (path: string) => {
    asked.push(path);
    return Promise.resolve(files.get(path));
  };
  return { files, asked, read };
}

const paths = (size: number) => bundlesAdded(0, size).map(tilePath);

describe("full bundles read sixteen at a time", () => {
  it("are the same bytes, for a sixteenth of the questions", async () => {
    const size = 6 * WIDTH + 3 * TILE_WIDTH + 7;
    const { files, asked, read } = served(size);
    const inRuns = readInRuns(read, size);
    for (const path of paths(size)) expect(await inRuns(path)).toEqual(files.get(path));
    expect(asked.toSorted()).toEqual(
      [0, 1, 2, 3, 4, 5].map(runPath).concat(paths(size).slice(-4)).toSorted(),
    );
  });

  it("are asked for ahead of the one that is read, and no run beyond the log's end", async () => {
    const size = 3 * WIDTH;
    const { asked, read } = served(size + WIDTH);
    await readInRuns(read, size)("tile/entries/000");
    expect(asked).toEqual([0, 1, 2].map(runPath));
  });

  it.each([
    ["is missing", undefined],
    ["is cut short", (bytes: Uint8Array) => bytes.slice(0, -1)],
    ["ends within a length", (bytes: Uint8Array) => bytes.slice(0, 1)],
    ["goes on", (bytes: Uint8Array) => Uint8Array.of(...bytes, 0, 0)],
    ["cannot be read", "unplugged"],
  ])("are read by themselves where a run %s", async (_case, change) => {
    const size = 2 * WIDTH;
    const { files, asked, read } = served(size);
    const run = files.get(runPath(1)) ?? new Uint8Array();
    if (typeof change === "function") files.set(runPath(1), change(run));
    else files.delete(runPath(1));
    const reader = readInRuns((path) => {
      if (change === "unplugged" && path === runPath(1)) return Promise.reject(new Error(change));
      return read(path);
    }, size);
    const wanted = paths(size);
    const got = await Promise.all(wanted.map(reader));
    expect(got).toEqual(wanted.map((path) => files.get(path)));
    expect(asked.filter((path) => path.startsWith("tile/"))).toEqual(wanted.slice(RUN_BUNDLES));
  });

  it("leave what is no full bundle to the reader that is given", async () => {
    const { asked, read } = served(2 * WIDTH);
    const inRuns = readInRuns(read, 2 * WIDTH);
    for (const path of ["tile/0/000", "checkpoint", "tile/entries/001.p/9", "tile/entries/032"]) {
      await inRuns(path);
    }
    expect(asked).toEqual(["tile/0/000", "checkpoint", "tile/entries/001.p/9", "tile/entries/032"]);
  });

  it("have one address each", () => {
    expect([0, 7, 243].map((run) => readRunPath(runPath(run)))).toEqual([0, 7, 243]);
    for (const path of ["bundles/", "bundles/01", "bundles/-1", "bundles/1/2", "x/bundles/1"])
      expect(readRunPath(path)).toBeUndefined();
  });
});
