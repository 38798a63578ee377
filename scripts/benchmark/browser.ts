import { chromium, type Page } from "playwright";
import Supercluster from "supercluster";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

const chromiumFlags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
/** After a start the server makes the map files of every large city ready, one after the other. */
const patience = 600_000;
/** Leaflet's own circles, one layer each: more than so many are not worth waiting for. */
const circles = 50_000;

/**
 * What a hand feels: the longest frame of a drag by 120 pixels, from the press to the rest after it is let go, and the wait
 * from the choice of a facet to the cameras drawn anew. Headless Chromium without a graphics card. Beside them Leaflet with one
 * circle per camera on its canvas renderer, and what the usual index of clusters takes to be loaded with another selection.
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
    const panned = await panAndTime(page);
    const chosen = await chooseAndTime(page);
    const rivalPage = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const rival = await circlesAndTime(rivalPage, Math.min(cameras, circles));
    const reloaded = reloadClusters(cameras);
    const limit = cameras > circles ? 33 : 20;
    const count = cameras.toLocaleString("en");
    return [
      {
        what: `pan by 120 pixels, ${count} cameras, headless Chromium, longest frame, median of ${repeats}`,
        limit: `≤ ${limit} ms`,
        reached: milliseconds(panned),
        rival: `L.circleMarker on canvas, ${Math.min(cameras, circles).toLocaleString("en")}: ${milliseconds(rival)}`,
        ratio: rival / panned,
        isReached: panned <= limit,
      },
      {
        what: `choosing a facet, ${count} cameras, headless Chromium, median of ${repeats}`,
        limit: "≤ 30 ms",
        reached: milliseconds(chosen),
        rival: `supercluster loaded anew ${milliseconds(reloaded)}`,
        ratio: reloaded / chosen,
        isReached: chosen <= 30,
      },
    ];
  } finally {
    await browser.close();
  }
}

const repeats = 10;
const median = (values: number[]) =>
  quantile(
    values.sort((a, b) => a - b),
    0.5,
  );

/** A hand that draws the map by 120 pixels, holds it, and lets go: Leaflet's renderer draws when it is let go. */
async function panAndTime(page: Page): Promise<number> {
  // As text: tsx names the functions that it compiles by a helper which the page does not have.
  await page.evaluate(`{
    window.longestFrame = 0;
    let last = performance.now();
    requestAnimationFrame(function tick(now) {
      window.longestFrame = Math.max(window.longestFrame, now - last);
      last = now;
      requestAnimationFrame(tick);
    });
  }`);
  const longest: number[] = [];
  for (let pan = 0; pan < repeats; pan++) {
    const way = pan % 2 === 0 ? 1 : -1;
    await page.mouse.move(620, 420);
    await page.evaluate("window.longestFrame = 0");
    await page.mouse.down();
    await page.mouse.move(620 + way * 120, 420, { steps: 8 });
    // Held long enough not to be thrown.
    await page.waitForTimeout(300);
    await page.mouse.up();
    await page.waitForTimeout(700);
    longest.push(await page.evaluate<number>("window.longestFrame"));
  }
  return median(longest);
}

/** From the click on a choice to the end of the drawing, in the frame that shows it: lists and counts come after. */
async function chooseAndTime(page: Page): Promise<number> {
  return median(
    await page.evaluate<number[]>(`(async () => {
      const times = [];
      const sheet = CanvasRenderingContext2D.prototype;
      const clear = sheet.clearRect;
      const choices = [...document.querySelectorAll('input[type="checkbox"][name]')];
      for (let turn = 0; turn < ${repeats}; turn++) {
        const choice = choices[Math.floor(turn / 2) % choices.length];
        const started = performance.now();
        const drawn = new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error("nothing was drawn")), 10_000);
          sheet.clearRect = function (...box) {
            sheet.clearRect = clear;
            clear.apply(this, box);
            queueMicrotask(() => resolve(performance.now() - started));
          };
        });
        choice.click();
        times.push(await drawn);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return times;
    })()`),
  );
}

function reloadClusters(cameras: number): number {
  const points = Array.from({ length: cameras }, (_, index) => ({
    type: "Feature" as const,
    properties: {},
    geometry: {
      type: "Point" as const,
      coordinates: [((index * 0.382) % 5) + 0.1, 44.5 + ((index * 0.618) % 4)],
    },
  }));
  const started = performance.now();
  new Supercluster({ maxZoom: 16 }).load(points);
  return performance.now() - started;
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
  return panAndTime(page);
}
