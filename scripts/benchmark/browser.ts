import { chromium, type Page } from "playwright";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

const chromiumFlags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
/** After a start the server makes the map files of every large city ready, one after the other. */
const patience = 600_000;
/** Leaflet's own circles, one layer each: more than so many are not worth waiting for. */
const circles = 50_000;

/**
 * Milliseconds between frames while the map is dragged, and after a facet is chosen: what a hand feels. Headless Chromium
 * without a graphics card; beside it Leaflet with one circle per camera on its canvas renderer.
 */
export async function measureMap(
  address: string,
  city: string,
  cameras: number,
): Promise<BenchmarkRow[]> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${address}/${city}/map`, { timeout: patience });
    await page.waitForSelector("canvas", { timeout: patience });
    await page.waitForTimeout(5_000);
    const reached = await dragAndTime(page);
    const rivalPage = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const rival = await circlesAndTime(rivalPage, Math.min(cameras, circles));
    const limit = cameras > circles ? 33 : 20;
    return [
      {
        what: `pan, ${cameras.toLocaleString("en")} cameras, headless Chromium, median frame`,
        limit: `≤ ${limit} ms`,
        reached: milliseconds(reached),
        rival: `L.circleMarker on canvas, ${Math.min(cameras, circles).toLocaleString("en")}: ${milliseconds(rival)}`,
        ratio: rival / reached,
        isReached: reached <= limit,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Drags by small steps for two seconds and times each frame in the page. */
async function dragAndTime(page: Page): Promise<number> {
  // As text: tsx names the functions that it compiles by a helper which the page does not have.
  await page.evaluate(`{
    window.frameTimes = [];
    let last = performance.now();
    requestAnimationFrame(function tick(now) {
      window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    });
  }`);
  await page.mouse.move(620, 420);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) {
    await page.mouse.move(620 + Math.sin(step / 6) * 180, 420 + Math.cos(step / 9) * 120);
  }
  const frames = await page.evaluate<number[]>("window.frameTimes.slice(2)");
  await page.mouse.up();
  return quantile(
    frames.sort((a, b) => a - b),
    0.5,
  );
}

async function circlesAndTime(page: Page, count: number): Promise<number> {
  await page.setContent('<div id="map" style="position:fixed;inset:0"></div>');
  await page.addStyleTag({ path: "node_modules/leaflet/dist/leaflet.css" });
  await page.addScriptTag({ path: "node_modules/leaflet/dist/leaflet.js" });
  await page.evaluate((circleCount) => {
    const leaflet = (window as unknown as { L: typeof import("leaflet") }).L;
    const map = leaflet.map("map", { preferCanvas: true }).setView([46.5, 2.5], 7);
    for (let i = 0; i < circleCount; i++) {
      const place: [number, number] = [44.5 + ((i * 0.618) % 4), ((i * 0.382) % 5) + 0.1];
      leaflet.circleMarker(place, { radius: 4 }).addTo(map);
    }
  }, count);
  await page.waitForTimeout(2_000);
  return dragAndTime(page);
}
