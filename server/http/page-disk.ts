import { promisify } from "node:util";
import zlib from "node:zlib";
import { z } from "zod";
import type { PageContent } from "./baked-page.ts";
import { DiskStore } from "./disk-store.ts";

/**
 * Pages on disk, so that what was once read stays readable through a restart, and so that memory need
 * not hold everything. Pages of another build name scripts that are gone: they are removed.
 */
export interface StoredPage extends PageContent {
  readonly version: string;
}

const labelSchema = z.object({
  version: z.string(),
  status: z.number(),
  location: z.string().optional(),
  link: z.string().optional(),
  file: z.object({ type: z.string(), disposition: z.string().optional() }).optional(),
});
const brotli = promisify(zlib.brotliCompress);
const unbrotli = promisify(zlib.brotliDecompress);
/** Stored pages are read seldom and written often. */
const QUALITY = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

export class PageDisk {
  readonly #store: DiskStore;

  constructor(parent: string, build: string, limit: number) {
    this.#store = new DiskStore(parent, build, limit);
  }

  async read(target: string): Promise<StoredPage | undefined> {
    const stored = await this.#store.read(target);
    const label = labelSchema.safeParse(stored?.label);
    if (!stored || !label.success) return undefined;
    const { version, status, location, link, file } = label.data;
    return {
      version,
      status,
      location,
      link,
      file: file && { type: file.type, disposition: file.disposition },
      html: await unbrotli(stored.body),
    };
  }

  write(target: string, { html, isFramed: _address, ...label }: StoredPage): void {
    this.#store.write(target, async () => ({ label, body: await brotli(html, QUALITY) }));
  }

  flush(): Promise<void> {
    return this.#store.flush();
  }
}
