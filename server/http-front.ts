import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

import { noteSecurityEvent } from "#journal/journal.ts";
import { coarseNetwork, type SecurityEvent } from "#journal/security-event.ts";
import type { Handler } from "./handlers/handler.ts";
import type { PageDress } from "./http/baked-page.ts";
import type { Absence, BakedPages } from "./http/baked-pages.ts";
import { asksForRouterData, passThrough } from "./http/gateway.ts";
import { prefersLinkedData } from "./http/linked-data.ts";
import type { Renderer } from "./http/next-renderer.ts";
import { sendPlain } from "./http/plain-answers.ts";
import { passPrivately } from "./http/private-passage.ts";
import { type ReadyAnswer, sendReady } from "./http/ready-answer.ts";
import { LONGEST_ADDRESS, type RequestAddress, readAddress } from "./http/request-address.ts";
import { WITHOUT_IN_FRAMES } from "./http/security-headers.ts";
import type { StaticFiles } from "./http/static-files.ts";
import { clientOf, comesFromOurPages } from "./http/visitor.ts";
import { isPrivateAddress } from "./private-addresses.ts";
import { reportFailure } from "./process/log.ts";
import { findPublicAddress } from "./public-addresses.ts";

/**
 * The door of the house. In order: what is ready in memory; what is refused; handlers; files; public
 * pages, rendered once and kept; and Next for the rest.
 */
export interface HttpFrontSetting {
  readonly renderer: Renderer;
  readonly pages: BakedPages;
  readonly files: StaticFiles;
  readonly dress: PageDress;
  /** The address of the product as the public knows it. */
  readonly publicOrigin?: string | undefined;
  /** Absent: the standard output. */
  readonly securityLog?: string | undefined;
}

const READ = new Set(["GET", "HEAD"]);

/**
 * What never became a request. A connection on which nothing was said is closed without a word: browsers open some in
 * advance, and would take an answer that crosses their first request for the answer to it.
 */
function refuse({ code }: NodeJS.ErrnoException, socket: Socket): void {
  const isLate = code === "ERR_HTTP_REQUEST_TIMEOUT";
  const isSilent = isLate && socket.bytesRead === 0;
  const line = isLate ? "408 Request Timeout" : "400 Bad Request";
  if (isSilent || !socket.writable) socket.destroy();
  else socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\n\r\n`);
}

/** A handler of a prefix, or of whatever addresses it claims. */
type Claim = string | ((address: RequestAddress, request: IncomingMessage) => boolean);
interface Registered {
  readonly claim: Claim;
  readonly handler: Handler;
  readonly answersEveryMethod: boolean;
}

function isClaimed(claim: Claim, address: RequestAddress, request: IncomingMessage): boolean {
  if (typeof claim !== "string") return claim(address, request);
  return address.path === claim || address.path.startsWith(`${claim}/`);
}

function failureCode(absence: Absence): number {
  return absence === "failed" ? 500 : 503;
}

export class HttpFront {
  readonly server: http.Server;
  readonly #setting: HttpFrontSetting;
  readonly #handlers: Registered[] = [];

  constructor(setting: HttpFrontSetting) {
    this.#setting = setting;
    this.server = http.createServer(
      {
        maxHeaderSize: 16_384,
        headersTimeout: 10_000,
        requestTimeout: 30_000,
        keepAliveTimeout: 10_000,
        connectionsCheckingInterval: 5_000,
      },
      (request, response) => this.#receive(request, response),
    );
    this.server.maxHeadersCount = 100;
    // Nothing here speaks another protocol: an upgrade is answered as the plain request that it also is.
    this.server.on("clientError", (failure, socket) => refuse(failure, socket as Socket));
  }

  /**
   * A prefix is without final slash: "/tiles" answers "/tiles" and everything under "/tiles/". Unless it answers every method, the
   * handler sees GET and HEAD only.
   */
  registerHandler(claim: Claim, handler: Handler, methods: "read" | "every" = "read"): void {
    this.#handlers.push({ claim, handler, answersEveryMethod: methods === "every" });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const ready = this.#readyFor(request);
    if (ready) {
      sendReady(request, response, ready);
      return;
    }
    this.#handle(request, response).catch((failure: unknown) => {
      // A visitor who leaves in the middle is no failure of ours.
      if (response.destroyed) return;
      reportFailure("A request failed", failure);
      if (response.headersSent) response.destroy();
      else sendPlain(response, 500);
    });
  }

  #readyFor({ method, url = "/", headers }: IncomingMessage): ReadyAnswer | undefined {
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (headers.rsc !== undefined || headers["next-router-state-tree"] !== undefined) {
      return undefined;
    }
    if (prefersLinkedData(headers.accept)) return undefined;
    return this.#setting.pages.ready(url) ?? this.#setting.files.ready(url);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(this.#setting.dress.security)) {
      response.setHeader(name, value);
    }
    const target = request.url ?? "/";
    const address = readAddress(target);
    if (address) await this.#route(request, response, address);
    else sendPlain(response, target.length > LONGEST_ADDRESS ? 414 : 400, { connection: "close" });
  }

  async #route(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
  ): Promise<void> {
    const { path } = address;
    const reading = READ.has(request.method ?? "");
    const found = this.#handlers.find(({ claim }) => isClaimed(claim, address, request));
    const refuses = found ? !found.answersEveryMethod : address.segments[0] !== "api";
    if (!reading && refuses) {
      sendPlain(response, 405, { allow: "GET, HEAD", connection: "close" });
    } else if (found) {
      await found.handler(request, response, address);
    } else if (!reading && !comesFromOurPages(request.headers, this.#setting.publicOrigin)) {
      this.#noteRefusal("origin-refused", request, address);
      sendPlain(response, 403, { connection: "close" });
    } else if (isPrivateAddress(address.segments)) {
      await this.#sendPrivate(request, response, address);
    } else if (!(await this.#sendFile(request, response, path))) {
      await this.#sendPage(request, response, address);
    }
  }

  /** True when answered. Nothing under /_next or /api is a page. */
  async #sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<boolean> {
    const file = await this.#setting.files.answer(path);
    if (file) sendReady(request, response, file);
    else if (/^\/(?:_next|api)\//.test(path)) sendPlain(response, 404);
    else return false;
    return true;
  }

  async #sendPrivate(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
  ): Promise<void> {
    const { renderer, dress, publicOrigin, pages } = this.#setting;
    const passage = { renderer, security: dress.security, publicOrigin };
    const outcome = await passPrivately(passage, request, response);
    if (outcome === "failed") sendPlain(response, pages.isReadable ? 500 : 503);
    if (outcome === "too-large") this.#noteRefusal("input-refused", request, address);
  }

  /** Only of doors that change something: what readers do is not noted. */
  #noteRefusal(
    event: "origin-refused" | "input-refused",
    request: IncomingMessage,
    { segments }: RequestAddress,
  ): void {
    const { publicOrigin, securityLog } = this.#setting;
    const door = isPrivateAddress(segments) ? `/${segments.slice(0, 2).join("/")}` : "{other}";
    const network = coarseNetwork(clientOf(request, publicOrigin));
    const outcome = event === "origin-refused" ? "refused" : "too-large";
    noteSecurityEvent({ event, outcome, door, network } as SecurityEvent, { securityLog });
  }

  async #sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
  ): Promise<void> {
    const { pages, renderer, dress } = this.#setting;
    const asked = findPublicAddress(address.segments, address.query);
    if (asked && !asksForRouterData(request.headers, address.query)) {
      const answer = await pages.answer(asked);
      if (typeof answer === "string") sendPlain(response, failureCode(answer));
      else {
        if (asked.isFramed) letFrame(response);
        sendReady(request, response, answer);
      }
    } else if (!(await passThrough(renderer, request, response, dress))) {
      sendPlain(response, pages.isReadable ? 500 : 503);
    }
  }
}

function letFrame(response: ServerResponse): void {
  for (const name of WITHOUT_IN_FRAMES) response.removeHeader(name);
}
