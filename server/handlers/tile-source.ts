import { collect } from "../http/collect.ts";

/** The one host that map tiles may be fetched from, and the conditions. */
export interface Tile {
  readonly type: string;
  readonly body: Buffer;
}

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export type TileSource = (address: TileAddress) => Promise<Tile>;

const WHOLE = /^(?:0|[1-9]\d{0,7})$/;
const DEEPEST_ZOOM = 22;
const LARGEST_BYTES = 1024 * 1024;
const LONGEST_MS = 5_000;
const MOST_REDIRECTS = 2;
const ABSENT = new Set([204, 404, 410]);
/** Pictures that cannot carry a script: no SVG. */
const TYPES = /^image\/(?:png|jpeg|webp|avif|gif)$/;

/** Absent unless z, x and y are whole numbers of a tile that exists. */
export function readTileAddress(parts: readonly string[]): TileAddress | undefined {
  if (parts.length !== 3 || !parts.every((part) => WHOLE.test(part))) return undefined;
  const [z = 0, x = 0, y = 0] = parts.map(Number);
  const side = 2 ** z;
  return z <= DEEPEST_ZOOM && x < side && y < side ? { z, x, y } : undefined;
}

function addressOf(template: string, { z, x, y }: TileAddress): URL {
  return new URL(
    template.replaceAll("{z}", String(z)).replaceAll("{x}", String(x)).replaceAll("{y}", String(y)),
  );
}

/** The source answers, but has no such tile: no sign that anything is wrong with it. */
export class NoSuchTile extends Error {}

async function readTile(response: Response): Promise<Tile> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "";
  if (response.status !== 200 || !TYPES.test(type) || !response.body) {
    await response.body?.cancel();
    if (ABSENT.has(response.status)) throw new NoSuchTile();
    throw new Error(`no picture: status ${response.status}, type ${type || "unknown"}`);
  }
  const chunks = (async function* () {
    for await (const chunk of response.body ?? []) yield Buffer.from(chunk);
  })();
  return { type, body: await collect(chunks, LARGEST_BYTES) };
}

/** Follows the host's own redirections only: another host was not configured by anyone. */
async function fetchTile(start: URL, userAgent: string): Promise<Tile> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(url, {
      signal,
      redirect: "manual",
      headers: { "user-agent": userAgent, accept: "image/*" },
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null)
      return readTile(response);
    await response.body?.cancel();
    url = new URL(location, url);
    if (url.origin !== start.origin) throw new Error("redirected to another host");
  }
  throw new Error("redirected too often");
}

/** `template` holds {z}, {x} and {y} after the host, as the environment has checked. */
export function tileSource(template: string, publicOrigin: string | undefined): TileSource {
  const { origin } = addressOf(template, { z: 0, x: 0, y: 0 });
  const userAgent = `Contrechamp${publicOrigin ? ` (+${publicOrigin})` : ""}`;
  return (address) => {
    const url = addressOf(template, address);
    if (url.origin !== origin) throw new Error("the tile address leaves its host");
    return fetchTile(url, userAgent);
  };
}
