import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import type { Encoding } from "./http/encoding.ts";
import { writeDurably } from "./process/durable-file.ts";

export type SnapshotFile = { name: string; bytes: Uint8Array };
export type SnapshotBuilder = (
  city: string,
  release: number,
  day: string,
) => Promise<readonly SnapshotFile[] | undefined>;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const unzip = promisify(zlib.gunzip);
/** Quality 11 is worth its time up to here; above, 9 gives almost the same in a tenth of it. */
const BEST_QUALITY_BYTES = 8_000_000;
const KEPT_VERSIONS = 3;
const DONE = "complete";

/**
 * The map's files, built once per release and day, compressed once, kept on disk: `{city}/{release}-{day}/…`. What was
 * built stays readable without the database.
 */
export class MapSnapshots {
  readonly #folder: string;
  readonly #build: SnapshotBuilder;
  readonly #building = new Map<string, Promise<boolean>>();

  constructor(folder: string, build: SnapshotBuilder) {
    this.#folder = folder;
    this.#build = build;
  }

  /** The bytes of a file in an encoding; undefined when there is no such file. */
  async read(
    city: string,
    version: { release: number; day: string },
    name: string,
    encoding: Encoding,
  ): Promise<Uint8Array | undefined> {
    const folder = this.#folderOf(city, version);
    if (!(await this.prepareOnce(city, version))) return undefined;
    const file = path.join(folder, `${name}.${encoding === "br" ? "br" : "gz"}`);
    const bytes = await readFile(file).catch(() => undefined);
    return bytes && encoding === "identity" ? unzip(bytes) : bytes;
  }

  /** True once the files are there; builds them when they are not. */
  async prepareOnce(city: string, version: { release: number; day: string }): Promise<boolean> {
    const isThere = await exists(path.join(this.#folderOf(city, version), DONE));
    return isThere || this.#prepare(city, version);
  }

  /** Builds all files of a version, one build at a time per city; false when it is not the current one. */
  #prepare(city: string, version: { release: number; day: string }): Promise<boolean> {
    const key = `${city}/${version.release}-${version.day}`;
    const running = this.#building.get(key);
    if (running !== undefined) return running;
    const building = this.#write(city, version).finally(() => this.#building.delete(key));
    this.#building.set(key, building);
    return building;
  }

  #folderOf(city: string, { release, day }: { release: number; day: string }): string {
    return path.join(this.#folder, city, `${release}-${day}`);
  }

  async #write(city: string, version: { release: number; day: string }): Promise<boolean> {
    const files = await this.#build(city, version.release, version.day);
    if (!files) return false;
    const folder = this.#folderOf(city, version);
    for (const { name, bytes } of files) {
      const quality = bytes.byteLength > BEST_QUALITY_BYTES ? 9 : 11;
      const params = {
        [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
        [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      };
      await writeDurably(path.join(folder, `${name}.br`), await brotli(bytes, { params }));
      await writeDurably(path.join(folder, `${name}.gz`), await gzip(bytes, { level: 9 }));
    }
    await writeDurably(path.join(folder, DONE), "");
    await this.#forgetOld(city);
    return true;
  }

  async #forgetOld(city: string): Promise<void> {
    const folder = path.join(this.#folder, city);
    const names = await readdir(folder);
    const dated = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
    );
    const old = dated.sort((a, b) => b.at - a.at).slice(KEPT_VERSIONS);
    await Promise.all(
      old.map(({ name }) => rm(path.join(folder, name), { recursive: true, force: true })),
    );
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}
