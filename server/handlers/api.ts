import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiForm } from "#domain/dataset/api/common-parameters.ts";
import { mediaTypes } from "#domain/dataset/api/openapi.ts";
import { readQuery } from "#domain/dataset/api/parameter.ts";
import { apiProblems } from "#domain/dataset/api/problems.ts";
import { findResource } from "#domain/dataset/api/resources.ts";
import { noteSecurityEvent } from "#journal/journal.ts";
import { type ApiAnswer, type ApiFailure, type ApiRequest, problem } from "../api/answer.ts";
import { answerRequest } from "../api/answers.ts";
import { negotiateForm } from "../api/negotiate.ts";
import { ByteCache } from "../http/byte-cache.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import type { Versions } from "../http/published-versions.ts";
import { type QuickAnswer, sendQuick } from "../http/quick-answer.ts";
import { makeReady, type ReadyAnswer, sendReady } from "../http/ready-answer.ts";
import type { RequestAddress } from "../http/request-address.ts";
import { networkOf, type RequestRates, rateHeaders } from "../http/request-rates.ts";
import { reportFailure } from "../process/log.ts";
import type { Handler } from "./handler.ts";

export interface ApiSetting {
  readonly versions: Versions;
  readonly rates: RequestRates;
  readonly memoryBytes: number;
  /** "" when no public origin is known: addresses are then relative. */
  readonly origin: string;
  readonly today: () => string;
  readonly securityLog?: string | undefined;
}

const ALLOWED = "GET, HEAD, OPTIONS";
const SHARED = {
  "content-security-policy": BARE_POLICY,
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
  "cross-origin-resource-policy": "cross-origin",
};
/** The latest release may change at any time; an answer that names its release does not. */
const LATEST = "public, max-age=0, must-revalidate";
const PINNED = "public, max-age=86400";

/** Kept until its city publishes; packed tightly when it is asked for again. */
interface Kept {
  readonly version: string;
  readonly answer: QuickAnswer;
  ready: Promise<ReadyAnswer> | undefined;
  readonly bytes: number;
}

/** `/api/v1/…`, answered without Next: what was answered once is bytes until the city publishes again. */
export function apiHandler(setting: ApiSetting): Handler {
  const kept = new ByteCache<Kept>(setting.memoryBytes);
  return async (request, response, address) => {
    const refusal = admit(setting, request, response);
    if (refusal) return sendProblem(setting, request, response, refusal);
    if (request.method === "OPTIONS") return sendOptions(response);
    const understood = understand(setting, request, address);
    if ("kind" in understood) return sendProblem(setting, request, response, understood);
    const key = keyOf(understood);
    const version = setting.versions.of(understood.names.city);
    const known = kept.get(key);
    if (known?.version === version) {
      known.ready ??= makeReady({ ...known.answer, effort: "page" });
      return sendReady(request, response, await known.ready);
    }
    const answer = await Promise.resolve(answerRequest(understood)).catch(unavailable);
    if (answer.kind === "problem") return sendProblem(setting, request, response, answer);
    if (answer.kind === "moved") return sendMoved(response, answer.location);
    const made = toBytes(understood, answer);
    const bytes = made.body.byteLength * 2 + 2_000;
    kept.set(key, { version, answer: made, ready: undefined, bytes });
    sendQuick(request, response, made);
  };
}

/** Counts the request, and says what is wrong with it before it is looked at. */
function admit(
  { rates, securityLog }: ApiSetting,
  request: IncomingMessage,
  response: ServerResponse,
): ApiFailure | undefined {
  const method = request.method ?? "";
  const network = networkOf(request);
  if (network !== undefined) {
    const state = rates.count(network);
    const headers = rateHeaders(rates.policy, state);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (state.isFirstRefused) {
      // Readers are not watched: that the limit was reached, not by whom.
      const reached = { event: "limit-reached", outcome: "refused", of: "requests" } as const;
      noteSecurityEvent({ ...reached, door: "/api/v1" }, { securityLog });
    }
    if (!state.isAllowed) return problem("too-many-requests");
  }
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return undefined;
  return problem("method-not-allowed", undefined, {
    headers: { allow: ALLOWED, connection: "close" },
  });
}

function understand(
  { origin, today }: ApiSetting,
  request: IncomingMessage,
  { segments, query }: RequestAddress,
): ApiRequest | ApiFailure {
  const found = findResource(segments.slice(2));
  if (!found) return problem("no-such-address");
  const { resource, names } = found;
  const read = readQuery(resource.parameters, query);
  const { kind } = read;
  if (kind === "invalid") {
    const { parameter, reason } = read;
    return problem("invalid-parameter", `${parameter}: ${reason}`, { parameter });
  }
  if (kind === "unknown") {
    const detail = `${read.parameter} is none of ${read.known.join(", ")}`;
    return problem("unknown-parameter", detail, { parameter: read.parameter });
  }
  const asked = read.values.format as ApiForm | undefined;
  const form = asked ?? negotiateForm(resource.forms, request.headers.accept);
  if (!form)
    return problem("not-acceptable", resource.forms.map((one) => mediaTypes[one]).join(", "));
  return { resource, names, values: read.values, query, form, origin, today: today() };
}

/** One spelling of a request, whatever the order of its parameters. */
function keyOf({ resource, names, query, form }: ApiRequest): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return `${form} ${resource.id} ${JSON.stringify(names)} ${sorted}`;
}

function writeBody(body: unknown, rowTexts: readonly string[] | undefined): string {
  const written = JSON.stringify(body);
  return rowTexts ? `${written.slice(0, -1)},"rows":[${rowTexts.join(",")}]}` : written;
}

function toBytes(
  { form, query, resource }: ApiRequest,
  { body, next, rowTexts }: Extract<ApiAnswer, { kind: "answer" }>,
): QuickAnswer {
  const { dataset } = resource;
  // What moderation hides is hidden in earlier releases too, and at once.
  const isPinned =
    dataset?.id !== "annotations" &&
    (query.has("release") || (query.has("cursor") && !dataset?.goesOnBetweenReleases));
  return {
    status: 200,
    body: Buffer.from(`${writeBody(body, rowTexts)}\n`),
    headers: {
      ...SHARED,
      "content-type": `${mediaTypes[form]}; charset=utf-8`,
      "cache-control": isPinned ? PINNED : LATEST,
      vary: "Accept, Accept-Encoding",
      ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
    },
  };
}

function unavailable(failure: unknown): ApiFailure {
  reportFailure("The API could not answer", failure);
  return problem("unavailable", undefined, { headers: { "retry-after": "10" } });
}

function sendProblem(
  { origin }: ApiSetting,
  request: IncomingMessage,
  response: ServerResponse,
  { type, detail, parameter, headers }: ApiFailure,
): void {
  const { status, title } = apiProblems[type];
  const said = { type: `${origin}/problems/${type}`, title, status };
  const more = {
    ...(detail === undefined ? {} : { detail }),
    ...(parameter === undefined ? {} : { parameter }),
  };
  const body = Buffer.from(`${JSON.stringify({ ...said, ...more })}\n`);
  response.writeHead(status, {
    ...SHARED,
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": String(body.byteLength),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendMoved(response: ServerResponse, location: string): void {
  response.writeHead(308, {
    ...SHARED,
    location,
    "cache-control": "no-store",
    "content-length": "0",
  });
  response.end();
}

/** What a browser asks before it lets a page of another origin read (Fetch, CORS preflight). */
function sendOptions(response: ServerResponse): void {
  response.writeHead(204, {
    ...SHARED,
    allow: ALLOWED,
    "access-control-allow-methods": ALLOWED,
    "access-control-allow-headers": "Accept, If-None-Match",
    "access-control-max-age": "86400",
    "cache-control": "no-store",
  });
  response.end();
}
