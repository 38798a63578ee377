import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { chooseEncoding, type Encoding } from "../http/encoding.ts";
import { sendPlain } from "../http/plain-answers.ts";
import type { MapSnapshots } from "../map-snapshots.ts";
import { reportFailure } from "../process/log.ts";
import type { Handler } from "./handler.ts";

/**
 * `/map-data/{city}/{release}-{day}/{file}`: the map's binary columns, immutable by their address. Only what is on disk
 * and the current release on a current day is answered, so that no request can make us build without end.
 */
export function mapDataHandler(snapshots: MapSnapshots, now: () => number): Handler {
  return async (request, response, { segments, query }) => {
    const asked = query.size > 0 ? undefined : readAddress(segments.slice(1), now());
    if (!asked) return sendPlain(response, 404);
    const encoding = chooseEncoding(request.headers["accept-encoding"]?.toString());
    try {
      const bytes = await snapshots.read(asked.city, asked.version, asked.file, encoding);
      if (bytes) send(request, response, bytes, encoding);
      else sendPlain(response, 404);
    } catch (failure) {
      reportFailure("The map's data could not be built", failure);
      sendPlain(response, 503);
    }
  };
}

/** The address names its content: whoever has it under this tag has it for ever. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  encoding: Encoding,
): void {
  const etag = `"${createHash("sha256")
    .update(request.url ?? "")
    .digest("base64url")
    .slice(0, 16)}-${encoding}"`;
  const headers = {
    "content-type": "application/octet-stream",
    "content-security-policy": BARE_POLICY,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    etag,
  };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": String(bytes.byteLength),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const fileShape = /^(?:overview|cameras|details|references)\.bin$/;

function readAddress(segments: readonly string[], now: number) {
  const [city = "", version = "", ...rest] = segments;
  const match = /^(\d{1,9})-(\d{4}-\d{2}-\d{2})$/.exec(version);
  const [first = "", second] = rest;
  const isShard = second !== undefined && /^\d{1,5}$/.test(first);
  const name = isShard ? second : first;
  if (!match || rest.length > 2 || (second !== undefined && !isShard)) return undefined;
  if (!/^[a-z0-9-]{1,63}$/.test(city) || !fileShape.test(name)) return undefined;
  if (!isAroundNow(match[2] ?? "", now)) return undefined;
  return {
    city,
    version: { release: Number(match[1]), day: match[2] ?? "" },
    file: isShard ? `${first}/${name}` : name,
  };
}

const TWO_DAYS_MS = 2 * 86_400_000;

/** "Today" differs from zone to zone and a page may be a day old: nothing further away is ever asked by our pages. */
function isAroundNow(day: string, now: number): boolean {
  return Math.abs(Date.parse(`${day}T12:00:00Z`) - now) <= TWO_DAYS_MS;
}
