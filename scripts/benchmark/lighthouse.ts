import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { findFreePort } from "#server/process/ports.ts";
import type { BenchmarkRow } from "./row.ts";

/** An empty Next page loads this much script (gzip): the floor that no page of ours goes under. */
const emptyNextPage = 134;

/** What a page has to reach: its score, the seconds until its largest paint where it has to, the kilobytes of script on the wire. */
type JudgedPage = { path: string; performance: number; paintLimit?: number; scriptLimit: number };

/** Lighthouse with its own telephone (slow 4G, processor four times slower), on each page. */
export async function measureLighthouse(
  address: string,
  pages: readonly JudgedPage[],
): Promise<BenchmarkRow[]> {
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  try {
    const rows: BenchmarkRow[] = [];
    for (const page of pages) rows.push(await judge(address, page, port));
    return rows;
  } finally {
    await browser.close();
  }
}

async function judge(
  address: string,
  { path, performance: floor, paintLimit, scriptLimit }: JudgedPage,
  port: number,
): Promise<BenchmarkRow> {
  const result = await lighthouse(`${address}${path}`, {
    port,
    output: "json",
    logLevel: "silent",
    onlyCategories: ["performance", "accessibility"],
  });
  const report = result?.lhr;
  const score = (category: string) => Math.round((report?.categories[category]?.score ?? 0) * 100);
  const paint = (report?.audits["largest-contentful-paint"]?.numericValue ?? Number.NaN) / 1000;
  const script = scriptKilobytes(report?.audits["network-requests"]?.details);
  const performance = score("performance");
  const accessibility = score("accessibility");
  return {
    what: `Lighthouse, mobile, ${path}`,
    limit: `performance ≥ ${floor}, accessibility 100,${paintLimit ? ` LCP ≤ ${paintLimit} s,` : ""} script ≤ ${scriptLimit} KB`,
    reached: `${performance}, ${accessibility}, ${paint.toFixed(1)} s, ${script.toFixed(0)} KB`,
    rival: `empty Next page ${emptyNextPage} KB`,
    ratio: undefined,
    isReached:
      performance >= floor &&
      accessibility === 100 &&
      paint <= (paintLimit ?? Number.POSITIVE_INFINITY) &&
      script <= scriptLimit,
  };
}

/** Kilobytes of script on the wire, as our server compresses them. */
function scriptKilobytes(details: unknown): number {
  const { items } = (details ?? { items: [] }) as {
    items: { resourceType?: string; transferSize?: number }[];
  };
  const scripts = items.filter((item) => item.resourceType === "Script");
  return scripts.reduce((sum, item) => sum + (item.transferSize ?? 0), 0) / 1000;
}
