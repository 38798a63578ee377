import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { writeDurably } from "../process/durable-file.ts";

/**
 * Bytes under a name, on disk, up to so many of them; the oldest go first. One file each: a line of JSON,
 * then the bytes, whose digest is checked at reading. A file is there whole or not at all.
 */
export interface Stored {
  readonly label: unknown;
  readonly body: Buffer;
}

const headerSchema = z.object({ name: z.string(), digest: z.string(), label: z.unknown() });
/** Beyond this many waiting, the rest is not stored: the disk is slower than the visitors. */
const MOST_WAITING = 500;

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const fileNameOf = (name: string) => digestOf(Buffer.from(name));

export class DiskStore {
  readonly #folder: string;
  readonly #limit: number;
  /** File name to size, oldest first. */
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #waiting = 0;
  #working: Promise<void>;

  /** What `parent` holds beside `current` is of another time, and is removed. */
  constructor(parent: string, current: string, limit: number) {
    this.#folder = path.join(parent, current);
    this.#limit = limit;
    this.#working = this.#takeStock(parent, current).catch(() => undefined);
  }

  get bytes(): number {
    return this.#bytes;
  }

  async #takeStock(parent: string, current: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const name of await readdir(parent)) {
      if (name !== current) await rm(path.join(parent, name), { recursive: true, force: true });
    }
    const found: { name: string; size: number; mtimeMs: number }[] = [];
    for (const name of await readdir(this.#folder)) {
      const file = path.join(this.#folder, name);
      // Left by a run that was killed while it wrote.
      if (name.endsWith(".draft")) await rm(file, { force: true });
      else found.push({ name, ...pick(await stat(file)) });
    }
    found.sort((a, b) => a.mtimeMs - b.mtimeMs);
    for (const { name, size } of found) this.#count(name, size);
    await this.#evict();
  }

  #count(fileName: string, bytes: number): void {
    this.#bytes += bytes - (this.#sizes.get(fileName) ?? 0);
    this.#sizes.delete(fileName);
    this.#sizes.set(fileName, bytes);
  }

  async #evict(): Promise<void> {
    for (const [fileName, bytes] of this.#sizes) {
      if (this.#bytes <= this.#limit) return;
      this.#sizes.delete(fileName);
      this.#bytes -= bytes;
      await rm(path.join(this.#folder, fileName), { force: true });
    }
  }

  /** A damaged file is as good as none. */
  async read(name: string): Promise<Stored | undefined> {
    try {
      const bytes = await readFile(path.join(this.#folder, fileNameOf(name)));
      const end = bytes.indexOf(10);
      const header = headerSchema.parse(JSON.parse(bytes.subarray(0, end).toString("utf8")));
      const body = bytes.subarray(end + 1);
      const sound = header.name === name && header.digest === digestOf(body);
      return sound ? { label: header.label, body } : undefined;
    } catch {
      return undefined;
    }
  }

  /** Returns at once; `flush` waits. A full or read-only disk costs readiness, not service. */
  write(name: string, make: () => Promise<Stored>): void {
    if (this.#waiting >= MOST_WAITING) return;
    this.#waiting += 1;
    this.#working = this.#working
      .then(async () => this.#store(name, await make()))
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  async #store(name: string, { label, body }: Stored): Promise<void> {
    const header = JSON.stringify({ name, digest: digestOf(body), label });
    const bytes = Buffer.concat([Buffer.from(`${header}\n`), body]);
    if (bytes.byteLength > this.#limit) return;
    const fileName = fileNameOf(name);
    await writeDurably(path.join(this.#folder, fileName), bytes);
    this.#count(fileName, bytes.byteLength);
    await this.#evict();
  }

  flush(): Promise<void> {
    return this.#working;
  }
}

function pick({ size, mtimeMs }: { size: number; mtimeMs: number }) {
  return { size, mtimeMs };
}
