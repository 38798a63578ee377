import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { duplexPair } from "node:stream";
import { reportFailure } from "../process/log.ts";
import { collect } from "./collect.ts";

/** What stands behind the front and makes what is not ready. */
export interface Renderer {
  /** The whole answer to a request that carries nothing of the visitor. */
  render(target: string): Promise<Rendered>;
  /** The beginning of an answer, its body still to be read. */
  ask(request: RendererRequest): Promise<IncomingMessage>;
}

export interface RendererRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: NodeJS.ReadableStream;
}

export interface Rendered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type RequestListener = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
) => Promise<void>;

const LARGEST_PAGE_BYTES = 32 * 1024 * 1024;
const RENDER_MS = 60_000;

/**
 * Speaks HTTP to a handler through a pair of streams in memory: no port is opened behind the front, so
 * nothing can reach the handler around it, and the answer is exactly what the handler would have sent.
 */
export function renderThrough(listener: RequestListener, host: string): Renderer {
  const server = http.createServer({ keepAliveTimeout: 0 }, (request, response) => {
    listener(request, response).catch((failure: unknown) => {
      reportFailure(`While rendering ${request.url}`, failure);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.timeout = 0;

  const ask = (request: RendererRequest) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const [near, far] = duplexPair();
      server.emit("connection", far);
      const outgoing = http.request({
        method: request.method,
        path: request.target,
        headers: { ...request.headers, host, connection: "close" },
        // Without an agent. The types ask for a socket; any duplex stream does.
        createConnection: () => near as unknown as import("node:net").Socket,
      });
      const timer = setTimeout(() => outgoing.destroy(new Error("render timed out")), RENDER_MS);
      outgoing.once("error", reject);
      outgoing.once("close", () => clearTimeout(timer));
      outgoing.once("response", resolve);
      if (request.body) request.body.pipe(outgoing);
      else outgoing.end();
    });

  return {
    ask,
    async render(target) {
      const answer = await ask({ method: "GET", target, headers: { accept: "text/html" } });
      const body = await collect(answer, LARGEST_PAGE_BYTES);
      return { status: answer.statusCode ?? 500, headers: answer.headers, body };
    },
  };
}
