import { type ChildProcess, spawn } from "node:child_process";
import http from "node:http";
import { findFreePort } from "#server/process/ports.ts";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

export const connections = 50;

type Load = { perSecond: number; p99: number };

/** Asks for one page over and over, or for another each time, on so many connections kept open. */
export async function load(
  port: number,
  path: string | (() => string),
  seconds: number,
  extra: Record<string, string> = {},
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  const target = typeof path === "string" ? () => path : path;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const started = performance.now();
      const headers = { "accept-encoding": "gzip, deflate, br", ...extra };
      http
        .get({ port, path: target(), agent, headers, host: "127.0.0.1" }, (response) => {
          response.resume();
          if (response.statusCode !== 200) reject(new Error(`Answered ${response.statusCode}.`));
          response.once("end", () => {
            times.push(performance.now() - started);
            resolve();
          });
        })
        .once("error", reject);
    });
  const worker = async () => {
    while (performance.now() < end) await one();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: quantile(times, 0.99) };
}

/** The same page from our server and from `next start`, one after the other, loaded from a process of its own. */
export async function measurePage(
  path: string,
  url: string,
  dataFolder: string,
  whileServed: (address: string) => Promise<void>,
): Promise<BenchmarkRow> {
  const environment = { ...process.env, DATABASE_URL: url, NODE_ENV: "production" as const };
  const ourPort = await findFreePort();
  const ours = startProduct(url, dataFolder, ourPort);
  const reached = await withServer(ours, ourPort, path, whileServed);
  const nextPort = await findFreePort();
  const next = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", String(nextPort), "-H", "127.0.0.1"],
    { env: environment, stdio: "ignore" },
  );
  const rival = await withServer(next, nextPort, path);
  const ratio = reached.perSecond / rival.perSecond;
  return {
    what: `${path} at ${connections} connections`,
    limit: "≥ 20 × next start, p99 ≤ 10 ms",
    reached: `${reached.perSecond.toFixed(0)}/s, p99 ${milliseconds(reached.p99)}`,
    rival: `next start ${rival.perSecond.toFixed(0)}/s, p99 ${milliseconds(rival.p99)}`,
    ratio,
    isReached: ratio >= 20 && reached.p99 <= 10,
  };
}

function startProduct(url: string, dataFolder: string, port: number): ChildProcess {
  // As `npm start` does.
  const flags = ["--max-semi-space-size=64", "--import", "tsx", "scripts/start.ts"];
  return spawn(process.execPath, flags, {
    env: {
      ...process.env,
      DATABASE_URL: url,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      CONTRECHAMP_DATA_FOLDER: dataFolder,
    },
    stdio: "ignore",
  });
}

/** The whole product with the first cities, for as long as something is measured on it. */
export async function whileProductServes(
  url: string,
  dataFolder: string,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const port = await findFreePort();
  await withServer(startProduct(url, dataFolder, port), port, "/ville-temoin", work);
}

async function withServer(
  child: ChildProcess,
  port: number,
  path: string,
  then: (address: string) => Promise<void> = () => Promise.resolve(),
): Promise<Load> {
  try {
    for (let tries = 0; ; tries++) {
      const status = await fetch(`http://127.0.0.1:${port}${path}`).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) break;
      if (tries > 240) throw new Error(`${path} does not answer.`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await load(port, path, 2);
    const measured = await load(port, path, 6);
    await then(`http://127.0.0.1:${port}`);
    return measured;
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
}
