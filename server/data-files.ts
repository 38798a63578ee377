import { createHash, type Hash } from "node:crypto";
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import type { DataFile } from "#domain/dataset/files/data-file.ts";
import { Coalescer, RenderQueue } from "./http/render-queue.ts";

/** A file of a release, whole on disk. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

type Write = (
  city: string,
  release: number,
  file: DataFile,
  write: (chunk: Uint8Array) => Promise<void>,
) => Promise<boolean>;

/** One at a time: each reads a release whole. */
const AT_ONCE = 1;
const WAITING = 40;

/**
 * The files of releases, made once and kept on disk up to so many bytes; those asked for longest ago go first. A reader who is
 * slow reads from the disk, and never holds the database.
 */
export class DataFiles {
  readonly #folder: string;
  readonly #limit: number;
  readonly #write: Write;
  readonly #queue = new RenderQueue(AT_ONCE, WAITING);
  readonly #making = new Coalescer<StoredFile | undefined>();
  readonly #cleaned: Promise<unknown>;

  /** What `parent` holds beside `current` was made by another version of the program, and is removed. */
  constructor(parent: string, current: string, limit: number, write: Write) {
    this.#folder = path.join(parent, current);
    this.#limit = limit;
    this.#write = write;
    this.#cleaned = this.#clean(parent, current).catch(() => undefined);
  }

  /** Undefined when the city has no such release. A later edition takes the place of those before. */
  async get(
    city: string,
    release: number,
    file: DataFile,
    edition = 0,
  ): Promise<StoredFile | undefined> {
    await this.#cleaned;
    const folder = path.join(this.#folder, city, String(release));
    const target = path.join(folder, edition === 0 ? file.name : `${edition}~${file.name}`);
    return this.#making.run(target, async () => {
      const known = await this.#find(target);
      if (known) return known;
      if (edition > 0) await this.#forget(folder, file.name, target);
      return this.#queue.run(() => this.#make(target, city, release, file));
    });
  }

  /** What an earlier edition held is not kept: it may be what must no longer be read. */
  async #forget(folder: string, name: string, but: string): Promise<void> {
    for (const found of await readdir(folder).catch(() => [])) {
      const file = path.join(folder, found);
      const isEdition = found.replace(/^\d+~/, "").replace(/\.sha256$/, "") === name;
      if (isEdition && !file.startsWith(but)) await rm(file, { force: true });
    }
  }

  async #find(target: string): Promise<StoredFile | undefined> {
    try {
      const sha256 = await readFile(`${target}.sha256`, "utf8");
      const { size } = await stat(target);
      const now = new Date();
      await utimes(target, now, now);
      return { path: target, bytes: size, sha256 };
    } catch {
      return undefined;
    }
  }

  async #make(
    target: string,
    city: string,
    release: number,
    file: DataFile,
  ): Promise<StoredFile | undefined> {
    await mkdir(path.dirname(target), { recursive: true });
    const partial = `${target}.partial`;
    const hash = createHash("sha256");
    const bytes = await this.#fill(partial, hash, (write) =>
      this.#write(city, release, file, write),
    );
    if (bytes === undefined) {
      await rm(partial, { force: true });
      // Without the folders of releases that do not exist; one that holds something stays.
      await rm(path.dirname(target), { recursive: false }).catch(() => undefined);
      return undefined;
    }
    const sha256 = hash.digest("hex");
    await rename(partial, target);
    await writeFile(`${target}.sha256`, sha256);
    await this.#makeRoom(target);
    return { path: target, bytes, sha256 };
  }

  /** How many bytes were written; undefined when there was nothing to write. */
  async #fill(
    file: string,
    hash: Hash,
    produce: (write: (chunk: Uint8Array) => Promise<void>) => Promise<boolean>,
  ): Promise<number | undefined> {
    const handle = await open(file, "w");
    let bytes = 0;
    try {
      const isThere = await produce(async (chunk) => {
        hash.update(chunk);
        bytes += chunk.byteLength;
        await handle.writeFile(chunk);
      });
      return isThere ? bytes : undefined;
    } finally {
      await handle.close();
    }
  }

  async #makeRoom(fresh: string): Promise<void> {
    const found: { file: string; size: number; mtimeMs: number }[] = [];
    for (const entry of await readdir(this.#folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && !/\.(?:sha256|partial)$/.test(file)) {
        const { size, mtimeMs } = await stat(file);
        found.push({ file, size, mtimeMs });
      }
    }
    let total = found.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= this.#limit) return;
      if (file === fresh) continue;
      await rm(file, { force: true });
      await rm(`${file}.sha256`, { force: true });
      total -= size;
    }
  }

  async #clean(parent: string, current: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const name of await readdir(parent)) {
      if (name !== current) await rm(path.join(parent, name), { recursive: true, force: true });
    }
  }
}
