import { spawn } from "node:child_process";
import http from "node:http";
import { connect } from "#persistence/connection.ts";
import { writeCursor } from "#server/api/cursor.ts";
import { connections, load } from "./pages.ts";
import { type BenchmarkRow, milliseconds, quantile } from "./row.ts";

const seconds = 6;
const asked = 2_000;
const listOf = (city: string) => `/api/v1/cities/${city}/cameras?limit=50&format=json`;

/** The API as it serves: what was answered before, what was not, and what the reader has already. */
export async function measureApi(
  address: string,
  city: string,
  url: string,
): Promise<BenchmarkRow[]> {
  const port = Number(new URL(address).port);
  const first = (await (await fetch(`${address}${listOf(city)}`)).json()) as {
    release: number;
    matched: number;
  };
  const nextPage = pagesOf(city, first);
  await load(port, nextPage, 2);
  const uncached = await load(port, nextPage, seconds);
  await load(port, listOf(city), 2);
  const cached = await load(port, listOf(city), seconds);
  const sqlTime = await inSql(url, city);
  return [
    {
      what: `a list of 50 cameras, asked before, at ${connections} connections`,
      limit: "≥ 5,000/s, p99 ≤ 20 ms",
      reached: `${cached.perSecond.toFixed(0)}/s, p99 ${milliseconds(cached.p99)}`,
      rival: `never asked before ${uncached.perSecond.toFixed(0)}/s`,
      ratio: cached.perSecond / uncached.perSecond,
      isReached: cached.perSecond >= 5_000 && cached.p99 <= 20,
    },
    {
      what: `a list of 50 of ${first.matched.toLocaleString("en")} cameras, never asked before, at ${connections} connections`,
      limit: "≥ 900/s",
      reached: `${uncached.perSecond.toFixed(0)}/s, p99 ${milliseconds(uncached.p99)}`,
      rival: `the rows and their count in SQL, one at a time ${(1000 / sqlTime).toFixed(0)}/s`,
      ratio: (uncached.perSecond * sqlTime) / 1000,
      isReached: uncached.perSecond >= 900,
    },
    await askAgain(port, city),
  ];
}

/** Another page each time: none is asked twice before every place was a beginning. */
function pagesOf(city: string, { release, matched }: { release: number; matched: number }) {
  let turn = 0;
  return () => {
    turn += 1;
    const after = String((turn * 7919) % Math.max(1, matched - 50));
    return `${listOf(city)}&cursor=${writeCursor({ release, after })}`;
  };
}

/** Milliseconds that the same page and the count of all take in SQL. */
async function inSql(url: string, city: string): Promise<number> {
  const sql = connect(url, { name: "bench" });
  try {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const started = performance.now();
      await sql`SELECT count(*) OVER (), v.* FROM camera_version v JOIN city c ON c.id = v.city_id
        WHERE c.slug = ${city} AND v.until_release IS NULL ORDER BY reference OFFSET ${turn * 7919} LIMIT 50`;
      times.push(performance.now() - started);
    }
    return quantile(
      times.sort((a, b) => a - b),
      0.5,
    );
  } finally {
    await sql.end();
  }
}

/** One connection that has the answer already, and one that has not. */
async function askAgain(port: number, city: string): Promise<BenchmarkRow> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (headers: Record<string, string>) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      http
        .get({ port, path: listOf(city), agent, headers, host: "127.0.0.1" }, (response) => {
          response.resume();
          response.once("end", () => resolve(response));
        })
        .once("error", reject);
    });
  const { etag = "" } = (await ask({})).headers;
  const time = async (headers: Record<string, string>, status: number) => {
    const times: number[] = [];
    for (let turn = 0; turn < asked; turn++) {
      const started = performance.now();
      const { statusCode } = await ask(headers);
      if (statusCode !== status) throw new Error(`Answered ${statusCode}, not ${status}.`);
      times.push(performance.now() - started);
    }
    return quantile(
      times.sort((a, b) => a - b),
      0.5,
    );
  };
  const known = await time({ "if-none-match": etag }, 304);
  const whole = await time({}, 200);
  agent.destroy();
  return {
    what: "a conditional request answered 304, median",
    limit: "≤ 1 ms",
    reached: milliseconds(known),
    rival: `the whole answer ${milliseconds(whole)}`,
    ratio: whole / known,
    isReached: known <= 1,
  };
}

/** The CSV of every camera, made by a process of its own that counts its memory; beside COPY of the same rows. */
export async function measureExport(
  url: string,
  city: string,
  cameras: number,
): Promise<BenchmarkRow> {
  const copied = await copyAlone(url, city);
  const made = await inProcess(url, city);
  const perSecond = cameras / made.seconds;
  return {
    what: `CSV of ${cameras.toLocaleString("en")} cameras`,
    limit: "≥ 150,000 rows/s, ≤ 300 MB resident",
    reached: `${perSecond.toFixed(0)} rows/s, ${made.megabytes.toFixed(0)} MB`,
    rival: `COPY of the same table ${(cameras / copied).toFixed(0)} rows/s`,
    ratio: copied / made.seconds,
    isReached: perSecond >= 150_000 && made.megabytes <= 300,
  };
}

function inProcess(url: string, city: string): Promise<{ seconds: number; megabytes: number }> {
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=200", "--import", "tsx", "scripts/benchmark/export-cameras.ts", city],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text;
  });
  return new Promise((resolve, reject) =>
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error("The export ended with an error.")),
    ),
  );
}

async function copyAlone(url: string, city: string): Promise<number> {
  const sql = connect(url, { name: "bench" });
  try {
    const [known] = await sql<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city}`;
    const started = performance.now();
    const stream = await sql
      .unsafe(
        `COPY (SELECT * FROM camera_version WHERE city_id = ${Number(known?.id)} AND until_release IS NULL)
          TO STDOUT (FORMAT csv)`,
      )
      .readable();
    stream.resume();
    await new Promise((resolve, reject) => stream.once("end", resolve).once("error", reject));
    return (performance.now() - started) / 1000;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
