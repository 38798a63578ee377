import http from "node:http";
import { chromium } from "playwright";
import { chartPng } from "#formats/chart/chart-png.ts";
import { connections, load } from "./pages.ts";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

const chart = "/embed/ville-temoin/costs/full-cost";
/** The same chart on a page of the framework. */
const page = "/ville-temoin/costs";
const throttle = 4;
const loads = 5;

/** An embed on its way to a reader, under load, and the picture of a shared link. */
export async function measureEmbeds(address: string): Promise<BenchmarkRow[]> {
  return [await weigh(address), await underLoad(address), await drawCards(address)];
}

function ask(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.byteLength;
        });
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(bytes)
            : reject(new Error(`${url} answers ${response.statusCode}.`)),
        );
      })
      .once("error", reject);
  });
}

/** Bytes with gzip, and seconds until the largest thing is painted by a processor four times slower. */
async function weigh(address: string): Promise<BenchmarkRow> {
  const bytes = await ask(`${address}${chart}`, { "accept-encoding": "gzip" });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const painted = async (path: string) => {
      const results: { seconds: number; bytes: number }[] = [];
      for (let turn = 0; turn < loads; turn++) {
        const context = await browser.newContext({ viewport: { width: 600, height: 500 } });
        const tab = await context.newPage();
        const session = await context.newCDPSession(tab);
        await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
        await session.send("Network.enable");
        let received = 0;
        session.on("Network.loadingFinished", ({ encodedDataLength }) => {
          received += encodedDataLength;
        });
        await tab.goto(`${address}${path}`, { waitUntil: "networkidle" });
        results.push({ seconds: (await largestPaint(tab)) / 1000, bytes: received });
        await context.close();
      }
      return results.sort((a, b) => a.seconds - b.seconds)[Math.floor(loads / 2)];
    };
    const own = await painted(chart);
    const rival = await painted(page);
    const seconds = own?.seconds ?? Number.NaN;
    const slower = rival?.seconds ?? Number.NaN;
    return {
      what: `a chart embed, whole transfer (gzip) and largest paint, processor ${throttle} × slower`,
      limit: "≤ 10 KB, ≤ 0.3 s",
      reached: `${(bytes / 1000).toFixed(1)} KB, ${seconds.toFixed(2)} s`,
      rival: `the page it is from: ${((rival?.bytes ?? 0) / 1000).toFixed(0)} KB, ${slower.toFixed(2)} s`,
      ratio: slower / seconds,
      isReached: bytes <= 10_000 && seconds <= 0.3,
    };
  } finally {
    await browser.close();
  }
}

function largestPaint(tab: import("playwright").Page): Promise<number> {
  return tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
        );
        observer.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}

/** The embed kept ready, beside the same embed drawn anew for each request. */
async function underLoad(address: string): Promise<BenchmarkRow> {
  const port = Number(new URL(address).port);
  await load(port, chart, 2);
  const reached = await load(port, chart, 6);
  // What Next's own router asks is never answered from memory.
  const rival = await load(port, chart, 4, { "next-router-state-tree": "[]" });
  return {
    what: `a chart embed at ${connections} connections`,
    limit: "≥ 5,000/s, p99 ≤ 20 ms",
    reached: `${reached.perSecond.toFixed(0)}/s, p99 ${milliseconds(reached.p99)}`,
    rival: `drawn each time ${rival.perSecond.toFixed(0)}/s, p99 ${milliseconds(rival.p99)}`,
    ratio: reached.perSecond / rival.perSecond,
    isReached: reached.perSecond >= 5_000 && reached.p99 <= 20,
  };
}

const cards = [
  "cameras",
  "useful-footage-share",
  "outcomes/requests",
  "outcomes/footage-review",
  "costs/full-cost",
  "map",
  "districts/VT03",
];

/** Pictures of shared links, each asked for the first time and once more. */
async function drawCards(address: string): Promise<BenchmarkRow> {
  const time = async (name: string) => {
    const started = performance.now();
    // English: nothing has asked for these before.
    await ask(`${address}/en/ville-temoin/files/${name}.card.png`, {});
    return performance.now() - started;
  };
  await ask(`${address}/en/ville-temoin/files/authorisations.card.png`, {});
  const first: number[] = [];
  for (const name of cards) first.push(await time(name));
  const again: number[] = [];
  for (const name of cards) again.push(await time(name));
  const drawn: number[] = [];
  for (const name of cards) drawn.push(await drawAlone(address, name));
  const [made, kept, alone] = [first, again, drawn].map((times) =>
    quantile(
      times.sort((a, b) => a - b),
      0.5,
    ),
  );
  return {
    what: `picture of a shared link (1,200 × 630), first asked, median of ${cards.length}`,
    limit: "≤ 150 ms",
    reached: `${milliseconds(made ?? Number.NaN)}, then ${milliseconds(kept ?? Number.NaN)}`,
    rival: `resvg alone on the SVG of the figure ${milliseconds(alone ?? Number.NaN)}`,
    ratio: (alone ?? Number.NaN) / (made ?? Number.NaN),
    isReached: (made ?? Number.NaN) <= 150,
  };
}

/** Milliseconds from a figure's SVG to its pixels, with nothing else to do. */
async function drawAlone(address: string, name: string): Promise<number> {
  const answer = await fetch(`${address}/en/ville-temoin/files/${name}.svg`);
  const svg = await answer.text();
  const started = performance.now();
  await chartPng(svg);
  return performance.now() - started;
}
