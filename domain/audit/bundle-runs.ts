import { present } from "#domain/presence/present.ts";
import type { LogReader } from "./log-reader.ts";
import { LENGTH_BYTES, readTilePath, TILE_WIDTH } from "./tiles.ts";

/**
 * Full bundles of entries handed out together, beside the layout of C2SP: a browser pays more for asking for a file than
 * for hashing what is in it, and a log of a million entries is 3,907 bundles. A run says nothing that its bundles do not.
 */
export const RUN_BUNDLES = 16;
/** Runs asked for at once: enough to keep hashing while the next ones are on the way. */
const RUNS_AHEAD = 4;

const shape = /^bundles\/(0|[1-9]\d{0,8})$/;

/** Where the run stands: the bundles from index × 16 up to (index + 1) × 16, one after the other. */
export function runPath(index: number): string {
  return `bundles/${index}`;
}

/** Which run an address names; undefined when it names none. */
export function readRunPath(path: string): number | undefined {
  const [, index] = shape.exec(path) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The bundles that a run's bytes hold; undefined when they are not sixteen full ones. */
function bundlesOfRun(bytes: Uint8Array): Uint8Array[] | undefined {
  const bundles: Uint8Array[] = [];
  let at = 0;
  while (bundles.length < RUN_BUNDLES) {
    const start = at;
    for (let n = 0; n < TILE_WIDTH; n += 1) {
      if (at + LENGTH_BYTES > bytes.byteLength) return undefined;
      at += LENGTH_BYTES + present(bytes[at]) * 256 + present(bytes[at + 1]);
    }
    bundles.push(bytes.subarray(start, at));
  }
  return at === bytes.byteLength ? bundles : undefined;
}

/**
 * The same files, the full bundles of a log of `size` entries taken from runs as long as there are any: where a run is
 * missing or misshapen, its bundles are asked for by themselves, so that what is wrong is told of a bundle. Made for a
 * reader who takes the bundles in their order; a run is let go with its last one.
 */
export function readInRuns(read: LogReader, size: number): LogReader {
  const runs = Math.floor(size / (RUN_BUNDLES * TILE_WIDTH));
  const asked = new Map<number, Promise<Uint8Array[] | undefined>>();
  const ask = (run: number): Promise<Uint8Array[] | undefined> => {
    const answer =
      asked.get(run) ??
      read(runPath(run))
        .then((bytes) => bytes && bundlesOfRun(bytes))
        .catch(() => undefined);
    asked.set(run, answer);
    return answer;
  };
  return async (path) => {
    const tile = readTilePath(path);
    const run = tile && Math.floor(tile.index / RUN_BUNDLES);
    const isInRun = tile?.level === "entries" && tile.width === TILE_WIDTH;
    if (run === undefined || !isInRun || run >= runs) return read(path);
    const bundles = ask(run);
    for (let next = run + 1; next < Math.min(runs, run + RUNS_AHEAD); next += 1) void ask(next);
    const place = tile.index % RUN_BUNDLES;
    if (place === RUN_BUNDLES - 1) asked.delete(run);
    return (await bundles)?.[place] ?? read(path);
  };
}
