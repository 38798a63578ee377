import { describe, expect, it } from "vitest";
import { readTileAddress } from "#server/handlers/tile-source.ts";
import { withNotice } from "#server/http/baked-page.ts";
import { ByteCache } from "#server/http/byte-cache.ts";
import { dayIn } from "#server/http/published-versions.ts";
import { Coalescer, QueueFull, RenderQueue } from "#server/http/render-queue.ts";

describe("what is kept in memory", () => {
  it("never weighs more than the limit, and forgets what was used longest ago", () => {
    const cache = new ByteCache<{ bytes: number }>(100);
    for (const name of ["a", "b", "c", "d"]) cache.set(name, { bytes: 25 });
    cache.get("a");
    cache.set("e", { bytes: 25 });
    expect(cache.bytes).toBe(100);
    expect(cache.get("a")).toBeDefined();
    expect(cache.get("b")).toBeUndefined();
  });

  it("does not give everything up for one large thing", () => {
    const cache = new ByteCache<{ bytes: number }>(100);
    cache.set("a", { bytes: 20 });
    cache.set("large", { bytes: 26 });
    expect([cache.get("large"), cache.get("a")]).toEqual([undefined, { bytes: 20 }]);
  });

  it("counts a thing that is replaced once", () => {
    const cache = new ByteCache<{ bytes: number }>(100);
    cache.set("a", { bytes: 20 });
    cache.set("a", { bytes: 5 });
    expect(cache.bytes).toBe(5);
  });
});

describe("the making of pages", () => {
  it("lets so many be made at once, so many wait, and refuses the next", async () => {
    const queue = new RenderQueue(1, 1);
    let finish = () => {};
    const first = queue.run(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const second = queue.run(() => Promise.resolve("second"));
    await expect(queue.run(() => Promise.resolve("third"))).rejects.toBeInstanceOf(QueueFull);
    finish();
    await first;
    expect(await second).toBe("second");
    expect(await queue.run(() => Promise.resolve("fourth"))).toBe("fourth");
  });

  it("gives the place of one that fails to the next", async () => {
    const queue = new RenderQueue(1, 5);
    const failing = queue.run(() => Promise.reject(new Error("no")));
    const next = queue.run(() => Promise.resolve("next"));
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("next");
  });

  it("makes once what several ask for at once, and again later", async () => {
    const coalescer = new Coalescer<number>();
    let made = 0;
    const make = () => {
      made += 1;
      return Promise.resolve(made);
    };
    expect(await Promise.all([coalescer.run("a", make), coalescer.run("a", make)])).toEqual([1, 1]);
    expect(await coalescer.run("a", make)).toBe(2);
    expect(coalescer.size).toBe(0);
  });
});

describe("the notice that the database is down", () => {
  it.each([
    [
      '<p id="database-notice" class="x" hidden="">Down</p>',
      '<p id="database-notice" class="x">Down</p>',
    ],
    [
      '<p class="x" id="database-notice" hidden>Down</p>',
      '<p class="x" id="database-notice">Down</p>',
    ],
    ['<p id="other" hidden="">x</p>', '<p id="other" hidden="">x</p>'],
    [
      '<div hidden=""></div><p id="database-notice" hidden="">x</p>',
      '<div hidden=""></div><p id="database-notice">x</p>',
    ],
  ])("shows %s as %s", (html, expected) => {
    expect(withNotice(html)).toBe(expected);
  });
});

describe("the day of a city", () => {
  it("is its own: one in the evening of the other", () => {
    const now = new Date("2026-03-01T23:30:00Z");
    expect(dayIn("Europe/Paris", now)).toBe("2026-03-02");
    expect(dayIn("America/Chicago", now)).toBe("2026-03-01");
    expect(dayIn("Nowhere/At-All", now)).toBe("2026-03-01");
  });
});

describe("the address of a tile", () => {
  it.each([
    [["0", "0", "0"], { z: 0, x: 0, y: 0 }],
    [["22", "4194303", "4194303"], { z: 22, x: 4_194_303, y: 4_194_303 }],
    [["1", "2", "0"], undefined],
    [["1", "0", "2"], undefined],
    [["23", "0", "0"], undefined],
    [["-1", "0", "0"], undefined],
    [["1", "0", "0.png"], undefined],
    [["1", "0x1", "0"], undefined],
    [["1", "1e0", "0"], undefined],
    [["01", "0", "0"], undefined],
    [["1", "0", ""], undefined],
    [["1", "0"], undefined],
    [["1", "0", "0", "0"], undefined],
    [["1", "0", "0@evil.example"], undefined],
    [["1", "0", "../../etc/passwd"], undefined],
    [["1", "٠", "0"], undefined],
  ])("%j is %j", (parts, expected) => {
    expect(readTileAddress(parts)).toEqual(expected);
  });
});
