import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { RUN_BUNDLES, readRunPath, runPath } from "#domain/audit/bundle-runs.ts";
import { readTilePath, TILE_WIDTH, tilePath } from "#domain/audit/tiles.ts";
import { type LogFiles, PACKED } from "#persistence/audit/log-files.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { sendPlain } from "../http/plain-answers.ts";
import type { Headers } from "../http/security-headers.ts";
import type { Handler } from "./handler.ts";

const gzip = promisify(zlib.gzip);
/** Compressed again for every log that is read whole: a third of the time for a few bytes more. */
const QUICKLY = { level: 3 };
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

/**
 * `/log/checkpoint`, `/log/key`, `/log/tile/…`: the log as C2SP tlog-tiles lays it out, from files alone; and
 * `/log/bundles/…`, its full bundles sixteen at a time.
 */
export function logFilesHandler(files: LogFiles): Handler {
  return async (request, response, { segments, query }) => {
    const name = query.size > 0 ? "" : segments.slice(1).join("/");
    const tile = readTilePath(name);
    const run = readRunPath(name);
    if (run !== undefined) await sendRun(files, request, response, run);
    else if (tile?.level === "entries")
      await sendEntries(files, request, response, {
        name,
        isFull: tile.width === TILE_WIDTH,
        read: () => files.read(name),
      });
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

/** Answered once all its bundles are full, and then never changes. */
async function sendRun(
  files: LogFiles,
  request: IncomingMessage,
  response: ServerResponse,
  run: number,
): Promise<void> {
  const read = async () => {
    const bundles = Array.from({ length: RUN_BUNDLES }, (_, n) =>
      files.read(tilePath({ level: "entries", index: run * RUN_BUNDLES + n, width: TILE_WIDTH })),
    );
    const found = await Promise.all(bundles);
    return found.every((bytes) => bytes !== undefined) ? Buffer.concat(found) : undefined;
  };
  await sendEntries(files, request, response, { name: runPath(run), isFull: true, read });
}

type Entries = { name: string; isFull: boolean; read: () => Promise<Uint8Array | undefined> };

/** Entries are words and shrink to a tenth; hashes do not shrink. Gzip may be answered unasked, but not against a wish. */
async function sendEntries(
  files: LogFiles,
  request: IncomingMessage,
  response: ServerResponse,
  { name, isFull, read }: Entries,
): Promise<void> {
  const headers = { ...BYTES, vary: "accept-encoding" };
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const packedName = `${PACKED}/${name}.gz`;
  const packed = accepts && isFull ? await files.read(packedName) : undefined;
  if (packed) return send(request, response, packed, { ...headers, "content-encoding": "gzip" });
  const bytes = await read();
  if (!bytes) return sendPlain(response, 404);
  if (!accepts) return send(request, response, bytes, headers);
  const made = await gzip(bytes, QUICKLY);
  send(request, response, made, { ...headers, "content-encoding": "gzip" });
  if (isFull) await files.write(packedName, made);
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
