import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { answerLog, type LogAnswer, logProblem } from "../api/answer-log.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { chooseEncoding } from "../http/encoding.ts";
import { reportFailure } from "../process/log.ts";
import type { Handler } from "./handler.ts";

/** Below this compressing costs more than it saves. */
const COMPRESSED_FROM_BYTES = 1_500;

/** `/api/v1/log/…`, answered without Next. */
export const logApiHandler: Handler = async (request, response, { segments, query }) => {
  const [, , , resource = "", ...more] = segments;
  const answer = await answerLog(more.length === 0 ? resource : "", query).catch(unavailable);
  send(request, response, answer);
};

function unavailable(failure: unknown): LogAnswer {
  reportFailure("The log could not be read", failure);
  return logProblem(503, "unavailable", "The database is unavailable; ask again in a moment.");
}

function send(request: IncomingMessage, response: ServerResponse, answer: LogAnswer): void {
  const plain = Buffer.from(`${answer.json}\n`);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`;
  const type = answer.status < 400 ? "application/json" : "application/problem+json";
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": BARE_POLICY,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control":
      answer.cacheSeconds > 0 ? `public, max-age=${answer.cacheSeconds}` : "no-store",
    vary: "accept-encoding",
    etag,
  };
  if (answer.status === 200 && request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const accepted = chooseEncoding(request.headers["accept-encoding"]?.toString());
  const isCompressed = plain.byteLength >= COMPRESSED_FROM_BYTES && accepted !== "identity";
  const body = isCompressed ? gzipSync(plain, { level: 1 }) : plain;
  response.writeHead(answer.status, {
    ...headers,
    ...(isCompressed ? { "content-encoding": "gzip" } : {}),
    "content-length": String(body.byteLength),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
