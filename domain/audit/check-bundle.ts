import { present } from "#domain/presence/present.ts";
import { type Hash, hashRow, LEAF } from "./merkle-hash.ts";
import { HASH_BYTES, LENGTH_BYTES, TILE_WIDTH, type Tile } from "./tiles.ts";

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

/** A bundle by itself: what it adds to the tree, and what is wrong within. */
export type CheckedBundle = {
  /** The hashes of its leaves one after the other, as they stand in the tile of the lowest level. */
  leaves: Uint8Array;
  /** The hash of the whole, when it is full. */
  top: Uint8Array | undefined;
  /** Times of its first and last entry; empty when none could be read. */
  firstAt: string;
  lastAt: string;
  problems: readonly LogProblem[];
};

/**
 * Checks a bundle without a copy of any entry: a log is millions of them. Each is hashed where it stands, behind its
 * length, whose last byte makes place for the leaf's prefix. Undefined when the bundle holds another number of entries
 * than its name says, or is cut short.
 */
export function checkBundle(
  hash: Hash,
  bundle: Tile,
  given: Uint8Array,
): CheckedBundle | undefined {
  // A copy of its own: the slice of a Buffer would be the Buffer's.
  const bytes = new Uint8Array(given);
  const leaves = new Uint8Array(bundle.width * HASH_BYTES);
  const places = new EntryPlaces(bundle.index * TILE_WIDTH, given);
  let [at, n] = [0, 0];
  for (; at < bytes.byteLength && n < bundle.width; n += 1) {
    const start = at + LENGTH_BYTES;
    const end = start + present(bytes[at]) * 256 + (bytes[at + 1] ?? Number.NaN);
    if (!(end <= bytes.byteLength)) return undefined;
    places.next(start, end);
    bytes[start - 1] = LEAF;
    leaves.set(hash(bytes.subarray(start - 1, end)), n * HASH_BYTES);
    at = end;
  }
  if (n !== bundle.width || at !== bytes.byteLength) return undefined;
  const top = bundle.width === TILE_WIDTH ? hashRow(hash, leaves) : undefined;
  const { firstAt, lastAt, problems } = places;
  return { leaves, top, firstAt, lastAt, problems };
}

/**
 * Place and time of each entry, taken from its canonical spelling, in which keys stand in order: reading every entry as
 * JSON would take longer than hashing it.
 */
class EntryPlaces {
  firstAt = "";
  lastAt = "";
  readonly problems: LogProblem[] = [];
  readonly #text: string;
  #place: number;

  constructor(first: number, bytes: Uint8Array) {
    this.#place = first;
    // A character for each byte: what is looked for is ASCII.
    this.#text = new TextDecoder("latin1").decode(bytes);
  }

  next(start: number, end: number): void {
    const place = this.#place;
    this.#place += 1;
    const at = this.#valueAfter(this.#text.indexOf('"at":"', start), 6, '"', start, end);
    const index = this.#valueAfter(
      this.#text.lastIndexOf(',"index":', end - 9),
      ...([9, ",", start, end] as const),
    );
    if (at.length !== 24 || index === "") {
      this.problems.push({ kind: "entry-malformed", at: place });
      return;
    }
    if (index !== String(place)) this.problems.push({ kind: "entry-misplaced", at: place });
    if (at < this.lastAt) this.problems.push({ kind: "time-goes-back", at: place });
    if (this.firstAt === "") this.firstAt = at;
    this.lastAt = at;
  }

  #valueAfter(key: number, length: number, closing: string, start: number, end: number): string {
    if (key < start) return "";
    const to = this.#text.indexOf(closing, key + length);
    return to < 0 || to >= end ? "" : this.#text.slice(key + length, to);
  }
}
