import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ByteCache } from "../http/byte-cache.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { DiskStore } from "../http/disk-store.ts";
import { sendPlain } from "../http/plain-answers.ts";
import { Coalescer, QueueFull, RenderQueue } from "../http/render-queue.ts";
import type { Handler } from "./handler.ts";
import {
  NoSuchTile,
  readTileAddress,
  type Tile,
  type TileAddress,
  type TileSource,
} from "./tile-source.ts";

/**
 * `/tiles/{z}/{x}/{y}`: the map's background through our own origin, so that no third party learns who
 * looks where. Without a source, or when it fails, "no content" at once: the map does without.
 */
export interface TileSetting {
  readonly source: TileSource | undefined;
  /** Changes when the source does: its tiles are not another's. */
  readonly sourceName: string;
  readonly folder: string;
  readonly diskBytes: number;
  readonly clock: () => number;
}

interface KeptTile extends Tile {
  readonly fetchedAt: number;
  readonly bytes: number;
}

const labelSchema = z.object({ type: z.string(), fetchedAt: z.number() });
const RECENT_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 6;
const WAITING = 60;
const FRESH_MS = 14 * 24 * 3_600_000;
const TILE_FAILURE_MS = 60_000;
const MOST_FAILURES_KEPT = 5_000;
/** After so many failures in a row the source is left alone for a while. */
const FAILURES_IN_A_ROW = 5;
const SOURCE_PAUSE_MS = 30_000;

/** Remembers what failed, one tile at a time and the source as a whole. */
class Failures {
  readonly #tiles = new Map<string, number>();
  readonly #clock: () => number;
  #inARow = 0;
  #pausedUntil = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  has(name: string): boolean {
    const now = this.#clock();
    return now < this.#pausedUntil || now < (this.#tiles.get(name) ?? 0);
  }

  addTile(name: string): void {
    const now = this.#clock();
    this.#tiles.set(name, now + TILE_FAILURE_MS);
    const oldest = this.#tiles.keys().next().value;
    if (this.#tiles.size > MOST_FAILURES_KEPT && oldest !== undefined) this.#tiles.delete(oldest);
  }

  addSource(): void {
    this.#inARow += 1;
    if (this.#inARow < FAILURES_IN_A_ROW) return;
    this.#pausedUntil = this.#clock() + SOURCE_PAUSE_MS;
  }

  clear(): void {
    this.#inARow = 0;
  }
}

function sendNothing(response: ServerResponse): void {
  response.writeHead(204, { "cache-control": "public, max-age=60" });
  response.end();
}

function sendTile(request: IncomingMessage, response: ServerResponse, tile: Tile): void {
  const etag = `"${createHash("sha256").update(tile.body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag,
    "cache-control": "public, max-age=604800",
    "content-security-policy": BARE_POLICY,
  };
  const known = request.headers["if-none-match"]?.split(",").map((tag) => tag.trim());
  if (known?.some((tag) => tag.replace(/^W\//, "") === etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const length = String(tile.body.byteLength);
  response.writeHead(200, { ...headers, "content-type": tile.type, "content-length": length });
  response.end(request.method === "HEAD" ? undefined : tile.body);
}

async function readKept(disk: DiskStore, name: string): Promise<KeptTile | undefined> {
  const stored = await disk.read(name);
  const label = labelSchema.safeParse(stored?.label);
  if (!stored || !label.success) return undefined;
  return { ...label.data, body: stored.body, bytes: stored.body.byteLength };
}

export interface TileHandler {
  readonly handle: Handler;
  flush(): Promise<void>;
}

class Tiles {
  readonly disk: DiskStore;
  readonly #clock: () => number;
  readonly #failures: Failures;
  /** The last ones, among them those still being written to disk. */
  readonly #recent = new ByteCache<KeptTile>(RECENT_BYTES);
  readonly #queue = new RenderQueue(AT_ONCE, WAITING);
  readonly #fetching = new Coalescer<Tile | undefined>();

  constructor({ folder, sourceName, diskBytes, clock }: TileSetting) {
    const current = createHash("sha256").update(sourceName).digest("hex").slice(0, 16);
    this.disk = new DiskStore(folder, current, diskBytes);
    this.#clock = clock;
    this.#failures = new Failures(clock);
  }

  get(address: TileAddress, source: TileSource): Promise<Tile | undefined> {
    const name = `${address.z}/${address.x}/${address.y}`;
    return this.#fetching.run(name, async () => {
      const kept = this.#recent.get(name) ?? (await readKept(this.disk, name));
      const fresh = kept !== undefined && this.#clock() - kept.fetchedAt < FRESH_MS;
      if (fresh || this.#failures.has(name)) return kept;
      return (await this.#fetch(address, name, source)) ?? kept;
    });
  }

  async #fetch(address: TileAddress, name: string, source: TileSource): Promise<Tile | undefined> {
    try {
      const tile = await this.#queue.run(() => source(address));
      this.#failures.clear();
      const label = { type: tile.type, fetchedAt: this.#clock() };
      this.#recent.set(name, { ...label, body: tile.body, bytes: tile.body.byteLength });
      this.disk.write(name, () => Promise.resolve({ label, body: tile.body }));
      return tile;
    } catch (failure) {
      this.#remember(name, failure);
      return undefined;
    }
  }

  #remember(name: string, failure: unknown): void {
    // Our own queue was full: nothing is known about the source.
    if (failure instanceof QueueFull) return;
    this.#failures.addTile(name);
    if (failure instanceof NoSuchTile) this.#failures.clear();
    else this.#failures.addSource();
  }
}

export function tileHandler(setting: TileSetting): TileHandler {
  const { source } = setting;
  const tiles = new Tiles(setting);
  return {
    flush: () => tiles.disk.flush(),
    async handle(request, response, { segments, query }) {
      const address = readTileAddress(segments.slice(1));
      if (!address || query.size > 0) return sendPlain(response, 404);
      const tile = source && (await tiles.get(address, source));
      return tile ? sendTile(request, response, tile) : sendNothing(response);
    },
  };
}
