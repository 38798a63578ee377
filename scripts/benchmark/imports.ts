import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { finished } from "node:stream/promises";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";
import { connect } from "#persistence/connection.ts";
import { addCity } from "#use-cases/city/add-city.ts";
import type { BenchmarkRow } from "./row.ts";

/** A file of so many lines, written line by line. */
async function writeLines(file: string, head: string, count: number, line: (i: number) => string) {
  const out = createWriteStream(file);
  out.write(head);
  for (let i = 0; i < count; i++) {
    if (!out.write(line(i))) await once(out, "drain");
  }
  out.end();
  await finished(out);
}

const types = ["fixed", "dome", "panoramic", "unknown"];

export async function writeInventory(file: string, cameras: number): Promise<void> {
  const random = seededRandom(1, "inventory");
  const head = "reference,status,type,label,longitude,latitude,installed_on,operator,purposes\n";
  await writeLines(file, head, cameras, (i) => {
    const x = (2 + random.uniform() * 3).toFixed(6);
    const y = (44 + random.uniform() * 3).toFixed(6);
    const day = `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`;
    return `C${i},in-service,${types[i % 4]},Rue ${i % 5000} angle ${i},${x},${y},${day},Ville ${i % 300},persons-and-property\n`;
  });
}

export async function writeOsmLines(file: string, lines: number): Promise<void> {
  const random = seededRandom(2, "osm");
  await writeLines(file, "", lines, (i) => {
    const coordinates = [
      (2 + random.uniform() * 3).toFixed(7),
      (44 + random.uniform() * 3).toFixed(7),
    ];
    return `{"type":"Feature","id":${i},"properties":{"man_made":"surveillance","surveillance:type":"camera","surveillance":"public","camera:type":"${types[i % 3]}","camera:direction":"${i % 360}","operator":"Ville ${i % 300}"},"geometry":{"type":"Point","coordinates":[${coordinates}]}}\n`;
  });
}

const mostMegabytes = 400;

/** Seconds and peak memory of `npm run import` in a process of its own, the first time and again unchanged. */
export async function measureImport(
  given: { file: string; city: string; preset: string; rows: number; limitSeconds: number },
  url: string,
): Promise<BenchmarkRow[]> {
  const { file, city, preset, rows, limitSeconds } = given;
  await addCity(
    {
      slug: city,
      name: city,
      country: "FR",
      timezone: "Europe/Paris",
      currency: "EUR",
      kind: "region",
    },
    "command-line",
  );
  const copySeconds = await measureCopy(url, rows);
  const measured: BenchmarkRow[] = [];
  for (const again of [false, true]) {
    const { seconds, megabytes, outcome } = await runImport({ file, city, preset, url });
    const limit = again ? 60 : limitSeconds;
    const isDone = outcome === (again ? "nothing-to-do" : "applied");
    measured.push({
      what: `import of ${rows.toLocaleString("en")} rows as ${preset}${again ? ", again unchanged" : ""} (${outcome})`,
      limit: `≤ ${limit} s, ≤ ${mostMegabytes} MB`,
      reached: `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`,
      rival: `COPY alone ${copySeconds.toFixed(1)} s`,
      ratio: copySeconds / seconds,
      isReached: seconds <= limit && megabytes <= mostMegabytes && isDone,
    });
  }
  await rm(file);
  return measured;
}

async function runImport(given: { file: string; city: string; preset: string; url: string }) {
  const { file, city, preset, url } = given;
  const memory = ["--max-old-space-size=300", "--max-semi-space-size=32"];
  const flags = [...memory, "--import", "tsx", "scripts/import.ts"];
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, file, "--city", city, "--as", preset, "--json"],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "ignore"] },
  );
  let megabytes = Number.NaN;
  const watch = setInterval(async () => {
    megabytes = (await peakMegabytes(child.pid)) ?? megabytes;
  }, 250);
  const told = await text(child.stdout);
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1_000;
  return { seconds, megabytes, outcome: String(JSON.parse(told).outcome) };
}

/** The most memory that a process ever held, as Linux counts it; undefined elsewhere or once it has ended. */
async function peakMegabytes(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_000;
}

/** What PostgreSQL needs to take in as many rows and nothing else. */
async function measureCopy(url: string, rows: number): Promise<number> {
  const sql = connect(url, { name: "bench" });
  try {
    await sql`CREATE TEMP TABLE copied (line integer, body text)`;
    const started = performance.now();
    const copy = await sql`COPY copied FROM STDIN`.writable();
    for (let i = 0; i < rows; i += 1000) {
      let lines = "";
      for (let j = i; j < Math.min(rows, i + 1000); j++)
        lines += `${j}\tC${j},in-service,fixed,Rue ${j % 5000} angle,4.1,45.2,2019-01-01,Ville\n`;
      if (!copy.write(lines)) await once(copy, "drain");
    }
    copy.end();
    await finished(copy);
    return (performance.now() - started) / 1000;
  } finally {
    await sql.end();
  }
}
