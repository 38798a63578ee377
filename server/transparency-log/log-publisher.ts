import { createHash } from "node:crypto";
import { formatCheckpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import { type BuiltTile, GrowingTiles, partialTilesOf } from "#domain/audit/growing-tiles.ts";
import { rootAt } from "#domain/audit/log-reader.ts";
import { type Hash, hashLeaf, sameBytes } from "#domain/audit/merkle-hash.ts";
import {
  formatNote,
  formatVerifierKey,
  messagesSignedBy,
  readNote,
  type SignedNote,
} from "#domain/audit/signed-note.ts";
import {
  decodeBundle,
  encodeBundle,
  hashesOfTile,
  TILE_WIDTH,
  tilePath,
} from "#domain/audit/tiles.ts";
import { type LogFiles, PACKED } from "#persistence/audit/log-files.ts";
import {
  type LogRow,
  latestCheckpoint,
  type RecordedCheckpoint,
  readLogRows,
  readLogSize,
  takeCheckpoints,
  writeCheckpoint,
} from "#persistence/audit/log-queries.ts";
import { readSql, writeSql } from "#persistence/database.ts";
import type { Signer } from "./signing-key.ts";

/** Why nothing more is published: what is there does not continue what was signed. */
export class LogFault extends Error {}

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();
const BATCH = 4_096;
/** How far the files have come, in the form of a checkpoint that nobody signs. */
const STATE = "built";

/**
 * Writes the log's entries and hashes as files and signs its head. Bytes depend on the entries alone, so that several
 * processes may write them; a head is signed under a lock, after it was found to continue the last one signed.
 */
export class LogPublisher {
  readonly #files: LogFiles;
  readonly #signer: Signer;
  /** Keys that the log had before, and still signs with: whoever knows only those goes on verifying. */
  readonly #earlier: readonly Signer[];
  #tiles: GrowingTiles | undefined;
  /** Entries of the bundle that is not full yet. */
  #entries: Uint8Array[] = [];
  #published = "";

  constructor(files: LogFiles, signer: Signer, earlier: readonly Signer[] = []) {
    this.#files = files;
    this.#signer = signer;
    this.#earlier = earlier;
  }

  /** Brings files and checkpoint up to the database; returns the log's size. Throws a LogFault. */
  async publish(): Promise<number> {
    try {
      return await this.#bringUp();
    } catch (failure) {
      // What was taken in and not written yet is read again.
      this.#tiles = undefined;
      throw failure;
    }
  }

  async #bringUp(): Promise<number> {
    const [size, recorded] = await readSql(async (sql) => [
      await readLogSize(sql),
      await latestCheckpoint(sql),
    ]);
    if ((recorded?.size ?? 0) > size) {
      throw new LogFault(
        `the log in the database has ${size} entries, and ${recorded?.size} were signed`,
      );
    }
    this.#tiles ??= await this.#resume();
    if (this.#tiles.size > size) {
      throw new LogFault(
        `the log in the database has ${size} entries, and its files ${this.#tiles.size}`,
      );
    }
    // Where another process signed, tiles of exactly that size are needed too.
    if (recorded && recorded.size > this.#tiles.size) await this.#grow(this.#tiles, recorded.size);
    await this.#grow(this.#tiles, size);
    if (size > 0) await this.#sign(this.#tiles);
    return size;
  }

  /** Takes up where the files end; from the beginning when one of them is missing or was changed. */
  async #resume(): Promise<GrowingTiles> {
    await this.#files.write("key", `${formatVerifierKey(this.#signer.key)}\n`);
    const state = readCheckpoint(Buffer.from((await this.#files.read(STATE)) ?? []).toString());
    if (state) {
      const tiles = await this.#tilesAt(state.size);
      if (tiles && sameBytes(tiles.root(), state.root)) return tiles;
    }
    await this.#files.remove("tile");
    await this.#files.remove(PACKED);
    this.#entries = [];
    return new GrowingTiles(sha256);
  }

  async #tilesAt(size: number): Promise<GrowingTiles | undefined> {
    const partial = partialTilesOf(size).map(async (tile) => {
      if (tile.width === 0) return [];
      return hashesOfTile((await this.#files.read(tilePath(tile))) ?? new Uint8Array());
    });
    const width = size % TILE_WIDTH;
    const bundle = { level: "entries", index: Math.floor(size / TILE_WIDTH), width } as const;
    const bytes = width > 0 ? await this.#files.read(tilePath(bundle)) : new Uint8Array();
    this.#entries = (bytes && decodeBundle(bytes)) ?? [];
    try {
      const tiles = new GrowingTiles(sha256, size, await Promise.all(partial));
      return this.#entries.length === width ? tiles : undefined;
    } catch {
      return undefined;
    }
  }

  async #grow(tiles: GrowingTiles, size: number): Promise<void> {
    while (tiles.size < size) {
      const end = Math.min(size, tiles.size + BATCH);
      const rows = await readSql((sql) => readLogRows(sql, tiles.size, end));
      if (rows.length !== end - tiles.size) {
        throw new LogFault(`entries are missing between ${tiles.size} and ${end}`);
      }
      for (const row of rows) await this.#add(tiles, row);
      await this.#writeTiles(tiles.takeFull());
      await this.#writeTiles(tiles.takePartial());
      if (this.#entries.length > 0) await this.#writeBundle(tiles.size);
      const state = { origin: STATE, size: tiles.size, root: Uint8Array.from(tiles.root()) };
      await this.#files.write(STATE, formatCheckpoint(state));
    }
  }

  async #add(tiles: GrowingTiles, row: LogRow): Promise<void> {
    const entry = Buffer.from(row.body);
    const leaf = hashLeaf(sha256, entry);
    if (!sameBytes(leaf, row.leafHash)) {
      throw new LogFault(`entry ${row.index} is not what its hash says`);
    }
    this.#entries.push(entry);
    tiles.add(leaf);
    if (this.#entries.length < TILE_WIDTH) return;
    await this.#writeBundle(tiles.size);
    this.#entries = [];
  }

  async #writeBundle(size: number): Promise<void> {
    const width = this.#entries.length;
    const tile = { level: "entries", index: Math.ceil(size / TILE_WIDTH) - 1, width } as const;
    await this.#writeTiles([{ tile, bytes: encodeBundle(this.#entries) }]);
  }

  async #writeTiles(tiles: readonly BuiltTile[]): Promise<void> {
    for (const { tile, bytes } of tiles) {
      const name = tilePath(tile);
      await this.#files.write(name, bytes);
      // Of a full tile the narrower ones before it are the beginning, and are answered from it.
      if (tile.width === TILE_WIDTH) await this.#files.remove(`${name}.p`);
    }
  }

  async #sign(tiles: GrowingTiles): Promise<void> {
    const note = await writeSql(async (sql) => {
      const recorded = await takeCheckpoints(sql);
      if (recorded) await this.#refuseFork(recorded, tiles);
      if (recorded && recorded.size >= tiles.size) return recorded.note;
      const { name: origin } = this.#signer.key;
      const head = { origin, size: tiles.size, root: Uint8Array.from(tiles.root()) };
      const signed = this.#withEverySignature({ text: formatCheckpoint(head), signatures: [] });
      await writeCheckpoint(sql, { size: head.size, root: head.root, note: signed });
      return signed;
    });
    const size = readCheckpoint(readNote(note)?.text ?? "")?.size ?? 0;
    if (note === this.#published || size > tiles.size) return;
    // What was signed before a key was renewed is published with the new one's signature too.
    await this.#files.write("checkpoint", this.#signedAnew(note));
    this.#published = note;
  }

  /** Nothing but a checkpoint in our own words is signed, whatever the database holds. */
  #signedAnew(note: string): string {
    const known = readNote(note);
    const head = readCheckpoint(known?.text ?? "");
    const origin = this.#signer.key.name;
    if (!known || !head || formatCheckpoint({ ...head, origin }) !== known.text) return note;
    return this.#withEverySignature(known);
  }

  #withEverySignature({ text, signatures }: SignedNote): string {
    const message = Buffer.from(text);
    const missing = [this.#signer, ...this.#earlier].filter(
      ({ key }) => messagesSignedBy({ text, signatures }, key).length === 0,
    );
    const added = missing.map(({ key: { name, keyId }, sign }) => ({
      ...{ name, keyId, bytes: sign(message) },
    }));
    return formatNote({ text, signatures: [...signatures, ...added] });
  }

  async #refuseFork(recorded: RecordedCheckpoint, tiles: GrowingTiles): Promise<void> {
    const note = readNote(recorded.note);
    const ours = [this.#signer, ...this.#earlier];
    if (!note || !ours.some(({ key }) => messagesSignedBy(note, key).length > 0)) {
      throw new LogFault("earlier checkpoints were signed with another key; give it back");
    }
    if (recorded.size > tiles.size) return;
    const root = await rootAt(sha256, this.#files.read, recorded.size, tiles.size);
    if (sameBytes(root, recorded.root)) return;
    throw new LogFault(`the first ${recorded.size} entries are not those that were signed`);
  }
}
