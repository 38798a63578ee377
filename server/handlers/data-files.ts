import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type DataFile, findDataFile, isModerated } from "#domain/dataset/files/data-file.ts";
import type { DataFiles, StoredFile } from "../data-files.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { chooseEncoding } from "../http/encoding.ts";
import { sendPlain } from "../http/plain-answers.ts";
import { type ByteRange, readRange } from "../http/read-range.ts";
import { QueueFull } from "../http/render-queue.ts";
import type { RequestAddress } from "../http/request-address.ts";
import { networkOf, type RequestRates, rateHeaders } from "../http/request-rates.ts";
import { reportFailure } from "../process/log.ts";
import type { Handler } from "./handler.ts";

export interface DataFilesSetting {
  readonly files: DataFiles;
  readonly rates: RequestRates;
  /**
   * A city's latest release, and how often moderation hid something or showed it again; undefined where there is no such
   * city or nothing published.
   */
  readonly published: (city: string) => { release: number; hidings: number } | undefined;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const RELEASE = /^(?:[1-9]\d{0,8}|latest)$/;
const PACKED = /zip|parquet|spreadsheetml/;

/** `/{city}/data/{release}/{file}`. */
export function isDataFileAddress({ segments }: RequestAddress): boolean {
  const [city = "", room, release = ""] = segments;
  return segments.length === 4 && room === "data" && SLUG.test(city) && RELEASE.test(release);
}

/** The files of releases, at addresses that stay; `latest` leads to the newest. */
export function dataFilesHandler(setting: DataFilesSetting): Handler {
  return async (request, response, { segments, query }) => {
    const [city = "", , asked = "", name = ""] = segments;
    const file = query.size > 0 ? undefined : findDataFile(name);
    const known = setting.published(city);
    if (!file || known === undefined) return sendPlain(response, 404);
    const { release: newest, hidings } = known;
    if (asked === "latest") return redirect(response, `/${city}/data/${newest}/${file.name}`);
    const release = Number(asked);
    if (release > newest) return sendPlain(response, 404);
    if (!admit(setting.rates, request, response)) return;
    const edition = editionOf(file, hidings);
    await deliver(setting.files, request, response, { city, release, file, edition });
  };
}

function editionOf(file: DataFile, hidings: number): number {
  return isModerated(file) ? hidings : 0;
}

type Delivered = { city: string; release: number; file: DataFile; edition: number };

async function deliver(
  files: DataFiles,
  request: IncomingMessage,
  response: ServerResponse,
  { city, release, file, edition }: Delivered,
): Promise<void> {
  try {
    const stored = await files.get(city, release, file, edition);
    if (stored) await send(request, response, file, stored, `${city}-${release}-${file.name}`);
    else sendPlain(response, 404);
  } catch (failure) {
    if (response.destroyed) return;
    if (!(failure instanceof QueueFull)) reportFailure("A file could not be made", failure);
    sendPlain(response, 503);
  }
}

function admit(rates: RequestRates, request: IncomingMessage, response: ServerResponse): boolean {
  const network = networkOf(request);
  if (network === undefined) return true;
  const state = rates.count(network);
  const headers = rateHeaders(rates.policy, state);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (!state.isAllowed) sendPlain(response, 429);
  return state.isAllowed;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location, "cache-control": "no-store", "content-length": "0" });
  response.end();
}

/** Whole, in part (RFC 9110 §14: a reader of Parquet takes what it needs), or not at all when it is known already. */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: DataFile,
  stored: StoredFile,
  saveAs: string,
): Promise<void> {
  const { headers } = request;
  const isPacked = headers.range === undefined && isPackedFor(headers["accept-encoding"], file);
  const shared = headersOf(file, stored, saveAs, isPacked);
  const range = readRange(headers.range, stored.bytes);
  if (isKnownTag(headers["if-none-match"], shared.etag)) {
    response.writeHead(304, shared).end();
  } else if (range === "unsatisfiable") {
    response.writeHead(416, { ...shared, "content-range": `bytes */${stored.bytes}` }).end();
  } else if (isPacked) {
    response.writeHead(200, { ...shared, "content-encoding": "gzip" });
    if (request.method === "HEAD") response.end();
    else await pipeline(createReadStream(stored.path), createGzip({ level: 4 }), response);
  } else {
    await sendBytes(request, response, stored, shared, range);
  }
}

function isPackedFor(accepted: string | string[] | undefined, { mediaType }: DataFile): boolean {
  return !PACKED.test(mediaType) && chooseEncoding(accepted?.toString()) !== "identity";
}

function headersOf(file: DataFile, { sha256 }: StoredFile, saveAs: string, isPacked: boolean) {
  const digest = `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`;
  return {
    "content-type": file.mediaType,
    "content-disposition": `attachment; filename="${saveAs}"`,
    "content-security-policy": BARE_POLICY,
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Repr-Digest, Content-Range",
    "cross-origin-resource-policy": "cross-origin",
    // What moderation hides is hidden at once.
    "cache-control": `public, max-age=${isModerated(file) ? "0, must-revalidate" : "86400"}`,
    vary: "Accept-Encoding",
    "accept-ranges": "bytes",
    etag: `"${sha256.slice(0, 32)}${isPacked ? "-gz" : ""}"`,
    // Of the bytes as they are on disk (RFC 9530): a compressed answer is other bytes.
    ...(isPacked ? {} : { "repr-digest": digest }),
  };
}

async function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  { path, bytes }: StoredFile,
  shared: Record<string, string>,
  range: ByteRange | undefined,
): Promise<void> {
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  response.writeHead(range ? 206 : 200, {
    ...shared,
    "content-length": String(end - start + 1),
    ...(range ? { "content-range": `bytes ${start}-${end}/${bytes}` } : {}),
  });
  if (request.method === "HEAD" || bytes === 0) response.end();
  else await pipeline(createReadStream(path, { start, end }), response);
}

function isKnownTag(header: string | undefined, etag: string): boolean {
  const tags = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
