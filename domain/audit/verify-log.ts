import { present } from "#domain/presence/present.ts";
import { type CheckedBundle, checkBundle, type LogProblem } from "./check-bundle.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { type BuiltTile, GrowingTiles } from "./growing-tiles.ts";
import type { LogReader } from "./log-reader.ts";
import { type Hash, sameBytes } from "./merkle-hash.ts";
import {
  bundlesAdded,
  decodeBundle,
  hashesOfTile,
  TILE_WIDTH,
  type Tile,
  tilePath,
} from "./tiles.ts";

export type LogVerification = {
  size: number;
  /** Of the entries as they are read now. */
  root: Uint8Array;
  problems: readonly LogProblem[];
  /** Time of the last entry; null for an empty log. */
  lastAt: string | null;
};

export type LogToVerify = {
  hash: Hash;
  read: LogReader;
  checkpoint: Checkpoint;
  /** Also compares each tile of hashes with what the entries give; without, only the root is held against them. */
  tiles: boolean;
  /** Told how many entries are done. */
  onProgress?: (done: number) => void;
  /** Called with each bundle's entries in order; what it finds is added to the problems. */
  onEntries?: (start: number, entries: readonly Uint8Array[]) => Promise<readonly LogProblem[]>;
};

/** Files asked for ahead of the one that is being hashed. */
const AHEAD = 24;
/** After that many, one knows. */
const MOST_PROBLEMS = 50;

/**
 * Reads every entry of a log and holds them against its checkpoint: numbers without gap, times in order, each tile, and
 * the root. Trusts nothing but the checkpoint, whose signature is the caller's to check.
 */
export async function verifyLog(log: LogToVerify): Promise<LogVerification> {
  const { checkpoint } = log;
  const verifying = new Verifying(log);
  for await (const looked of lookAhead(log, bundlesAdded(0, checkpoint.size))) {
    if (!(await verifying.take(looked))) break;
  }
  const { built, problems } = verifying;
  if (log.tiles) problems.push(...(await compareTiles(log.read, built.takePartial())));
  const root = built.root();
  if (!sameBytes(root, checkpoint.root)) problems.push({ kind: "root-differs", at: null });
  const lastAt = verifying.lastAt === "" ? null : verifying.lastAt;
  return { size: built.size, root, problems: problems.slice(0, MOST_PROBLEMS), lastAt };
}

type Looked = { bundle: Tile; bytes: Uint8Array | undefined; checked: CheckedBundle | undefined };

/** The bundles in their order, each asked for and looked at while those before it are put together. */
async function* lookAhead(log: LogToVerify, bundles: readonly Tile[]): AsyncGenerator<Looked> {
  const look = async (bundle: Tile): Promise<Looked> => {
    // A file that cannot be read is a missing one; nobody waits for it once enough is wrong.
    const bytes = await log.read(tilePath(bundle)).catch(() => undefined);
    return { bundle, bytes, checked: bytes && checkBundle(log.hash, bundle, bytes) };
  };
  const coming: Promise<Looked>[] = [];
  for (const [n, _bundle] of bundles.entries()) {
    for (const next of bundles.slice(n + coming.length, n + AHEAD)) coming.push(look(next));
    yield await present(coming.shift());
  }
}

/** What the bundles give, one after the other. */
class Verifying {
  readonly built: GrowingTiles;
  readonly problems: LogProblem[] = [];
  lastAt = "";
  readonly #log: LogToVerify;

  constructor(log: LogToVerify) {
    this.#log = log;
    this.built = new GrowingTiles(log.hash);
  }

  /** False once there is no point in going on. */
  async take({ bundle, bytes, checked }: Looked): Promise<boolean> {
    if (!bytes || !checked) {
      const kind = bytes ? "bundle-malformed" : "file-missing";
      this.problems.push({ kind, at: tilePath(bundle) });
      return false;
    }
    const start = bundle.index * TILE_WIDTH;
    if (checked.firstAt !== "" && checked.firstAt < this.lastAt) {
      this.problems.push({ kind: "time-goes-back", at: start });
    }
    if (checked.lastAt !== "") this.lastAt = checked.lastAt;
    this.problems.push(...checked.problems);
    const { leaves, top } = checked;
    if (top) this.built.addTile(leaves, top);
    else for (const leaf of hashesOfTile(leaves)) this.built.add(leaf);
    await this.#compare(start, bytes);
    this.#log.onProgress?.(start + bundle.width);
    return this.problems.length < MOST_PROBLEMS;
  }

  async #compare(start: number, bytes: Uint8Array): Promise<void> {
    const { onEntries, tiles, read } = this.#log;
    if (onEntries) this.problems.push(...(await onEntries(start, present(decodeBundle(bytes)))));
    const full = this.built.takeFull();
    if (tiles) this.problems.push(...(await compareTiles(read, full)));
  }
}

async function compareTiles(read: LogReader, tiles: readonly BuiltTile[]): Promise<LogProblem[]> {
  const compared = tiles.map(async ({ tile, bytes }): Promise<LogProblem[]> => {
    const path = tilePath(tile);
    const found = await read(path);
    if (!found) return [{ kind: "file-missing", at: path }];
    return sameBytes(found, bytes) ? [] : [{ kind: "tile-differs", at: path }];
  });
  return (await Promise.all(compared)).flat();
}
