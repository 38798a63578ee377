import { mkdtemp, rm } from "node:fs/promises";
import http, { type IncomingHttpHeaders } from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import type { Handler } from "#server/handlers/handler.ts";
import { BakedPages } from "#server/http/baked-pages.ts";
import { type RequestListener, renderThrough } from "#server/http/next-renderer.ts";
import { PageDisk } from "#server/http/page-disk.ts";
import { followVersions } from "#server/http/published-versions.ts";
import { securityHeaders } from "#server/http/security-headers.ts";
import { StaticFiles } from "#server/http/static-files.ts";
import { HttpFront } from "#server/http-front.ts";
import { startListening, stopListening } from "#server/listening.ts";
import type { DatabaseState, DatabaseWatch } from "#server/postgres/database-watch.ts";

/** The front with a play behind it instead of Next: what is rendered, and what the database says. */
export class FakeWatch implements DatabaseWatch {
  state: DatabaseState = {
    reachable: true,
    serverVersion: "18.4",
    migrations: { applied: ["one"], pending: [] },
    published: [
      { city: "alpha", timezone: "Europe/Paris", release: 1, version: "a1", hidings: 0 },
      { city: "beta", timezone: "Europe/Paris", release: 1, version: "b1", hidings: 0 },
    ],
  };
  #listeners: (() => void)[] = [];

  check(): Promise<DatabaseState> {
    return Promise.resolve(this.state);
  }
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  change(next: Partial<DatabaseState>): void {
    this.state = { ...this.state, ...next };
    for (const listener of this.#listeners) listener();
  }
  publish(city: string, version: string): void {
    const published = this.state.published.map((known) =>
      known.city === city ? { ...known, version } : known,
    );
    this.change({ published });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export class FrontStage {
  readonly watch = new FakeWatch();
  readonly rendered: string[] = [];
  readonly received: IncomingHttpHeaders[] = [];
  folder = "";
  port = 0;
  clock = 0;
  front!: HttpFront;
  disk!: PageDisk;
  play: RequestListener = (_request, response) => {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
    response.end("<p>nothing</p>");
    return Promise.resolve();
  };

  static async open(
    options: { publicOrigin?: string; memoryBytes?: number; diskBytes?: number } = {},
  ) {
    const stage = new FrontStage();
    stage.folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-front-"));
    await stage.start(options);
    return stage;
  }

  async start(
    options: { publicOrigin?: string; memoryBytes?: number; diskBytes?: number } = {},
    handlers: Record<string, Handler> = {},
    watch: DatabaseWatch = this.watch,
  ): Promise<void> {
    const renderer = renderThrough((request, response) => {
      this.rendered.push(request.url ?? "");
      this.received.push(request.headers);
      return this.play(request, response);
    }, "inside.example");
    const security = securityHeaders(options.publicOrigin);
    const inlineStyles = new Map([["/_next/static/small.css", "p{margin:0}"]]);
    const dress = { security, inlineStyles };
    const versions = followVersions(watch, () => new Date("2026-06-01T12:00:00Z"));
    this.disk = new PageDisk(path.join(this.folder, "pages"), "build", options.diskBytes ?? 1e7);
    const files = await StaticFiles.open(
      [
        { folder: path.join(this.folder, "static"), prefix: "/_next/static", immutable: true },
        { folder: path.join(this.folder, "public"), prefix: "", immutable: false },
      ],
      security,
    );
    const pages = new BakedPages({
      renderer,
      watch,
      versions,
      disk: this.disk,
      memoryBytes: options.memoryBytes ?? 1e7,
      dress,
      clock: () => this.clock,
    });
    this.front = new HttpFront({
      ...{ renderer, pages, files, dress },
      publicOrigin: options.publicOrigin,
      securityLog: path.join(this.folder, "security.log"),
    });
    for (const [prefix, handler] of Object.entries(handlers)) {
      this.front.registerHandler(prefix, handler);
    }
    this.port = await startListening(this.front.server, "127.0.0.1", 0);
  }

  /** Without the niceties of fetch: the path goes out as written, nothing is decoded. */
  request(target: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
    return request(this.port, target, headers, method);
  }

  /** Bytes as they are, for what no client would send. */
  raw(bytes: string, patienceMs?: number): Promise<string> {
    return raw(this.port, bytes, patienceMs);
  }

  async stop(): Promise<void> {
    await stopListening(this.front.server);
    await this.disk.flush();
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function request(
  port: number,
  target: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request(
      { host: "127.0.0.1", port, path: target, headers, method, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end();
  });
}

export function raw(port: number, bytes: string, patienceMs = 600): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    setTimeout(() => socket.destroy(), patienceMs).unref();
  });
}

/** A page as Next would make it, with an inline script, a notice, and a count of how often it was made. */
export function page(text: string): string {
  return `<!DOCTYPE html><html lang="fr"><head><title>t</title></head><body><p id="database-notice" class="n" hidden="">Base arrêtée</p><main>${text}</main><script>self.__next_f=[1]</script></body></html>`;
}
