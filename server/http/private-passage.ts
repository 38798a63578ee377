import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { NOT_KEPT } from "./baked-page.ts";
import { collect } from "./collect.ts";
import { BARE_POLICY, policyWithNonce } from "./content-security-policy.ts";
import { letIn, letOut } from "./gateway.ts";
import type { Renderer } from "./next-renderer.ts";
import { sendPlain } from "./plain-answers.ts";
import type { Headers } from "./security-headers.ts";
import { clientOf } from "./visitor.ts";

/** No form of ours is longer, files apart. */
const LARGEST_FORM_BYTES = 512 * 1024;
const LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;

export interface PassageSetting {
  readonly renderer: Renderer;
  readonly security: Headers;
  readonly publicOrigin: string | undefined;
}

/**
 * Hands a private request to Next, with its cookies, and the answer back with those it sets; nothing is kept. Scripts run
 * by a nonce made for this one answer: a hash would also bless a script that somebody had slipped into the page. "failed",
 * and nothing sent, when Next failed.
 */
export async function passPrivately(
  setting: PassageSetting,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<"answered" | "too-large" | "failed"> {
  const { renderer, security, publicOrigin } = setting;
  const body = await readForm(request);
  if (body === "too-large") {
    sendPlain(response, 413, { connection: "close" });
    return "too-large";
  }
  const nonce = randomBytes(16).toString("base64");
  const answer = await renderer.ask({
    method: body ? (request.method ?? "POST") : "GET",
    target: request.url ?? "/",
    headers: known({
      ...letIn(request.headers),
      ...forPrivate(request, publicOrigin),
      "content-length": body ? String(body.byteLength) : undefined,
      "content-security-policy": `script-src 'nonce-${nonce}'`,
    }),
    ...(body ? { body: Readable.from([body]) } : {}),
  });
  const status = answer.statusCode ?? 500;
  if (status >= 500) {
    answer.destroy();
    return "failed";
  }
  const bytes = await collect(answer, LARGEST_ANSWER_BYTES);
  const isPage = /^text\/html/.test(answer.headers["content-type"] ?? "");
  response.writeHead(status, {
    ...security,
    ...letOut(answer.headers),
    ...cookiesOf(answer.headers),
    "content-security-policy": isPage ? policyWithNonce(nonce) : BARE_POLICY,
    "content-length": String(bytes.byteLength),
    "cache-control": NOT_KEPT,
  });
  response.end(bytes);
  return "answered";
}

async function readForm(request: IncomingMessage): Promise<Buffer | "too-large" | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_FORM_BYTES) return "too-large";
  try {
    return await collect(request, LARGEST_FORM_BYTES);
  } catch (failure) {
    if (request.destroyed && !request.complete && request.errored) throw failure;
    return "too-large";
  }
}

function known(headers: Record<string, string | string[] | undefined>): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

function forPrivate(
  request: IncomingMessage,
  publicOrigin: string | undefined,
): Record<string, string | undefined> {
  return {
    cookie: request.headers.cookie,
    "user-agent": request.headers["user-agent"],
    "sec-fetch-site": request.headers["sec-fetch-site"] as string | undefined,
    "x-contrechamp-client": clientOf(request, publicOrigin),
  };
}

function cookiesOf(headers: IncomingHttpHeaders): Record<string, string[]> {
  const cookies = headers["set-cookie"];
  return cookies ? { "set-cookie": cookies } : {};
}
