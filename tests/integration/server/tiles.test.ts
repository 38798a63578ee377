import http from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tileSource } from "#server/handlers/tile-source.ts";
import { type TileHandler, tileHandler } from "#server/handlers/tiles.ts";
import { startListening, stopListening } from "#server/listening.ts";
import { FrontStage } from "./front-stage.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

let stage: FrontStage;
let upstream: http.Server;
let upstreamPort: number;
let asked: string[];
let clock: number;
let tiles: TileHandler;
let play: http.RequestListener;

const template = () => `http://127.0.0.1:${upstreamPort}/map/{z}/{x}/{y}.png?key=k`;

function open(diskBytes = 1e6, withSource = true): Promise<void> {
  tiles = tileHandler({
    source: withSource ? tileSource(template(), "https://cameras.example.org") : undefined,
    sourceName: template(),
    folder: `${stage.folder}/tiles`,
    diskBytes,
    clock: () => clock,
  });
  return stage.start({}, { "/tiles": tiles.handle });
}

beforeEach(async () => {
  asked = [];
  clock = 1_000_000;
  play = (_request, response) => {
    response.writeHead(200, { "content-type": "image/png" }).end(PNG);
  };
  upstream = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    play(request, response);
  });
  upstreamPort = await startListening(upstream, "127.0.0.1", 0);
  stage = await FrontStage.open();
  await stage.stop();
});
afterEach(async () => {
  await tiles.flush();
  await stage.close();
  await stopListening(upstream);
});

describe("map tiles", () => {
  it("come from the configured source, by its template", async () => {
    await open();
    const answer = await stage.request("/tiles/3/4/5");
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("image/png");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.body.equals(PNG)).toBe(true);
    expect(asked).toEqual(["/map/3/4/5.png?key=k"]);
  });

  it("tell the source nothing of the visitor, and who is asking", async () => {
    let headers: http.IncomingHttpHeaders = {};
    play = (request, response) => {
      headers = request.headers;
      response.writeHead(200, { "content-type": "image/png" }).end(PNG);
    };
    await open();
    await stage.request("/tiles/3/4/5", {
      cookie: "a=b",
      referer: "https://cameras.example.org/x",
      "x-forwarded-for": "192.0.2.1",
    });
    expect(headers["user-agent"]).toBe("Contrechamp (+https://cameras.example.org)");
    for (const name of ["cookie", "referer", "x-forwarded-for"]) {
      expect(headers[name]).toBeUndefined();
    }
  });

  it("are fetched once, kept through a restart, and fetched again after two weeks", async () => {
    await open();
    await Promise.all(Array.from({ length: 10 }, () => stage.request("/tiles/3/4/5")));
    expect(asked).toHaveLength(1);
    await tiles.flush();
    await stage.stop();
    await open();
    await stage.request("/tiles/3/4/5");
    expect(asked).toHaveLength(1);
    clock += 15 * 24 * 3_600_000;
    await stage.request("/tiles/3/4/5");
    expect(asked).toHaveLength(2);
  });

  it("that are old are shown rather than none", async () => {
    await open();
    await stage.request("/tiles/3/4/5");
    await tiles.flush();
    clock += 15 * 24 * 3_600_000;
    play = (_request, response) => response.writeHead(500).end();
    expect((await stage.request("/tiles/3/4/5")).body.equals(PNG)).toBe(true);
  });

  it("are not sent again to who has them", async () => {
    await open();
    const { headers } = await stage.request("/tiles/3/4/5");
    const again = await stage.request("/tiles/3/4/5", { "if-none-match": String(headers.etag) });
    expect(again.status).toBe(304);
  });

  it.each([
    "/tiles/1/2/0",
    "/tiles/23/0/0",
    "/tiles/1/0",
    "/tiles/1/0/0/0",
    "/tiles/1/0/0.png",
    "/tiles/-1/0/0",
    "/tiles/1/0/0@evil.example",
    "/tiles/1/0/%2e%2e%2f",
    "/tiles/1/0/..%2f..%2fadmin",
    "/tiles/1/0/0?url=http://169.254.169.254/",
    "/tiles/http:%2f%2fevil.example/0/0",
    "/tiles",
  ])("%s is none, and the source is not asked", async (target) => {
    await open();
    expect([400, 404]).toContain((await stage.request(target)).status);
    expect(asked).toEqual([]);
  });

  it("without a source are nothing, at once", async () => {
    await open(1e6, false);
    const answer = await stage.request("/tiles/3/4/5");
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
  });

  it.each<[string, http.RequestListener]>([
    ["fails", (_request, response) => response.writeHead(500).end()],
    ["has no such tile", (_request, response) => response.writeHead(404).end()],
    [
      "sends a page",
      (_q, response) => response.writeHead(200, { "content-type": "text/html" }).end("x"),
    ],
    [
      "sends a drawing that may hold a script",
      (_q, response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg/>"),
    ],
    [
      "sends too much",
      (_q, response) =>
        response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(2_000_000)),
    ],
    ["hangs up", (request) => request.socket.destroy()],
    [
      "leads to another host",
      (_q, response) => response.writeHead(302, { location: "http://127.0.0.2:1/x" }).end(),
    ],
    [
      "leads to a file",
      (_q, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    ],
    [
      "leads in a circle",
      (request, response) => response.writeHead(302, { location: request.url }).end(),
    ],
  ])(
    "of a source that %s are nothing, and it is not asked again at once",
    async (_name, listener) => {
      play = listener;
      await open();
      expect((await stage.request("/tiles/3/4/5")).status).toBe(204);
      const before = asked.length;
      expect((await stage.request("/tiles/3/4/5")).status).toBe(204);
      expect(asked).toHaveLength(before);
      clock += 61_000;
      await stage.request("/tiles/3/4/5");
      expect(asked.length).toBeGreaterThan(before);
    },
  );

  it("follow the source's own redirections", async () => {
    play = (request, response) => {
      if (request.url === "/other.png") {
        response.writeHead(200, { "content-type": "image/png" }).end(PNG);
      } else response.writeHead(302, { location: "/other.png" }).end();
    };
    await open();
    expect((await stage.request("/tiles/3/4/5")).status).toBe(200);
  });

  it("of a source that fails five times in a row are not asked for a while; absent ones do not count", async () => {
    play = (_request, response) => response.writeHead(404).end();
    await open();
    for (let x = 0; x < 6; x += 1) await stage.request(`/tiles/5/${x}/0`);
    expect(asked).toHaveLength(6);
    play = (_request, response) => response.writeHead(503).end();
    for (let x = 0; x < 10; x += 1) await stage.request(`/tiles/5/${x}/1`);
    expect(asked).toHaveLength(11);
    clock += 31_000;
    await stage.request("/tiles/5/0/2");
    expect(asked).toHaveLength(12);
  });

  it("take no more room on disk than was given", async () => {
    play = (_request, response) => {
      response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(1_000));
    };
    await open(5_000);
    for (let x = 0; x < 20; x += 1) await stage.request(`/tiles/5/${x}/0`);
    await tiles.flush();
    await stage.stop();
    await open(5_000);
    await stage.request("/tiles/5/19/0");
    expect(asked).toHaveLength(20);
    await stage.request("/tiles/5/0/0");
    expect(asked).toHaveLength(21);
  });
});
