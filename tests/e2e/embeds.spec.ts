import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { extract } from "@extractus/oembed-extractor";
import type { FrameLocator, Page } from "@playwright/test";
import { type Article, publishArticle } from "./article.ts";
import { address, barriersOf, command, expect, sidewaysScroll, test } from "./product.ts";

const embeds = [
  "/embed/ville-temoin/cameras",
  "/embed/ville-temoin/outcomes/useful-share",
  "/en/embed/ville-temoin/outcomes/footage-review",
  "/embed/ville-temoin/map",
  "/embed/ville-temoin/districts/VT03?theme=dark",
  "/embed/ville-temoin/cameras/VT-0003",
  "/embed/ville-temoin/cameras?release=1",
  "/embed/ville-temoin/costs/full-cost",
  "/embed/ville-temoin/indicators/relevance-rate",
  "/embed/saint-etienne/spend-per-camera-year",
  "/embed/ville-temoin/nothing",
];

/** Opens an article of another site; whatever it asks of anyone but itself and us is a failure. */
async function open(page: Page, article: Article): Promise<string[]> {
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== article.address && origin !== address) strangers.push(request.url());
  });
  await page.goto(article.address);
  return strangers;
}

/** How far the inside of a frame is from fitting into it, in pixels. */
async function misfit(page: Page, selector: string): Promise<number> {
  const outside = (await page.locator(selector).boundingBox())?.height ?? 0;
  const inside = await page
    .frameLocator(selector)
    .locator("body")
    .evaluate((body) => body.getBoundingClientRect().height);
  return Math.abs(outside - inside);
}

const value = (frame: FrameLocator) => frame.locator(".v");

for (const embed of embeds) {
  test(`JOU-4 ${embed} is read at 280 pixels and on paper, has no barrier, leaves no cookie, asks for nothing else`, async ({
    page,
    context,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const [width, colorScheme] of [
      [280, "light"],
      [1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 600 });
      await page.emulateMedia({ colorScheme });
      await page.goto(embed);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await barriersOf(page)).toEqual([]);
    }
    // A browser asks for an icon by itself.
    expect(asked.filter((url) => !url.endsWith("favicon.ico"))).toHaveLength(2);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("link", { name: "Contrechamp" })).toBeVisible();
    expect(await context.cookies()).toEqual([]);
  });
}

test("JOU-5 a live figure follows a release in another site's article; a frozen one stays and says what changed", async ({
  page,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "contrechamp-embeds-"));
  const file = path.join(folder, "cameras.csv");
  const city = ["--city", "presse-essai"];
  const bring = async (lines: readonly string[]) => {
    await writeFile(file, `numéro;lieu;statut\n${lines.join("\n")}\n`);
    expect(await command("import", file, ...city, "--as", "cameras")).toMatchObject({ code: 0 });
  };
  const given = ["--name", "Essai de presse", "--country", "FR", "--timezone", "Europe/Paris"];
  await command("city", "add", "presse-essai", ...given, "--currency", "EUR");
  await bring(["1;Place A;en service", "2;Place B;en service"]);

  const figure = `${address}/embed/presse-essai/cameras`;
  const article = await publishArticle(
    `<iframe id="live" src="${figure}" width="500" height="300" title="vivant"></iframe>
     <iframe id="frozen" src="${figure}?release=1" width="500" height="300" title="figé"></iframe>`,
  );
  const strangers = await open(page, article);
  const [live, frozen] = [page.frameLocator("#live"), page.frameLocator("#frozen")];
  await expect(value(live)).toHaveText("2");
  await expect(value(frozen)).toHaveText("2");
  await expect(frozen.getByRole("note")).toHaveCount(0);

  await bring(["1;Place A;en service", "2;Place B;en service", "3;Place C;en service"]);
  await expect(async () => {
    await page.reload();
    await expect(value(live)).toHaveText("3", { timeout: 500 });
  }).toPass();
  await expect(value(frozen)).toHaveText("2");
  await expect(frozen.getByRole("note")).toContainText("Ce chiffre a changé dans la version 2");
  await expect(frozen.getByRole("note").getByRole("listitem")).toHaveText("2 → 3");
  await expect(frozen.getByText("Version 1 du", { exact: false })).toContainText("figée");
  expect(strangers).toEqual([]);
  await article.close();
  await rm(folder, { recursive: true });
});

const resets = `<style>
  * { all: unset !important; font-size: 0 !important; color: transparent !important; }
  iframe { display: block !important; border: 0 !important; height: 10px; }
</style>`;

test("JOU-6 an embed works in a page that resets every style, and takes its own height", async ({
  page,
}) => {
  const article = await publishArticle(
    `${resets}<iframe id="f" src="${address}/embed/ville-temoin/outcomes/requests" width="480" title="x"></iframe>
     <script async src="${address}/embed.js"></script>`,
  );
  const strangers = await open(page, article);
  const frame = page.frameLocator("#f");
  await expect(frame.getByRole("heading")).toBeVisible();
  await expect(async () => expect(await misfit(page, "#f")).toBeLessThanOrEqual(1)).toPass();
  await frame.getByText("Tableau des chiffres").click();
  await expect(frame.getByRole("table")).toBeVisible();
  await expect(async () => expect(await misfit(page, "#f")).toBeLessThanOrEqual(1)).toPass();
  expect(strangers).toEqual([]);
  await article.close();
});

test("JOU-6 an embed that begins without width, in a closed tab, is right once it is opened", async ({
  page,
}) => {
  const article = await publishArticle(
    `<div id="tab" style="display:none;width:0"><div data-contrechamp="${address}/embed/ville-temoin/map"><a href="/">Carte</a></div></div>
     <script src="${address}/embed.js"></script>`,
  );
  await open(page, article);
  await expect(page.locator("iframe")).toHaveCount(1);
  await page.locator("#tab").evaluate((tab) => {
    tab.style.display = "block";
  });
  await page.locator("#tab").evaluate((tab) => {
    tab.style.width = "360px";
  });
  await expect(page.frameLocator("iframe").getByRole("heading")).toBeVisible();
  await expect(async () => expect(await misfit(page, "iframe")).toBeLessThanOrEqual(1)).toPass();
  const box = await page.locator("iframe").boundingBox();
  expect(box?.height).toBeGreaterThan(300);
  await article.close();
});

test("JOU-6 an embed works under a strict policy that allows the frame alone", async ({ page }) => {
  const article = await publishArticle(
    `<iframe id="f" src="${address}/embed/ville-temoin/useful-footage-share" width="400" height="400" title="x"></iframe>`,
    { "content-security-policy": `default-src 'none'; frame-src ${address}` },
  );
  await open(page, article);
  await expect(value(page.frameLocator("#f"))).toHaveText(/30,7.%/);
  await article.close();
});

test("JOU-6 an embed can be read in a sandboxed frame where no script runs", async ({ page }) => {
  const article = await publishArticle(
    `<iframe id="f" sandbox="" src="${address}/embed/ville-temoin/outcomes/useful-share" width="360" height="420" title="x"></iframe>`,
  );
  await open(page, article);
  const frame = page.frameLocator("#f");
  await expect(frame.getByRole("img").first()).toBeVisible();
  await expect(frame.getByText("Source", { exact: false }).first()).toBeVisible();
  await article.close();
});

test("JOU-6 a page that only carries Datawrapper's script gives our frame its height", async ({
  page,
}) => {
  // The script that Datawrapper hands out with its frames, word for word.
  const datawrapper = `window.addEventListener("message",(function(e){if(void 0!==e.data["datawrapper-height"]){var t=document.querySelectorAll("iframe");for(var a in e.data["datawrapper-height"])for(var r=0;r<t.length;r++)if(t[r].contentWindow===e.source){var i=e.data["datawrapper-height"][a]+"px";t[r].style.height=i}}}));`;
  const article = await publishArticle(
    `<script>${datawrapper}</script><iframe id="f" src="${address}/embed/ville-temoin/cameras" width="400" style="border:0" title="x"></iframe>`,
  );
  await open(page, article);
  await expect(async () => expect(await misfit(page, "#f")).toBeLessThanOrEqual(1)).toPass();
  await article.close();
});

test("JOU-6 the loader gives no height to a frame on the word of a stranger, and frames no other site", async ({
  page,
}) => {
  const stranger = await publishArticle(
    `<script>parent.postMessage({"contrechamp-height":5000},"*")</script>`,
  );
  const article = await publishArticle(
    `<script src="${address}/embed.js"></script>
     <iframe id="f" src="${stranger.address}" height="77" title="x"></iframe>
     <div id="d" data-contrechamp="${stranger.address}/embed/x">texte</div>
     <div data-contrechamp="javascript:alert(1)//embed/">texte</div>`,
  );
  await open(page, article);
  await page.waitForLoadState("networkidle");
  expect((await page.locator("#f").boundingBox())?.height).toBeLessThan(100);
  await expect(page.locator("iframe")).toHaveCount(1);
  await article.close();
  await stranger.close();
});

test("no page but an embed can be framed by another site", async ({ page }) => {
  const article = await publishArticle(
    `<iframe id="f" src="${address}/ville-temoin/figures/cameras" width="400" height="300" title="x"></iframe>`,
  );
  const refused = page.waitForEvent("console", {
    predicate: (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()),
  });
  await page.goto(article.address);
  await refused;
  await article.close();
});

test("JOU-7 a tool that knows oEmbed turns the address of a page into a frame", async ({
  request,
}) => {
  for (const shown of [
    "/ville-temoin",
    "/en/ville-temoin/outcomes",
    "/ville-temoin/figures/outcomes/requests?release=11",
    "/ville-temoin/cameras/VT-0003",
    "/embed/ville-temoin/map",
  ]) {
    const found = (await extract(`${address}${shown}`, { maxwidth: 500 })) as Record<
      string,
      unknown
    >;
    expect(found, shown).toMatchObject({ type: "rich", version: "1.0", width: 500 });
    const source = /src="([^"]+)"/.exec(String(found.html))?.[1] ?? "";
    expect(source.startsWith(`${address}/`)).toBe(true);
    expect((await request.get(source.replaceAll("&amp;", "&"))).status(), source).toBe(200);
  }
  const ask = (query: string) => request.get(`/oembed?${query}`);
  const own = encodeURIComponent(`${address}/ville-temoin`);
  const xml = await ask(`url=${own}&format=xml`);
  expect(xml.headers()["content-type"]).toContain("text/xml");
  expect(await xml.text()).toContain("<type>rich</type>");
  const refusals: [string, number][] = [
    ["", 400],
    [`url=${own}&maxwidth=wide`, 400],
    [`url=${own}&format=yaml`, 501],
    ["url=https%3A%2F%2Fevil.example%2Fville-temoin", 404],
    [`url=${encodeURIComponent(`${address}@evil.example/ville-temoin`)}`, 404],
    [`url=${encodeURIComponent(`${address}/ville-temoin?release=0`)}`, 404],
    [`url=${encodeURIComponent(`${address}/methodology`)}`, 404],
    ["url=javascript:alert(1)", 404],
    [`url=${encodeURIComponent(`${address}/%E0%A4%A`)}`, 404],
    [`url=${own}&url=https%3A%2F%2Fevil.example`, 200],
  ];
  for (const [query, status] of refusals) {
    const answer = await ask(query);
    expect(answer.status(), query).toBe(status);
    expect(await answer.text()).not.toContain("evil.example");
  }
});

test("JOU-7 a shared page shows the picture of its figure", async ({ page, request }) => {
  await page.goto("/ville-temoin/outcomes");
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(picture).toContain("/ville-temoin/files/useful-footage-share.card.png");
  const answer = await request.get(picture ?? "");
  const bytes = await answer.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(answer.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
});

test("JOU-8 a figure's own page gives its citation, and what is cited stays", async ({
  page,
  request,
}) => {
  await page.goto("/ville-temoin/figures/outcomes/useful-share");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ont servi");
  const permanent = await page.getByLabel("Adresse permanente").inputValue();
  expect(permanent).toMatch(/\/ville-temoin\/figures\/outcomes\/useful-share\?release=\d+$/);
  expect((await request.get(permanent)).status()).toBe(200);
  const taken = async (name: string) =>
    request.get((await page.getByRole("link", { name }).getAttribute("href")) ?? "");
  const bib = await taken("BibTeX");
  expect(await bib.text()).toContain(`url = {${permanent}}`);
  const csv = await (await taken("Données CSV")).text();
  for (const line of csv.trim().split("\r\n").slice(1)) expect(line).toContain(permanent);
  expect((await (await taken("Image PNG")).body()).subarray(1, 4).toString()).toBe("PNG");
  expect(await (await taken("Image SVG")).text()).toContain("Statistiques fictives");
});

test("JOU-9 the builder works without a script: choose, see, copy", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const page = await context.newPage();
  await page.goto("/press?city=ville-temoin");
  await page.getByLabel("Chiffre").selectOption({ label: "Demandes d’images, par année" });
  await page.getByLabel("Version").selectOption({ index: 1 });
  await page.getByLabel("Langue").selectOption("en");
  await page.getByLabel("Couleurs").selectOption("dark");
  await page.getByLabel("Largeur", { exact: false }).fill("320");
  await page.getByRole("button", { name: "Montrer" }).click();
  const frame = page.locator("iframe");
  expect(await frame.getAttribute("width")).toBe("320");
  await expect(
    page.frameLocator("iframe").getByText("footage requests", { exact: false }).first(),
  ).toBeVisible();
  const code = await page.getByLabel("Cadre simple, sans script").inputValue();
  expect(code).toMatch(
    /^<iframe src="http:[^"]+\/en\/embed\/ville-temoin\/outcomes\/requests\?release=\d+&amp;theme=dark"/,
  );
  await context.close();
});

test("JOU-9 with a script a click copies, and the preview takes its height", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/press?city=ville-temoin&figure=map&width=360");
  await expect(async () => expect(await misfit(page, "iframe")).toBeLessThanOrEqual(2)).toPass();
  await page.getByRole("button", { name: "Copier Adresse", exact: true }).click();
  await expect(page.getByText("Copié")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${address}/embed/ville-temoin/map`,
  );
});

test("JOU-9 the builder is unmoved by what no form sends", async ({ page }) => {
  const hostile = encodeURIComponent('"><script>alert(1)</script>');
  const answer = await page.goto(
    `/press?city=${hostile}&figure=${hostile}&release=-1&language=xx&theme=${hostile}&width=1e9&camera=`,
  );
  expect(answer?.status()).toBe(200);
  await expect(page.locator("iframe")).toHaveAttribute("width", "600");
  await page.goto(`/press?city=ville-temoin&camera=${hostile}`);
  await expect(page.getByText("Il n’y a rien de tel", { exact: false })).toBeVisible();
});
