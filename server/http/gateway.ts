import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { bake, NOT_KEPT, type PageDress } from "./baked-page.ts";
import { collect } from "./collect.ts";
import { BARE_POLICY } from "./content-security-policy.ts";
import type { Renderer } from "./next-renderer.ts";
import { sendReady } from "./ready-answer.ts";

/** What of a visitor's request reaches Next. Everything else stays outside, known trick or unknown. */
const LET_IN = [
  "accept",
  "accept-language",
  "content-length",
  "content-type",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
  "rsc",
] as const;

/** What of Next's answer does not leave: the connection's own, and what only tells how it is made. */
const KEPT_IN = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "date",
  "x-powered-by",
  "x-nextjs-cache",
  "x-nextjs-prerender",
  "x-nextjs-stale-time",
  "cache-control",
  // Readers have no cookie: only private addresses see or set one.
  "set-cookie",
]);
const LARGEST_PAGE_BYTES = 32 * 1024 * 1024;

export function letIn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept: Record<string, string | string[] | undefined> = {};
  for (const name of LET_IN) {
    if (headers[name] !== undefined) kept[name] = headers[name];
  }
  return kept;
}

export function letOut(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !KEPT_IN.has(name)) kept[name] = value;
  }
  return kept;
}

/** Whether Next's own router in the browser asks for its data instead of a page. */
export function asksForRouterData(headers: IncomingHttpHeaders, query: URLSearchParams): boolean {
  return (
    headers.rsc !== undefined ||
    headers["next-router-state-tree"] !== undefined ||
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-segment-prefetch"] !== undefined ||
    query.has("_rsc")
  );
}

/**
 * Hands a request to Next and its answer back, unkept. A page gets its policy like any other. False,
 * and nothing sent, when Next failed.
 */
export async function passThrough(
  renderer: Renderer,
  request: IncomingMessage,
  response: ServerResponse,
  dress: PageDress,
): Promise<boolean> {
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  // Next's answer to HEAD lacks what the headers of a page are made from.
  const method = hasBody ? (request.method ?? "POST") : "GET";
  const answer = await renderer.ask({
    method,
    target: request.url ?? "/",
    headers: letIn(hasBody ? request.headers : { ...request.headers, "content-length": undefined }),
    ...(hasBody ? { body: request } : {}),
  });
  const status = answer.statusCode ?? 500;
  if (status >= 500) {
    answer.destroy();
    return false;
  }
  if (/^text\/html/.test(answer.headers["content-type"] ?? "") && !hasBody) {
    const html = await collect(answer, LARGEST_PAGE_BYTES);
    const { location } = answer.headers;
    sendReady(
      request,
      response,
      await bake({ status, location, link: undefined, html }, dress, NOT_KEPT),
    );
    return true;
  }
  response.writeHead(status, {
    ...dress.security,
    "content-security-policy": BARE_POLICY,
    ...letOut(answer.headers),
    "cache-control": NOT_KEPT,
  });
  await pipeline(answer, response);
  return true;
}
