import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { chooseEncoding, ENCODINGS, type Encoding } from "./encoding.ts";
import type { Headers } from "./security-headers.ts";

/** An answer with nothing left to compute: its bytes in each encoding, and their headers. */
export interface ReadyAnswer {
  readonly status: number;
  /** SHA-256 of the unencoded body, shortened: the stem of the three entity tags. */
  readonly digest: string;
  readonly forms: Readonly<Record<Encoding, ReadyForm>>;
  /** What it weighs in memory. */
  readonly bytes: number;
}

export interface ReadyForm {
  readonly etag: string;
  readonly body: Uint8Array;
  /** Name, value, name, value: as Node writes them. */
  readonly headers: readonly string[];
  readonly notModifiedHeaders: readonly string[];
}

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:[a-z.+-]*json|javascript|manifest|xml)|image\/svg)/;
const SUFFIX: Readonly<Record<Encoding, string>> = { br: "-br", gzip: "-gz", identity: "" };
/** Quality 11 takes 30 times as long as 9 and saves about 5 %: worth it once per build, not per page. */
const QUALITY = { page: 9, build: 11 } as const;
const LARGE = 2_000_000;
const HEADERS_WEIGHT = 6_000;

async function compress(body: Uint8Array, effort: keyof typeof QUALITY) {
  const quality = body.byteLength > LARGE ? 6 : QUALITY[effort];
  const [br, gz] = await Promise.all([
    brotli(body, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    }),
    gzip(body, { level: body.byteLength > LARGE ? 6 : 9 }),
  ]);
  return { br, gzip: gz };
}

function formOf(encoding: Encoding, body: Uint8Array, digest: string, headers: Headers): ReadyForm {
  const etag = `"${digest}${SUFFIX[encoding]}"`;
  const shared = { ...headers, etag };
  const full: Record<string, string> = { ...shared, "content-length": String(body.byteLength) };
  if (encoding !== "identity") full["content-encoding"] = encoding;
  const { "content-type": _type, ...rest } = shared as Record<string, string>;
  return {
    etag,
    body,
    headers: Object.entries(full).flat(),
    notModifiedHeaders: Object.entries(rest).flat(),
  };
}

export interface AnswerParts {
  readonly status: number;
  /** Must hold `content-type`; `vary`, `etag` and the lengths are added here. */
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly effort: keyof typeof QUALITY;
}

export async function makeReady(parts: AnswerParts): Promise<ReadyAnswer> {
  const { body, status } = parts;
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const compressible = COMPRESSIBLE.test(parts.headers["content-type"] ?? "");
  const headers = compressible ? { vary: "Accept-Encoding", ...parts.headers } : parts.headers;
  const identity = formOf("identity", body, digest, headers);
  if (!compressible) {
    const forms = { br: identity, gzip: identity, identity };
    return { status, digest, forms, bytes: body.byteLength + HEADERS_WEIGHT };
  }
  const encoded = await compress(body, parts.effort);
  const forms = {
    br: formOf("br", encoded.br, digest, headers),
    gzip: formOf("gzip", encoded.gzip, digest, headers),
    identity,
  };
  const bytes = ENCODINGS.reduce((sum, name) => sum + forms[name].body.byteLength, HEADERS_WEIGHT);
  return { status, digest, forms, bytes };
}

/** RFC 9110 §13.1.2: weak comparison; any encoding of the same content will do. */
export function isKnown(header: string, digest: string): boolean {
  if (header.trim() === "*") return true;
  const known = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.some((tag) => tag.replace(/(?:-(?:br|gz|quick|quick-br))?"$/, "") === `"${digest}`);
}

export function sendReady(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReadyAnswer,
): void {
  const form = answer.forms[chooseEncoding(request.headers["accept-encoding"]?.toString())];
  const condition = request.headers["if-none-match"];
  if (condition !== undefined && answer.status === 200 && isKnown(condition, answer.digest)) {
    response.writeHead(304, form.notModifiedHeaders as string[]);
    response.end();
    return;
  }
  response.writeHead(answer.status, form.headers as string[]);
  if (request.method === "HEAD") response.end();
  else response.end(form.body);
}
