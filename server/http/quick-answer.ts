import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { chooseEncoding, type Encoding } from "./encoding.ts";
import { isKnown } from "./ready-answer.ts";
import type { Headers } from "./security-headers.ts";

/** Below this compressing costs more than it saves. */
const COMPRESSED_FROM_BYTES = 1_500;

export interface QuickAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const SUFFIX: Readonly<Record<Encoding, string>> = {
  br: "-quick-br",
  gzip: "-quick",
  identity: "",
};
const QUICKEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

function pack(body: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === "identity") return body;
  return encoding === "gzip" ? gzipSync(body, { level: 1 }) : brotliCompressSync(body, QUICKEST);
}

/**
 * Bytes that were just made: compressed lightly, since most are asked for once. The tag says so ("-quick"): the same content
 * packed tightly is other bytes.
 */
export function sendQuick(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: QuickAnswer,
): void {
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const condition = request.headers["if-none-match"];
  const accepted = request.headers["accept-encoding"]?.toString();
  const encoding =
    body.byteLength < COMPRESSED_FROM_BYTES ? "identity" : chooseEncoding(accepted, ["br", "gzip"]);
  const tagged = { ...headers, etag: `"${digest}${SUFFIX[encoding]}"` };
  if (status === 200 && condition !== undefined && isKnown(condition, digest)) {
    const { "content-type": _type, ...rest } = tagged as Record<string, string>;
    response.writeHead(304, rest).end();
    return;
  }
  const packed = pack(body, encoding);
  response.writeHead(status, {
    ...tagged,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": String(packed.byteLength),
  });
  response.end(request.method === "HEAD" ? undefined : packed);
}
