import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { z } from "zod";
import { writeDurably } from "../process/durable-file.ts";
import type { PageContent } from "./baked-page.ts";

/**
 * Pages on disk, so that what was once read stays readable through a restart, and so that memory need
 * not hold everything. One file per address: a line of JSON, then the page in brotli.
 */
export interface StoredPage extends PageContent {
  readonly version: string;
}

const headerSchema = z.object({
  target: z.string(),
  version: z.string(),
  status: z.number(),
  location: z.string().optional(),
  link: z.string().optional(),
  digest: z.string(),
});
const brotli = promisify(zlib.brotliCompress);
const unbrotli = promisify(zlib.brotliDecompress);
/** Beyond this many waiting, pages are only kept in memory: the disk is slower than the visitors. */
const MOST_WAITING = 500;

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export class PageDisk {
  readonly #folder: string;
  readonly #limit: number;
  /** File name to size, oldest first. */
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #waiting = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** Pages of another build name scripts that are gone: they are removed. */
  static async open(parent: string, build: string, limit: number): Promise<PageDisk> {
    const disk = new PageDisk(path.join(parent, build), limit);
    await mkdir(disk.#folder, { recursive: true });
    for (const name of await readdir(parent)) {
      if (name !== build) await rm(path.join(parent, name), { recursive: true, force: true });
    }
    await disk.#takeStock();
    return disk;
  }

  async #takeStock(): Promise<void> {
    const names = await readdir(this.#folder);
    const files = await Promise.all(
      names.map(async (name) => ({ name, ...(await this.#measure(name)) })),
    );
    for (const { name, bytes } of files.sort((a, b) => a.modified - b.modified)) {
      if (name.endsWith(".draft")) await rm(path.join(this.#folder, name), { force: true });
      else this.#count(name, bytes);
    }
    await this.#evict();
  }

  async #measure(name: string) {
    const found = await stat(path.join(this.#folder, name)).catch(() => undefined);
    return { bytes: found?.size ?? 0, modified: found?.mtimeMs ?? 0 };
  }

  #count(name: string, bytes: number): void {
    this.#bytes += bytes - (this.#sizes.get(name) ?? 0);
    this.#sizes.delete(name);
    this.#sizes.set(name, bytes);
  }

  async #evict(): Promise<void> {
    for (const [name, bytes] of this.#sizes) {
      if (this.#bytes <= this.#limit) return;
      this.#sizes.delete(name);
      this.#bytes -= bytes;
      await rm(path.join(this.#folder, name), { force: true });
    }
  }

  #nameOf(target: string): string {
    return digestOf(Buffer.from(target));
  }

  /** A damaged file, or another address of the same name, is as good as none. */
  async read(target: string): Promise<StoredPage | undefined> {
    const name = this.#nameOf(target);
    if (!this.#sizes.has(name)) return undefined;
    try {
      const bytes = await readFile(path.join(this.#folder, name));
      const end = bytes.indexOf(10);
      const {
        digest,
        target: written,
        ...header
      } = headerSchema.parse(JSON.parse(bytes.subarray(0, end).toString("utf8")));
      const body = bytes.subarray(end + 1);
      if (written !== target || digest !== digestOf(body)) return undefined;
      const { version, status, location, link } = header;
      return { version, status, location, link, html: await unbrotli(body) };
    } catch {
      return undefined;
    }
  }

  /** Returns at once; `flush` waits. */
  write(target: string, page: StoredPage): void {
    if (this.#waiting >= MOST_WAITING) return;
    this.#waiting += 1;
    this.#writing = this.#writing
      .then(() => this.#store(target, page))
      // A full or read-only disk costs readiness, not service.
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  async #store(target: string, page: StoredPage): Promise<void> {
    const body = await brotli(page.html, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } });
    const { html: _html, ...rest } = page;
    const header = { target, ...rest, digest: digestOf(body) };
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
    const name = this.#nameOf(target);
    await writeDurably(path.join(this.#folder, name), bytes);
    this.#count(name, bytes.byteLength);
    await this.#evict();
  }

  flush(): Promise<void> {
    return this.#writing;
  }
}
