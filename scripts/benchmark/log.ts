import { spawn } from "node:child_process";
import { hash as digest } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium } from "playwright";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { logFilesIn } from "#persistence/audit/log-files.ts";
import { connect } from "#persistence/connection.ts";
import { writeSql } from "#persistence/database.ts";
import { logFilesHandler } from "#server/handlers/log-files.ts";
import { readAddress } from "#server/http/request-address.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { writeLargeLog } from "./large-log.ts";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

const writers = 8;
const appendSeconds = 5;
const entries = 1_000_000;
const tabRounds = 3;

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  const end = started + appendSeconds * 1_000;
  let done = 0;
  const writer = async () => {
    while (performance.now() < end) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (done / (performance.now() - started)) * 1_000;
}

const whole = (value: number) => Math.round(value).toLocaleString("en");

/**
 * Acts appended to the log by eight writers, each in a transaction of its own; beside it rows that nothing numbers, and
 * rows that take turns as the acts do, from the commit's beginning to its end on the disk.
 */
export async function measureAppends(url: string): Promise<BenchmarkRow> {
  let number = 0;
  const append = () =>
    writeSql((sql) => {
      number += 1;
      const subject = `account a${number}`;
      const act = { cityId: null, actor: "system", action: "role-expired", subject } as const;
      return appendAuditEntry(sql, { ...act, detail: { number } });
    });
  const owner = connect(url, { name: "bench" });
  await owner`CREATE TABLE plain_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)`;
  await owner`GRANT INSERT ON plain_row TO PUBLIC`;
  const insert = () =>
    writeSql(async (sql) => {
      await sql`INSERT INTO plain_row (body) VALUES (${"x".repeat(200)})`;
    });
  await owner.unsafe(`CREATE FUNCTION take_turn() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END $$`);
  await Promise.all(Array.from({ length: writers }, append));
  const reached = await perSecond(append);
  const rival = await perSecond(insert);
  await owner`CREATE CONSTRAINT TRIGGER in_turn AFTER INSERT ON plain_row DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION take_turn()`;
  const inTurn = await perSecond(insert);
  await owner`DROP TABLE plain_row`;
  await owner`DROP FUNCTION take_turn()`;
  await owner.end();
  return {
    what: `acts appended to the log, ${writers} writers, a transaction each`,
    limit: "≥ 1,000 a second",
    reached: `${whole(reached)} a second`,
    rival: `plain insert ${whole(rival)} a second; in turn ${whole(inTurn)}`,
    ratio: reached / rival,
    isReached: reached >= 1_000,
  };
}

/** A log of a million entries, verified by the command and by a browser tab; beside it one SHA-256 over its bytes. */
export async function measureLogVerification(
  address: string,
  folder: string,
): Promise<BenchmarkRow[]> {
  const log = path.join(folder, "large-log");
  const bytes = await writeLargeLog(log, entries);
  const started = performance.now();
  digest("sha256", Buffer.alloc(bytes, 1), "buffer");
  const floor = performance.now() - started;
  const command = await timeCommand(log);
  const tab = await timeBrowser(address, log);
  const row = (what: string, limitSeconds: number, seconds: number, also = ""): BenchmarkRow => ({
    what: `log of ${entries.toLocaleString("en")} entries verified ${what}`,
    limit: `≤ ${limitSeconds} s`,
    reached: `${seconds.toFixed(1)} s${also}`,
    rival: `one SHA-256 over its ${Math.round(bytes / 1e6)} MB ${(floor / 1_000).toFixed(2)} s`,
    ratio: floor / 1_000 / seconds,
    isReached: seconds <= limitSeconds,
  });
  const inOrder = tab.seconds.toSorted((a, b) => a - b);
  const each = tab.seconds.map((seconds) => seconds.toFixed(1)).join(", ");
  return [
    row("on the command line, from a folder", 5, command),
    row(
      "in a browser tab, median",
      10,
      quantile(inOrder, 0.5),
      ` (${each}; longest task of the page ${milliseconds(tab.longest)})`,
    ),
  ];
}

/** Seconds from the start of the command to its end. */
function timeCommand(folder: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/verify-log.ts", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve((performance.now() - started) / 1_000);
      else reject(new Error(`npm run verify-log ended with ${code}`));
    });
  });
}

/** `longest`: milliseconds that the page answered to nobody; 0 when no task took 50. */
type Tab = { seconds: number[]; longest: number };

/** The product's own page, with the large log in the place of the product's. */
async function timeBrowser(address: string, folder: string): Promise<Tab> {
  const handler = logFilesHandler(logFilesIn(folder, writeDurably));
  const front = http.createServer((request, response) => {
    const target = readAddress(request.url ?? "/");
    if (target?.segments[0] === "log") void handler(request, response, target);
    else {
      const asked = http.get(new URL(request.url ?? "/", address), (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      asked.once("error", () => response.destroy());
    }
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { port } = front.address() as AddressInfo;
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/en/transparency-log`, { waitUntil: "networkidle" });
    // As text: tsx names the functions that it compiles by a helper which the page does not have.
    await page.evaluate(`{
      window.longTasks = [];
      new PerformanceObserver((seen) => window.longTasks.push(...seen.getEntries().map((task) => task.duration)))
        .observe({ type: "longtask" });
    }`);
    // The first time the bundles are packed as well; they are kept so for every reader after.
    const seconds: number[] = [];
    for (let round = 0; round < tabRounds; round += 1) {
      const started = performance.now();
      await page.getByRole("button", { name: /whole register/ }).click();
      await page.locator("[data-result=running]").waitFor();
      await page.locator("[data-result=whole]").waitFor({ timeout: 300_000 });
      seconds.push((performance.now() - started) / 1_000);
    }
    const longest = await page.evaluate<number>("Math.max(0, ...window.longTasks)");
    return { seconds, longest };
  } finally {
    await browser.close();
    front.close();
    front.closeAllConnections();
  }
}
