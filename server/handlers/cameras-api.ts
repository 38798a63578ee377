import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type ApiAnswer, answerCameras } from "../api/answer-cameras.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { reportFailure } from "../process/log.ts";
import type { Handler } from "./handler.ts";

/** Below this compressing costs more than it saves. */
const COMPRESSED_FROM_BYTES = 1_500;

/**
 * `/api/v1/cities/{city}/cameras`, answered without Next: the in-memory index makes it cheap, and a page of the
 * framework would cost ten times the answer.
 */
export function camerasApiHandler(today: () => string): Handler {
  return async (request, response, { segments, query }) => {
    const [, , , city = "", collection, ...more] = segments;
    const answer =
      collection === "cameras" && more.length === 0
        ? await answerCameras(city, query, today()).catch(unavailable)
        : notThere;
    send(request, response, answer);
  };
}

const notThere: ApiAnswer = {
  status: 404,
  contentType: "application/problem+json; charset=utf-8",
  cacheSeconds: 0,
  body: { type: "urn:contrechamp:problem:not-found", title: "not found", status: 404 },
};

function unavailable(failure: unknown): ApiAnswer {
  reportFailure("The cameras could not be read", failure);
  return {
    status: 503,
    contentType: "application/problem+json; charset=utf-8",
    cacheSeconds: 0,
    body: {
      type: "urn:contrechamp:problem:unavailable",
      title: "database unavailable",
      status: 503,
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, answer: ApiAnswer): void {
  const plain = Buffer.from(`${JSON.stringify(answer.body)}\n`);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "content-type": answer.contentType,
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
  const isCompressed =
    plain.byteLength >= COMPRESSED_FROM_BYTES &&
    /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = isCompressed ? gzipSync(plain, { level: 1 }) : plain;
  response.writeHead(answer.status, {
    ...headers,
    ...(isCompressed ? { "content-encoding": "gzip" } : {}),
    "content-length": String(body.byteLength),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
