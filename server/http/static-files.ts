import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { BARE_POLICY } from "./content-security-policy.ts";
import { makeReady, type ReadyAnswer } from "./ready-answer.ts";
import { Coalescer } from "./render-queue.ts";
import type { Headers } from "./security-headers.ts";

/**
 * The build's scripts and styles, and the files of public/. Only names found at start are served, so no
 * address, however spelled, leads to another file.
 */
interface StaticFile {
  readonly file: string;
  readonly freshness: string;
}

export interface StaticFolder {
  readonly folder: string;
  /** Address of the folder, without final slash. */
  readonly prefix: string;
  /** True where the name changes with the content. */
  readonly immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const IMMUTABLE = "public, max-age=31536000, immutable";
/** What other sites fetch from us: the loader of embeds. */
const SHARED = new Set(["/embed.js"]);
const ONE_DAY = "public, max-age=86400";

async function list({ folder, prefix, immutable }: StaticFolder): Promise<[string, StaticFile][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const relative = path
        .relative(folder, file)
        .split(path.sep)
        .map(encodeURIComponent)
        .join("/");
      return [`${prefix}/${relative}`, { file, freshness: immutable ? IMMUTABLE : ONE_DAY }];
    });
}

export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #security: Headers;
  readonly #ready = new Map<string, ReadyAnswer>();
  readonly #making = new Coalescer<ReadyAnswer>();

  private constructor(files: ReadonlyMap<string, StaticFile>, security: Headers) {
    this.#files = files;
    this.#security = security;
  }

  static async open(folders: readonly StaticFolder[], security: Headers): Promise<StaticFiles> {
    const files = (await Promise.all(folders.map(list))).flat();
    return new StaticFiles(new Map(files), security);
  }

  ready(name: string): ReadyAnswer | undefined {
    return this.#ready.get(name);
  }

  /** Absent when there is no such file. */
  async answer(name: string): Promise<ReadyAnswer | undefined> {
    const known = this.#ready.get(name);
    const found = this.#files.get(name);
    if (known || !found) return known;
    return this.#making.run(name, () => this.#make(name, found, "page"));
  }

  async #make(name: string, found: StaticFile, effort: "page" | "build"): Promise<ReadyAnswer> {
    const headers = {
      ...this.#security,
      ...(SHARED.has(name) ? { "cross-origin-resource-policy": "cross-origin" } : {}),
      "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
      "cache-control": found.freshness,
      "content-security-policy": BARE_POLICY,
    };
    const body = await readFile(found.file);
    const answer = await makeReady({ status: 200, headers, body, effort });
    this.#ready.set(name, answer);
    return answer;
  }

  /** Packs every file as tightly as it goes, one after the other, while visitors are served. */
  async pack(isStopped: () => boolean): Promise<void> {
    for (const [name, found] of this.#files) {
      if (isStopped()) return;
      await this.#make(name, found, "build");
    }
  }
}
