import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { chooseEncoding } from "./encoding.ts";
import { isKnown } from "./ready-answer.ts";
import type { Headers } from "./security-headers.ts";

/** Below this compressing costs more than it saves. */
const COMPRESSED_FROM_BYTES = 1_500;

export interface QuickAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
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
  const accepted = chooseEncoding(request.headers["accept-encoding"]?.toString());
  const isPacked = accepted !== "identity" && body.byteLength >= COMPRESSED_FROM_BYTES;
  const tagged = { ...headers, etag: `"${digest}${isPacked ? "-quick" : ""}"` };
  if (status === 200 && condition !== undefined && isKnown(condition, digest)) {
    const { "content-type": _type, ...rest } = tagged as Record<string, string>;
    response.writeHead(304, rest).end();
    return;
  }
  const packed = isPacked ? gzipSync(body, { level: 1 }) : body;
  response.writeHead(status, {
    ...tagged,
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
    "content-length": String(packed.byteLength),
  });
  response.end(request.method === "HEAD" ? undefined : packed);
}
