import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { listCityOverviews } from "#use-cases/city/list-city-overviews.ts";
import { measureApi, measureExport } from "./benchmark/api.ts";
import { measureMap } from "./benchmark/browser.ts";
import { measureDisclosure } from "./benchmark/disclosure.ts";
import { measureEmbeds } from "./benchmark/embeds.ts";
import { measureImport, writeInventory, writeOsmLines } from "./benchmark/imports.ts";
import { measureLighthouse } from "./benchmark/lighthouse.ts";
import { measureAppends, measureLogVerification } from "./benchmark/log.ts";
import { measureOutcomes } from "./benchmark/outcomes.ts";
import { measurePage, whileProductServes } from "./benchmark/pages.ts";
import { measurePublishing } from "./benchmark/publishing.ts";
import { measureQueries } from "./benchmark/queries.ts";
import { type BenchmarkRow, printHead, printRow } from "./benchmark/row.ts";
import { measureWire } from "./benchmark/wire.ts";

/**
 * `npm run bench`: each row beside its rival in the same run, on a fictional city in a database of its own. Both cores of
 * a small machine are shared and noisy: the ratio says more than the time. `--cameras 100000 --outcomes 1000000` makes it
 * short, `--only disclosure` a part of it, `--large` asks the outcome rows of a whole country (100,000,000).
 */
const today = "2026-01-01";
const city = "bench";
/** A page of charts carries the script that draws them again, loaded after; its bound is its own. */
const judgedPages = [
  { path: "/ville-temoin", performance: 95, paintLimit: 1.5, scriptLimit: 145 },
  { path: "/ville-temoin/map", performance: 95, paintLimit: 1.5, scriptLimit: 190 },
  { path: "/ville-temoin/cameras/VT-0003", performance: 95, paintLimit: 1.5, scriptLimit: 145 },
  { path: "/ville-temoin/costs", performance: 90, scriptLimit: 270 },
];

/** Parts that can be measured alone: `--only disclosure --only publishing`. */
const groups = [
  "imports",
  "queries",
  "pages",
  "embeds",
  "api",
  "outcomes",
  "disclosure",
  "publishing",
  "log",
] as const;
type Group = (typeof groups)[number];

type Bench = { url: string; folder: string; cameras: number; outcomes: number };
type Measure = (bench: Bench) => Promise<readonly BenchmarkRow[]>;

const show = (rows: readonly BenchmarkRow[]) => rows.forEach(printRow);

async function importInventory({ url, folder, cameras }: Bench): Promise<BenchmarkRow[]> {
  const inventory = path.join(folder, "inventory.csv");
  await writeInventory(inventory, cameras);
  const given = { file: inventory, city: "inventory", preset: "cameras", rows: cameras };
  return measureImport({ ...given, limitSeconds: 60 }, url);
}

async function importLines({ url, folder, cameras }: Bench): Promise<BenchmarkRow[]> {
  const lines = path.join(folder, "osm.ndjson");
  const rows = Math.round(cameras * 0.237);
  await writeOsmLines(lines, rows);
  const osm = { file: lines, city: "osm", preset: "osm", rows, limitSeconds: 30 };
  return measureImport(osm, url);
}

async function measureWires({ url }: Bench): Promise<BenchmarkRow[]> {
  const known = (await listCityOverviews()).find((overview) => overview.city.slug === city);
  return [
    ...(await measureQueries(city, url, today)),
    ...(await measureWire(city, known?.city.release ?? 0, today)),
  ];
}

async function measureServed({ url, folder, cameras }: Bench): Promise<BenchmarkRow[]> {
  const rows: BenchmarkRow[] = [];
  const product = path.join(folder, "product");
  const page = await measurePage("/ville-temoin", url, product, async (address) => {
    rows.push(...(await measureMap(address, city, cameras)));
    rows.push(...(await measureEmbeds(address)));
    rows.push(...(await measureLighthouse(address, judgedPages)));
  });
  return [...rows, page];
}

async function measureFrames({ url, folder }: Bench): Promise<BenchmarkRow[]> {
  const rows: BenchmarkRow[] = [];
  await whileProductServes(url, path.join(folder, "embeds"), async (address) => {
    rows.push(...(await measureEmbeds(address)));
  });
  return rows;
}

async function measureMachines({ url, folder, cameras }: Bench): Promise<BenchmarkRow[]> {
  const rows: BenchmarkRow[] = [await measureExport(url, city, cameras)];
  await whileProductServes(url, path.join(folder, "api"), async (address) => {
    rows.push(...(await measureApi(address, city, url)));
  });
  return rows;
}

async function measureLog({ url, folder }: Bench): Promise<BenchmarkRow[]> {
  const rows = [await measureAppends(url)];
  await whileProductServes(url, path.join(folder, "log"), async (address) => {
    rows.push(...(await measureLogVerification(address, folder)));
  });
  return rows;
}

const measures: Readonly<Record<Group, Measure>> = {
  imports: async (bench) => [...(await importInventory(bench)), ...(await importLines(bench))],
  queries: measureWires,
  pages: measureServed,
  embeds: measureFrames,
  api: measureMachines,
  outcomes: ({ outcomes, url }) => measureOutcomes(outcomes, url),
  disclosure: measureDisclosure,
  publishing: async ({ url }) => [await measurePublishing(city, url)],
  log: measureLog,
};
/** Parts that ask their questions of the fictional city with every camera. */
const ofLargeCity: readonly Group[] = ["queries", "pages", "api", "publishing"];

/** Parts that the whole product answers, with its first cities. */
const ofProduct: readonly Group[] = ["pages", "embeds", "api", "log"];

function readArguments() {
  const { values } = parseArgs({
    options: {
      cameras: { type: "string", default: "1000000" },
      outcomes: { type: "string" },
      large: { type: "boolean", default: false },
      only: { type: "string", multiple: true },
    },
  });
  const unknown = values.only?.find((name) => !(groups as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no part "${unknown}". Parts: ${groups.join(", ")}.`);
  return {
    asked: groups.filter((group) => values.only?.includes(group) ?? true),
    cameras: Number(values.cameras),
    outcomes: Number(values.outcomes ?? (values.large ? 100_000_000 : 10_000_000)),
  };
}

async function run(): Promise<void> {
  const { asked, cameras, outcomes } = readArguments();
  const folder = await mkdtemp(path.join(tmpdir(), "contrechamp-bench-"));
  process.env.CONTRECHAMP_DATA_FOLDER = folder;
  delete process.env.DATABASE_URL;
  await ensurePrismaClient();
  if (asked.some((group) => ofProduct.includes(group))) await ensureBuild();
  const { withDatabase } = await import("#server/database-door.ts");
  const { ensureFirstData } = await import("#server/first-data.ts");
  const { generateFictionalCity } = await import(
    "#use-cases/installation/generate-fictional-city.ts"
  );
  await withDatabase(async (url) => {
    if (asked.some((group) => ofProduct.includes(group))) await ensureFirstData(url);
    printHead();
    for (const group of asked) {
      if (group === asked.find((one) => ofLargeCity.includes(one)))
        await generateFictionalCity({ slug: city, seed: 1, cameras });
      show(await measures[group]({ url, folder, cameras, outcomes }));
    }
  }, "npm run bench");
  await rm(folder, { recursive: true, force: true });
}

await run();
