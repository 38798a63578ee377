import type { Checkpoint } from "./checkpoint.ts";
import { type BuiltTile, GrowingTiles } from "./growing-tiles.ts";
import type { LogReader } from "./log-reader.ts";
import { type Hash, hashLeaf, sameBytes } from "./merkle-hash.ts";
import { bundlesAdded, decodeBundle, TILE_WIDTH, type Tile, tilePath } from "./tiles.ts";

/** What is wrong, and where: the path of a file, the place of an entry, or nothing for the log as a whole. */
export type LogProblem = {
  kind:
    | "file-missing"
    | "bundle-malformed"
    | "entry-malformed"
    | "entry-misplaced"
    | "time-goes-back"
    | "tile-differs"
    | "root-differs"
    | "shown-otherwise";
  at: string | number | null;
};

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
  const { hash, checkpoint } = log;
  const bundles = bundlesAdded(0, checkpoint.size);
  const built = new GrowingTiles(hash);
  const checks = new EntryChecks();
  const problems: LogProblem[] = [];
  for await (const { bundle, bytes } of readAhead(log.read, bundles)) {
    const entries = bytes && decodeBundle(bytes);
    if (entries?.length !== bundle.width) {
      problems.push({ kind: bytes ? "bundle-malformed" : "file-missing", at: tilePath(bundle) });
      break;
    }
    problems.push(...(await takeEntries(log, bundle, entries, built, checks)));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (log.tiles) problems.push(...(await compareTiles(log.read, built.takePartial())));
  const root = built.root();
  if (!sameBytes(root, checkpoint.root)) problems.push({ kind: "root-differs", at: null });
  const { size } = built;
  return { size, root, problems: problems.slice(0, MOST_PROBLEMS), lastAt: checks.lastAt };
}

/** The bundles in their order, each asked for while those before it are worked on. */
async function* readAhead(read: LogReader, bundles: readonly Tile[]) {
  const coming: Promise<Uint8Array | undefined>[] = [];
  for (const [n, bundle] of bundles.entries()) {
    for (const next of bundles.slice(n + coming.length, n + AHEAD)) {
      // A file that cannot be read is a missing one; nobody waits for it once enough is wrong.
      coming.push(read(tilePath(next)).catch(() => undefined));
    }
    yield { bundle, bytes: await coming.shift() };
  }
}

async function takeEntries(
  log: LogToVerify,
  bundle: Tile,
  entries: readonly Uint8Array[],
  built: GrowingTiles,
  checks: EntryChecks,
): Promise<LogProblem[]> {
  const problems: LogProblem[] = [];
  for (const entry of entries) {
    problems.push(...checks.next(entry));
    built.add(hashLeaf(log.hash, entry));
  }
  if (log.onEntries) {
    problems.push(...(await log.onEntries(bundle.index * TILE_WIDTH, entries)));
  }
  const full = built.takeFull();
  if (log.tiles) problems.push(...(await compareTiles(log.read, full)));
  return problems;
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

/**
 * Place and time of an entry, taken from its canonical spelling, in which keys stand in order: reading every entry as
 * JSON would take longer than hashing it.
 */
class EntryChecks {
  #next = 0;
  #lastAt = "";
  readonly #decoder = new TextDecoder("latin1");

  get lastAt(): string | null {
    return this.#lastAt === "" ? null : this.#lastAt;
  }

  next(entry: Uint8Array): LogProblem[] {
    const place = this.#next;
    this.#next += 1;
    const text = this.#decoder.decode(entry);
    const at = valueAfter(text, text.indexOf('"at":"'), 6, '"');
    const index = valueAfter(text, text.lastIndexOf(',"index":'), 9, ",");
    if (at.length !== 24 || index === "") return [{ kind: "entry-malformed", at: place }];
    const problems: LogProblem[] = [];
    if (index !== String(place)) problems.push({ kind: "entry-misplaced", at: place });
    if (at < this.#lastAt) problems.push({ kind: "time-goes-back", at: place });
    this.#lastAt = at;
    return problems;
  }
}

function valueAfter(text: string, from: number, keyLength: number, end: string): string {
  if (from < 0) return "";
  const to = text.indexOf(end, from + keyLength);
  return to < 0 ? "" : text.slice(from + keyLength, to);
}
