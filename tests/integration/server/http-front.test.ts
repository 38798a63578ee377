import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import zlib from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendJson } from "#server/http/plain-answers.ts";
import { FrontStage, page } from "./front-stage.ts";

let stage: FrontStage;
let times: Record<string, number>;

/** Every page of a city says how often it was made; cameras called "missing…" do not exist. */
function playCity(): void {
  times = {};
  stage.play = async (request, response) => {
    const url = request.url ?? "";
    times[url] = (times[url] ?? 0) + 1;
    const made = times[url];
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (request.headers.rsc !== undefined) {
      response.writeHead(200, { "content-type": "text/x-component" });
      response.end(`router data ${made}`);
      return;
    }
    const status = url.includes("missing") || url.includes("unknown") ? 404 : 200;
    response.writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "x-powered-by": "something",
      "set-cookie": "a=b",
      link: "</f.woff2>; rel=preload; as=font",
    });
    response.end(page(`${url} made ${made}`));
  };
}

beforeEach(async () => {
  stage = await FrontStage.open();
  playCity();
});
afterEach(() => stage.close());

describe("a public page", () => {
  it("is made once, then sent from memory", async () => {
    const first = await stage.request("/alpha");
    const second = await stage.request("/alpha");
    expect(first.status).toBe(200);
    expect(second.body.equals(first.body)).toBe(true);
    expect(stage.rendered).toEqual(["/alpha"]);
  });

  it("is made once for all who ask at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => stage.request("/alpha")));
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
    expect(stage.rendered).toHaveLength(1);
  });

  it("is the same page whatever is appended to its address", async () => {
    await stage.request("/alpha?utm_source=a");
    await stage.request("/alpha?fbclid=b&x=y");
    await stage.request("/alpha");
    expect(stage.rendered).toEqual(["/alpha"]);
  });

  it("is another page in another language and with another filter", async () => {
    await stage.request("/alpha/map");
    await stage.request("/en/alpha/map");
    await stage.request("/alpha/map?type=dome");
    expect(stage.rendered).toHaveLength(3);
  });

  it("is rendered without anything of the visitor", async () => {
    await stage.request("/alpha", {
      host: "evil.example",
      cookie: "secret=1",
      "x-forwarded-host": "evil.example",
      "accept-language": "en",
    });
    expect(stage.received[0]).toEqual({
      accept: "text/html",
      host: "inside.example",
      connection: "close",
    });
  });

  it("carries no cookie, no trace of what made it, and the hints of Next", async () => {
    const { headers } = await stage.request("/alpha");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers.link).toContain("/f.woff2");
  });

  it("carries a policy with the hash of its own script and no 'unsafe-inline'", async () => {
    const { headers } = await stage.request("/alpha");
    const hash = createHash("sha256").update("self.__next_f=[1]").digest("base64");
    expect(headers["content-security-policy"]).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
  });

  it.each([
    ["br", "br", (body: Buffer) => zlib.brotliDecompressSync(body)],
    ["gzip", "gzip", (body: Buffer) => zlib.gunzipSync(body)],
    ["br;q=0, gzip;q=0", undefined, (body: Buffer) => body],
  ])("asked with accept-encoding %s comes in %s", async (accepted, sent, decode) => {
    const plain = await stage.request("/alpha");
    const answer = await stage.request("/alpha", { "accept-encoding": accepted });
    expect(answer.headers["content-encoding"]).toBe(sent);
    expect(answer.headers.vary).toContain("Accept-Encoding");
    expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
    expect(decode(answer.body).equals(plain.body)).toBe(true);
  });

  it("has one strong tag per encoding, and is not sent again to who has it", async () => {
    const plain = await stage.request("/alpha");
    const small = await stage.request("/alpha", { "accept-encoding": "br" });
    const etag = String(plain.headers.etag);
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(small.headers.etag).not.toBe(etag);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await stage.request("/alpha", { "if-none-match": known });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers["content-security-policy"]).toBeDefined();
    }
    expect((await stage.request("/alpha", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const get = await stage.request("/alpha");
    const head = await stage.request("/alpha", {}, "HEAD");
    expect(head.body).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  it("ignores a range, as RFC 9110 §14.2 allows", async () => {
    const answer = await stage.request("/alpha", { range: "bytes=0-3" });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-range"]).toBeUndefined();
  });

  it("and the router's data for it are never taken for one another", async () => {
    const html = await stage.request("/alpha");
    const data = await stage.request("/alpha", { rsc: "1" });
    const byQuery = await stage.request("/alpha?_rsc=abc", { rsc: "1" });
    const again = await stage.request("/alpha");
    expect(data.body.toString()).toContain("router data");
    expect(data.headers["cache-control"]).toBe("no-store");
    expect(byQuery.body.toString()).toContain("router data");
    expect(again.body.equals(html.body)).toBe(true);
    expect(html.headers.vary).toContain("RSC");
  });
});

describe("an embed", () => {
  const frames = "/embed/alpha/cameras";

  it("may stand in any site, by every way it is answered", async () => {
    const made = await stage.request(`${frames}?utm_source=x`);
    const ready = await stage.request(frames);
    await stage.stop();
    await stage.start();
    const fromDisk = await stage.request(frames);
    stage.watch.change({ reachable: false });
    const withoutDatabase = await stage.request(frames);
    for (const { status, headers } of [made, ready, fromDisk, withoutDatabase]) {
      expect(status).toBe(200);
      expect(headers["content-security-policy"]).toContain("frame-ancestors *");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["x-frame-options"]).toBeUndefined();
      expect(headers["cross-origin-opener-policy"]).toBeUndefined();
      expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    }
    expect(stage.rendered).toEqual([frames]);
  });

  it("runs its own script and no other", async () => {
    const { headers } = await stage.request(frames);
    const hash = createHash("sha256").update("self.__next_f=[1]").digest("base64");
    expect(headers["content-security-policy"]).toContain(`script-src 'sha256-${hash}'`);
  });

  it("that does not exist says so in the same frame", async () => {
    const { status, headers } = await stage.request("/embed/alpha/missing");
    expect(status).toBe(404);
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(headers["x-frame-options"]).toBeUndefined();
  });

  it("is the only thing that may", async () => {
    const others = [
      "/alpha",
      "/alpha/figures/cameras",
      "/alpha/files/cameras.svg",
      "/press?city=alpha",
      "/oembed?url=x",
      "/embed",
      "/embed/alpha",
      "/embed/Alpha/cameras",
      "/EMBED/alpha/cameras",
      "/alpha/embed/x",
      "/alpha/missing",
      "//embed/alpha/cameras",
      "/embed/../alpha",
      "/_next/static/nothing.js",
    ];
    for (const target of others) {
      const { headers } = await stage.request(target);
      expect(headers["content-security-policy"], target).toContain("frame-ancestors 'none'");
      expect(headers["x-frame-options"], target).toBe("DENY");
    }
  });
});

describe("a file of a page", () => {
  const type = "image/png";
  const disposition = 'inline; filename="alpha-spending.png"';
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0x0d]);
  let made = 0;

  beforeEach(() => {
    made = 0;
    stage.play = (request, response) => {
      made += 1;
      if (request.url === "/alpha/costs/spending.png") {
        response.writeHead(200, { "content-type": type, "content-disposition": disposition });
        response.end(bytes);
      } else {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
        response.end("Not found");
      }
      return Promise.resolve();
    };
  });

  it("keeps its own type, name and bytes, and a policy that lets nothing run", async () => {
    const answer = await stage.request("/alpha/costs/spending.png?utm_source=x");
    expect(answer.body.equals(bytes)).toBe(true);
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.headers["content-disposition"]).toBe(disposition);
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  });

  it("is made once per release, and again for the next", async () => {
    for (const _ of [1, 2]) await stage.request("/alpha/costs/spending.png");
    expect(made).toBe(1);
    stage.watch.publish("alpha", "a2");
    await stage.request("/alpha/costs/spending.png");
    expect(made).toBe(2);
  });

  it("survives a restart and an outage of the database with its type", async () => {
    await stage.request("/alpha/costs/spending.png");
    await stage.stop();
    await stage.start();
    const again = await stage.request("/alpha/costs/spending.png");
    expect([made, again.headers["content-type"], again.body.equals(bytes)]).toEqual([
      1,
      type,
      true,
    ]);
    stage.watch.change({ reachable: false });
    const old = await stage.request("/alpha/costs/spending.png");
    expect([old.status, old.body.equals(bytes)]).toEqual([200, true]);
    expect(old.headers["content-disposition"]).toBe(disposition);
    expect(old.headers["cache-control"]).toBe("no-store");
  });

  it("that no page offers is not found, as text", async () => {
    const answer = await stage.request("/alpha/costs/other.png");
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      404,
      "text/plain; charset=utf-8",
    ]);
  });
});

describe("a release", () => {
  it("makes its city's pages and those that span cities anew, and no other", async () => {
    for (const target of ["/alpha", "/beta", "/"]) await stage.request(target);
    stage.watch.publish("alpha", "a2");
    const alpha = await stage.request("/alpha");
    for (const target of ["/beta", "/"]) await stage.request(target);
    expect(alpha.body.toString()).toContain("made 2");
    expect(times).toEqual({ "/alpha": 2, "/beta": 1, "/": 2 });
  });

  it("made while a page is being made does not leave the old one standing", async () => {
    const early = stage.request("/alpha");
    await expect.poll(() => stage.rendered.length).toBe(1);
    stage.watch.publish("alpha", "a2");
    await early;
    expect((await stage.request("/alpha")).body.toString()).toContain("made 2");
  });

  it("of a city not yet known is awaited by its address", async () => {
    await stage.request("/gamma");
    stage.watch.change({
      published: [
        ...stage.watch.state.published,
        { city: "gamma", timezone: "UTC", release: 1, version: "g1", hidings: 0 },
      ],
    });
    expect((await stage.request("/gamma")).body.toString()).toContain("made 2");
  });
});

describe("while the database is down", () => {
  it("what was read stays readable and says so; what was not says when to come back", async () => {
    const before = await stage.request("/alpha");
    stage.watch.change({ reachable: false });
    const during = await stage.request("/alpha", { "accept-encoding": "gzip" });
    const text = zlib.gunzipSync(during.body).toString();
    expect(before.body.toString()).toContain('<p id="database-notice" class="n" hidden="">');
    expect(text).toContain('<p id="database-notice" class="n">Base arrêtée');
    expect(during.headers["content-security-policy"]).toBe(
      before.headers["content-security-policy"],
    );
    expect(during.headers["cache-control"]).toBe("no-store");
    expect(during.headers.etag).not.toBe(before.headers.etag);

    const unread = await stage.request("/beta");
    expect(unread.status).toBe(503);
    expect(unread.headers["retry-after"]).toBeDefined();
    expect(stage.rendered).toEqual(["/alpha"]);
  });

  it("an old version is better than none, and a new one is made when it is back", async () => {
    await stage.request("/alpha");
    stage.watch.publish("alpha", "a2");
    stage.watch.change({ reachable: false });
    expect((await stage.request("/alpha")).body.toString()).toContain("made 1");
    stage.watch.change({ reachable: true });
    const after = await stage.request("/alpha");
    expect(after.body.toString()).toContain("made 2");
    expect(after.body.toString()).toContain('hidden="">Base');
  });

  it("a page read before a restart is read from disk", async () => {
    const before = await stage.request("/alpha");
    await stage.stop();
    stage.watch.change({ reachable: false });
    await stage.start();
    const after = await stage.request("/alpha");
    expect(after.status).toBe(200);
    expect(after.body.toString()).toBe(
      before.body.toString().replace('class="n" hidden=""', 'class="n"'),
    );
  });

  it("a page on disk that was damaged is not served", async () => {
    await stage.request("/alpha");
    await stage.stop();
    const folder = path.join(stage.folder, "pages/build");
    const [name = ""] = await readdir(folder);
    await writeFile(path.join(folder, name), "half a pa");
    stage.watch.change({ reachable: false });
    await stage.start();
    expect((await stage.request("/alpha")).status).toBe(503);
  });
});

describe("what is kept", () => {
  it("survives a restart without being made again", async () => {
    await stage.request("/alpha");
    await stage.stop();
    await stage.start();
    await stage.request("/alpha");
    expect(stage.rendered).toEqual(["/alpha"]);
  });

  it("stays within its limits, in memory and on disk, whatever is asked", async () => {
    await stage.stop();
    await stage.start({ memoryBytes: 60_000, diskBytes: 3_000 });
    for (let index = 0; index < 40; index += 1) await stage.request(`/alpha/cameras/${index}`);
    await stage.disk.flush();
    const names = await readdir(path.join(stage.folder, "pages/build"));
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(15);
    expect((await stage.request("/alpha/cameras/0")).status).toBe(200);
  });

  it("never holds a failure", async () => {
    const working = stage.play;
    stage.play = (_request, response) => {
      response.writeHead(500).end("broken");
      return Promise.resolve();
    };
    const failed = await stage.request("/alpha");
    expect([failed.status, failed.headers["cache-control"]]).toEqual([500, "no-store"]);
    expect(failed.body.toString()).not.toContain("broken");
    stage.play = working;
    expect((await stage.request("/alpha")).status).toBe(200);
  });

  it("says an absence to who reads without a script too", async () => {
    const words = /<noscript><style>[^<]+<\/style><main><p>404<\/p><h1>Il n’y a rien/;
    expect((await stage.request("/alpha/cameras/missing")).body.toString()).toMatch(words);
    expect((await stage.request("/unknown/a/b")).body.toString()).toMatch(words);
    expect((await stage.request("/alpha")).body.toString()).not.toContain("<noscript>");
    const framed = await stage.request("/embed/alpha/missing");
    expect([framed.status, framed.body.includes("<noscript>")]).toEqual([404, false]);
  });

  it("says so too where a file is asked for that nobody made, and lets its own look through", async () => {
    stage.play = (_request, response) => {
      response.writeHead(404).end();
      return Promise.resolve();
    };
    for (const target of ["/alpha/workbooks/outcomes.xlsx?year=abc", "/api/nothing"]) {
      const { status, body, headers } = await stage.request(target);
      expect([status, body.includes("Il n’y a rien à cette adresse")]).toEqual([404, true]);
      const look = /<style>([^<]+)<\/style>/.exec(body.toString())?.[1] ?? "";
      const hash = createHash("sha256").update(look).digest("base64");
      expect(headers["content-security-policy"]).toContain(`'sha256-${hash}'`);
    }
  });

  it("holds an absence for seconds, and not on disk", async () => {
    expect((await stage.request("/alpha/cameras/missing")).status).toBe(404);
    expect((await stage.request("/alpha/cameras/missing")).status).toBe(404);
    expect(stage.rendered).toHaveLength(1);
    stage.clock += 60_000;
    await stage.request("/alpha/cameras/missing");
    expect(stage.rendered).toHaveLength(2);
    await stage.disk.flush();
    expect(await readdir(path.join(stage.folder, "pages/build"))).toEqual([]);
  });

  it("is asked again as soon as its city has published", async () => {
    await stage.request("/alpha/cameras/missing");
    stage.watch.publish("beta", "2");
    await stage.request("/alpha/cameras/missing");
    expect(stage.rendered).toHaveLength(1);
    stage.watch.publish("alpha", "2");
    await stage.request("/alpha/cameras/missing");
    expect(stage.rendered).toHaveLength(2);
  });

  it("includes where a public address leads", async () => {
    stage.play = (_request, response) => {
      response.writeHead(307, { location: "/alpha" }).end();
      return Promise.resolve();
    };
    for (let time = 0; time < 2; time += 1) {
      const answer = await stage.request("/");
      expect([answer.status, answer.headers.location]).toEqual([307, "/alpha"]);
    }
    expect(stage.rendered).toEqual(["/"]);
  });
});

describe("an address outside the registry", () => {
  it("goes to Next each time, unkept, with a policy of its own", async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await stage.request("/alpha/unknown/page");
      expect(answer.status).toBe(404);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["content-security-policy"]).toContain("sha256-");
      expect(answer.headers["x-powered-by"]).toBeUndefined();
    }
    expect(stage.rendered).toHaveLength(2);
  });

  it("reaches Next without the headers that are Next's own", async () => {
    await stage.request("/alpha/unknown/page", {
      host: "evil.example",
      "x-middleware-subrequest": "middleware:middleware",
      "x-invoke-path": "/admin",
      "x-matched-path": "/admin",
      "x-now-route-matches": "1",
      "x-forwarded-host": "evil.example",
      "next-action": "abc",
      "next-resume": "1",
      "accept-language": "fr",
    });
    expect(stage.received[0]).toEqual({
      "accept-language": "fr",
      host: "inside.example",
      connection: "close",
    });
  });
});

describe("a hostile or broken request", () => {
  it.each(["/%zz", "/a/../b", "//evil.example", "/a%00", "/..%2f..%2fetc/passwd", "/a\\b"])(
    "%s is 400 and reaches nobody",
    async (target) => {
      const answer = await stage.raw(
        `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(stage.rendered).toEqual([]);
    },
  );

  it.each([
    ["an absolute address", "GET http://evil.example/alpha HTTP/1.1\r\nhost: x\r\n"],
    ["no host", "GET /alpha HTTP/1.1\r\n"],
    ["an unknown version", "GET /alpha HTTP/9.9\r\nhost: x\r\n"],
    ["no HTTP at all", "\u0016\u0003\u0001\u0000"],
    ["two lengths", "GET /alpha HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n"],
    [
      "a length and chunks",
      "POST /alpha HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n",
    ],
  ])("with %s is 400", async (_name, head) => {
    const answer = await stage.raw(`${head}connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(stage.rendered).toEqual([]);
  });

  it("with an endless address or endless headers is cut short", async () => {
    expect((await stage.request(`/${"a".repeat(3_000)}`)).status).toBe(414);
    const headers = await stage.raw(
      `GET / HTTP/1.1\r\nhost: x\r\ny: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(headers).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it("that does not end is told so; a connection opened in advance is closed without an answer", async () => {
    stage.front.server.headersTimeout = 50;
    const [silent, unfinished] = await Promise.all(
      ["", "GET /alpha HTTP/1.1\r\nhost:"].map((bytes) => stage.raw(bytes, 20_000)),
    );
    expect(silent).toBe("");
    expect(unfinished).toMatch(/^HTTP\/1\.1 408 /);
    expect(stage.rendered).toEqual([]);
  }, 30_000);

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])("%s is 405", async (method) => {
    const answer = await stage.request("/alpha", {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(stage.rendered).toEqual([]);
  });

  it("to upgrade the connection is answered as the plain request that it is", async () => {
    const answer = await stage.raw(
      "GET /alpha HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
    );
    expect(answer).not.toContain("101");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("in numbers fills neither memory nor disk", async () => {
    for (let index = 0; index < 300; index += 1) {
      await stage.request(`/alpha/cameras/missing-${Math.imul(index, 2_654_435_761)}`);
    }
    await stage.disk.flush();
    expect(await readdir(path.join(stage.folder, "pages/build"))).toEqual([]);
  });
});

describe("files", () => {
  beforeEach(async () => {
    await stage.stop();
    for (const folder of ["static/chunks", "public"]) {
      await mkdir(path.join(stage.folder, folder), { recursive: true });
    }
    await writeFile(path.join(stage.folder, "static/chunks/a.js"), "let a = 1;".repeat(200));
    await writeFile(path.join(stage.folder, "public/icon.png"), Buffer.from([137, 80, 78, 71]));
    await writeFile(path.join(stage.folder, "secret.txt"), "secret");
    await stage.start();
  });

  it("of the build are compressed and kept for ever", async () => {
    const answer = await stage.request("/_next/static/chunks/a.js", { "accept-encoding": "br" });
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["content-encoding"]).toBe("br");
    expect(zlib.brotliDecompressSync(answer.body).toString()).toContain("let a = 1;");
    const { etag } = answer.headers;
    const again = await stage.request("/_next/static/chunks/a.js", {
      "accept-encoding": "br",
      "if-none-match": String(etag),
    });
    expect(again.status).toBe(304);
  });

  it("that are pictures are not compressed again", async () => {
    const answer = await stage.request("/icon.png", { "accept-encoding": "br" });
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.headers["content-type"]).toBe("image/png");
  });

  it.each([
    "/_next/static/../../secret.txt",
    "/_next/static/%2e%2e/%2e%2e/secret.txt",
    "/_next/static/..%2f..%2fsecret.txt",
    "/..%2fsecret.txt",
    "/_next/static/chunks",
    "/_next/image?url=http://evil.example/x",
    "/_next/data/x.json",
  ])("are found by name only: %s is not", async (target) => {
    const answer = await stage.request(target);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain("secret\n");
    expect(stage.rendered).toEqual([]);
  });
});

describe("stopping", () => {
  it("finishes the answers under way, and takes no new ones", async () => {
    const underWay = stage.request("/alpha");
    await expect.poll(() => stage.rendered.length).toBe(1);
    const stopped = stage.stop();
    await expect(stage.request("/beta")).rejects.toThrow();
    expect((await underWay).status).toBe(200);
    await stopped;
    await stage.start();
  });
});

describe("every answer", () => {
  const TARGETS = [
    "/alpha",
    "/alpha/cameras/missing",
    "/alpha/unknown/page",
    "/%zz",
    "/_next/x",
    "/data",
  ];

  it("carries the security headers", async () => {
    await stage.stop();
    await stage.start(
      { publicOrigin: "https://cameras.example.org" },
      { "/data": (_request, response) => sendJson(response, 200, {}) },
    );
    for (const target of TARGETS) {
      const { headers } = await stage.request(target);
      expect(headers, target).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "strict-transport-security": "max-age=63072000; includeSubDomains",
      });
      expect(headers["permissions-policy"]).toContain("geolocation=(self)");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    }
  });

  it("speaks of https only where the public address is https", async () => {
    const { headers } = await stage.request("/alpha");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });
});
