import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { readTilePath, TILE_WIDTH, type Tile } from "#domain/audit/tiles.ts";
import type { LogFiles } from "#persistence/audit/log-files.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { sendPlain } from "../http/plain-answers.ts";
import type { Headers } from "../http/security-headers.ts";
import type { Handler } from "./handler.ts";

const gzip = promisify(zlib.gzip);
/** Beside what is published: full bundles, compressed once. */
const PACKED = "packed";
const WORDS = new Set(["checkpoint", "key"]);

const OPEN: Headers = {
  "content-security-policy": BARE_POLICY,
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};
const TEXT: Headers = {
  ...OPEN,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "public, max-age=2",
};
const BYTES: Headers = {
  ...OPEN,
  "content-type": "application/octet-stream",
  "cache-control": "public, max-age=31536000, immutable",
};

/** `/log/checkpoint`, `/log/key`, `/log/tile/…`: the log as C2SP tlog-tiles lays it out, from files alone. */
export function logFilesHandler(files: LogFiles): Handler {
  return async (request, response, { segments, query }) => {
    const name = query.size > 0 ? "" : segments.slice(1).join("/");
    const tile = readTilePath(name);
    if (tile?.level === "entries") await sendBundle(files, request, response, { name, tile });
    else if (tile) await sendFile(files, request, response, { name, headers: BYTES });
    else if (WORDS.has(name)) await sendFile(files, request, response, { name, headers: TEXT });
    else sendPlain(response, 404);
  };
}

async function sendFile(
  files: LogFiles,
  request: IncomingMessage,
  response: ServerResponse,
  { name, headers }: { name: string; headers: Headers },
): Promise<void> {
  const bytes = await files.read(name);
  if (bytes) send(request, response, bytes, headers);
  else sendPlain(response, 404);
}

/** Entries are words and shrink to a tenth; hashes do not shrink. Gzip may be answered unasked, but not against a wish. */
async function sendBundle(
  files: LogFiles,
  request: IncomingMessage,
  response: ServerResponse,
  { name, tile }: { name: string; tile: Tile },
): Promise<void> {
  const headers = { ...BYTES, vary: "accept-encoding" };
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const isFull = tile.width === TILE_WIDTH;
  const packed = accepts && isFull ? await files.read(`${PACKED}/${name}.gz`) : undefined;
  if (packed) return send(request, response, packed, { ...headers, "content-encoding": "gzip" });
  const bytes = await files.read(name);
  if (!bytes) return sendPlain(response, 404);
  if (!accepts) return send(request, response, bytes, headers);
  const made = await gzip(bytes);
  send(request, response, made, { ...headers, "content-encoding": "gzip" });
  if (isFull) await files.write(`${PACKED}/${name}.gz`, made);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  headers: Headers,
): void {
  response.writeHead(200, { ...headers, "content-length": String(bytes.byteLength) });
  response.end(request.method === "HEAD" ? undefined : bytes);
}
