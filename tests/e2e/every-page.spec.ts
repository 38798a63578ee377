import { barriersOf, expect, sidewaysScroll, test } from "./product.ts";

const pages = [
  "/",
  "/saint-etienne",
  "/saint-etienne/map",
  "/ville-temoin",
  "/ville-temoin/map",
  "/ville-temoin/cameras/VT-0003",
  "/ville-temoin/districts/VT03",
  "/ville-temoin/districts",
  "/ville-temoin/outcomes",
  "/ville-temoin/costs",
  "/saint-etienne/costs",
  "/ville-temoin/indicators",
  "/ville-temoin/indicators/relevance-rate",
  "/ville-temoin/before-you-vote?camera=VT-0003&cameras=2",
  "/ville-temoin/effects",
  "/ville-temoin/effects/VT-E01",
  "/ville-temoin/credits",
  "/ville-temoin/evaluations",
  "/ville-temoin/annotations/moderation",
  "/ville-temoin/releases",
  "/ville-temoin/releases/1",
  "/ville-temoin/figures/outcomes/requests",
  "/press?city=ville-temoin&figure=map",
  "/methodology",
  "/data",
  "/data/api",
  "/data/dictionary",
  "/ville-temoin/data",
  "/problems/not-acceptable",
  "/transparency-log",
  "/transparency-log/1",
  "/account/sign-in",
  "/credits",
  "/en",
  "/en/ville-temoin",
  "/en/ville-temoin/map",
  "/en/ville-temoin/annotations/moderation",
  "/en/ville-temoin/cameras/VT-0003",
  "/en/saint-etienne/indicators/requests-per-camera-year",
  "/en/methodology",
];

for (const path of pages) {
  test(`CIT-6 ${path} has no barrier that axe finds, no sideways scroll at 360 pixels, no third party and no cookie`, async ({
    page,
    context,
    baseURL,
  }) => {
    const failures: string[] = [];
    const asked = new Set<string>();
    page.on("pageerror", (error) => failures.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") failures.push(message.text());
    });
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    for (const [width, colorScheme] of [
      [360, "light"],
      [1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await page.waitForLoadState("networkidle");
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      expect(await barriersOf(page)).toEqual([]);
    }
    expect(failures).toEqual([]);
    expect([...asked].filter((origin) => origin !== "null")).toEqual([
      new URL(baseURL ?? "").origin,
    ]);
    expect(await context.cookies()).toEqual([]);
  });
}

test("a barrier is found where there is one", async ({ page }) => {
  await page.setContent("<!doctype html><title>t</title><main><h1>t</h1><img></main>");
  expect((await barriersOf(page)).map((line) => line.split(":")[0])).toEqual(
    expect.arrayContaining(["html-has-lang", "image-alt"]),
  );
});
