import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";
import { type ApiStage, openApiStage } from "./api-stage.ts";

const { sql } = testDatabase();
let stage: ApiStage;
beforeAll(async () => {
  await installFirstCities();
  stage = await openApiStage();
});
afterAll(() => stage.close());

function unpack(body: Buffer, encoding: "br" | "gzip" | undefined): Buffer {
  if (encoding === undefined) return body;
  return encoding === "br" ? brotliDecompressSync(body) : gunzipSync(body);
}

const cameras = "/api/v1/cities/ville-temoin/cameras";
const read = async (target: string, headers: Record<string, string> = {}) => {
  const { status, body } = await stage.ask(target, headers);
  return { status, body: JSON.parse(body.toString()) };
};

describe("methods (RFC 9110)", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH"])(
    "%s is refused and told what is allowed",
    async (method) => {
      const answer = await stage.ask(cameras, {}, method);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS");
      expect(JSON.parse(answer.body.toString()).type).toBe("/problems/method-not-allowed");
    },
  );

  it("OPTIONS lets a page of any origin read, and HEAD has the headers of GET without its body", async () => {
    const options = await stage.ask(cameras, { origin: "https://press.example" }, "OPTIONS");
    expect(options.status).toBe(204);
    expect(options.headers["access-control-allow-origin"]).toBe("*");
    const got = await stage.ask(`${cameras}?limit=3`);
    const head = await stage.ask(`${cameras}?limit=3`, {}, "HEAD");
    expect(head.body.byteLength).toBe(0);
    expect(head.headers.etag).toBe(got.headers.etag);
    expect(head.headers["content-length"]).toBe(got.headers["content-length"]);
  });
});

describe("forms", () => {
  it("cameras come as features, as rows or as linked data, by Accept or by format", async () => {
    const type = async (target: string, accept: string) =>
      (await stage.ask(target, { accept })).headers["content-type"];
    expect(await type(cameras, "*/*")).toBe("application/geo+json; charset=utf-8");
    expect(await type(cameras, "application/json")).toBe("application/json; charset=utf-8");
    expect(await type(`${cameras}?format=jsonld`, "text/html")).toBe(
      "application/ld+json; charset=utf-8",
    );
    const refused = await stage.ask(cameras, { accept: "text/csv" });
    expect([refused.status, JSON.parse(refused.body.toString()).type]).toEqual([
      406,
      "/problems/not-acceptable",
    ]);
  });

  it("a feature keeps its place out of its properties, and only the fields asked for", async () => {
    const { body } = await read(`${cameras}?fields=reference,status,longitude&limit=1`);
    const [feature] = body.features;
    expect(Object.keys(feature.properties)).toEqual(["reference", "status"]);
    expect(feature.geometry.type).toBe("Point");
    expect(body.numberMatched).toBe(400);
  });

  it("a compressed answer holds the same bytes, under another tag", async () => {
    const target = `${cameras}?limit=20&format=json`;
    const plain = await stage.ask(target);
    for (const round of ["just made", "kept"]) {
      const packed = await stage.ask(target, { "accept-encoding": "gzip" });
      expect([round, packed.headers["content-encoding"]]).toEqual([round, "gzip"]);
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
    }
  });

  it("an answer just made is packed only as the reader can unpack it", async () => {
    const answers: Buffer[] = [];
    for (const [accepted, given] of [
      ["br", "br"],
      ["gzip;q=0, br", "br"],
      ["br, gzip", "gzip"],
      ["zstd", undefined],
    ] as const) {
      // Another page each time: none was asked before.
      const target = `${cameras}?limit=${21 + answers.length}&format=json`;
      const { headers, body } = await stage.ask(target, { "accept-encoding": accepted });
      expect([accepted, headers["content-encoding"]]).toEqual([accepted, given]);
      const unpacked = unpack(body, given);
      answers.push(unpacked);
      expect(JSON.parse(unpacked.toString()).returned).toBe(20 + answers.length);
      const known = await stage.ask(target, { "if-none-match": String(headers.etag) });
      expect(known.status).toBe(304);
    }
  });
});

describe("pages", () => {
  it("following next gives every row once, in order", async () => {
    for (const [dataset, list] of [
      ["cameras", "limit=150&format=json"],
      ["outcomes", "limit=900&table=district-category"],
    ] as const) {
      const seen: string[] = [];
      let target: string | null = `/api/v1/cities/ville-temoin/${dataset}?${list}`;
      let matched = 0;
      while (target !== null) {
        const { body } = await read(target);
        matched = body.matched;
        seen.push(...body.rows.map((row: unknown) => JSON.stringify(row)));
        target = body.next;
      }
      expect(seen.length).toBe(matched);
      expect(new Set(seen).size).toBe(matched);
    }
  });

  it("a reader who pages through while the city publishes reads one release to its end", async () => {
    const city = await newCity("paging");
    const rows = (names: string) =>
      `reference,status\n${names
        .split("")
        .map((name) => `${name},planned`)
        .join("\n")}\n`;
    await importText(city, "cameras", rows("ABCD"));
    const first = await read(`/api/v1/cities/paging/cameras?limit=2&format=json`);
    await importText(city, "cameras", rows("AABBCCDDEF".replace(/(.)\1/g, "$1")));
    const second = await read(first.body.next);
    expect(second.body.rows.map(({ reference }: { reference: string }) => reference)).toEqual([
      "C",
      "D",
    ]);
    expect([second.body.release, second.body.next]).toEqual([1, null]);
    stage.publish("2");
    const latest = await read(`/api/v1/cities/paging/cameras?format=json`);
    expect([latest.body.release, latest.body.matched]).toEqual([2, 6]);
    const earlier = await read(`/api/v1/cities/paging/cameras?release=1&format=json`);
    expect([earlier.body.release, earlier.body.matched]).toEqual([1, 4]);
    const changes = await read(`/api/v1/cities/paging/releases/2/changes`);
    expect(changes.body.totals).toEqual([{ dataset: "cameras", added: 2, changed: 0, ended: 0 }]);
    expect(changes.body.rows.map(({ key }: { key: string }) => key)).toEqual(["E", "F"]);
  });
});

describe("what is kept out", () => {
  it("a position published at street precision leaves rounded, without its address, in every form", async () => {
    const [camera] = await sql()`
      UPDATE camera_version SET published_precision = 'street', precision_reason = 'test', address = '1 rue Secrète'
      WHERE reference = 'VT-0010' RETURNING longitude, latitude`;
    for (const form of ["geojson", "json", "jsonld"]) {
      const { body } = await stage.ask(`${cameras}/VT-0010?format=${form}`);
      expect(body.toString()).not.toContain(String(camera?.longitude));
      expect(body.toString()).not.toContain("Secrète");
    }
  });

  it("documents of what is not published yet are not listed", async () => {
    const city = await newCity("drafting");
    await importText(city, "cameras", "reference\nA\n");
    await sql()`INSERT INTO release_draft (city_id, opened_by) SELECT id, 'test' FROM city WHERE slug = 'drafting'`;
    await importText(
      city,
      "costs",
      "reference,label,kind,year,amount\nL1,Secret,operating,2024,12\n",
    );
    const sources = await read("/api/v1/cities/drafting/sources");
    expect(sources.body.rows.map(({ source }: { source: string }) => source.split(":")[0])).toEqual(
      ["cameras"],
    );
    expect((await read("/api/v1/cities/drafting/costs")).body.matched).toBe(0);
  });
});

describe("problems (RFC 9457)", () => {
  it.each([
    ["/api/v1/cities/nowhere", 404, "city-not-found"],
    ["/api/v1/cities/nowhere/cameras", 404, "city-not-found"],
    [`${cameras}?release=99`, 404, "release-not-found"],
    ["/api/v1/cities/ville-temoin/costs?release=99", 404, "release-not-found"],
    [`${cameras}/VT-9999`, 404, "record-not-found"],
    ["/api/v1/nothing", 404, "no-such-address"],
    ["/api/v1", 404, "no-such-address"],
    [`${cameras}?stauts=removed`, 400, "unknown-parameter"],
    [`${cameras}?status=gone`, 400, "invalid-parameter"],
    [`${cameras}?limit=1&limit=2`, 400, "invalid-parameter"],
    [`${cameras}?bbox=3,0,1,1`, 400, "invalid-parameter"],
    [`${cameras}?cursor=AAAA`, 400, "invalid-parameter"],
    ["/api/v1/cities/ville-temoin/costs?source=%00", 400, "invalid-parameter"],
  ])("%s is %i, %s", async (target, status, type) => {
    const answer = await stage.ask(target);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(JSON.parse(answer.body.toString())).toMatchObject({ type: `/problems/${type}`, status });
  });
});

describe("how often", () => {
  it("one network is told what is left and then to wait; another is not its neighbour's victim", async () => {
    const limited = await openApiStage({ policy: { name: "api", requests: 2, seconds: 60 } });
    const ask = (from: string) => limited.ask("/api/v1/cities", { "x-forwarded-for": from });
    expect((await ask("192.0.2.1")).headers.ratelimit).toMatch(/^"api";r=1;t=\d+$/);
    expect((await ask("192.0.2.200")).status).toBe(200);
    const refused = await ask("192.0.2.3");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask("198.51.100.1")).status).toBe(200);
    expect((await limited.ask("/api/v1/cities")).status).toBe(200);
    await limited.close();
  });
});
