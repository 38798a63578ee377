import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { listCityOverviews } from "#use-cases/city/list-city-overviews.ts";
import { measureMap } from "./benchmark/browser.ts";
import { measureEmbeds } from "./benchmark/embeds.ts";
import { measureImport, writeInventory, writeOsmLines } from "./benchmark/imports.ts";
import { measureLighthouse } from "./benchmark/lighthouse.ts";
import { measureOutcomes } from "./benchmark/outcomes.ts";
import { measurePage } from "./benchmark/pages.ts";
import { measureQueries } from "./benchmark/queries.ts";
import { type BenchmarkRow, printHead, printRow } from "./benchmark/row.ts";
import { measureWire } from "./benchmark/wire.ts";

/**
 * `npm run bench`: each row beside its rival in the same run, on a fictional city in a database of its own. Both cores of
 * a small machine are shared and noisy: the ratio says more than the time. `--cameras 100000 --outcomes 1000000` makes it
 * short, `--large` asks the outcome rows of a whole country (100,000,000).
 */
const today = "2026-01-01";
const city = "bench";
const judgedPages = [
  { path: "/ville-temoin", scriptLimit: 145 },
  { path: "/ville-temoin/map", scriptLimit: 190 },
  { path: "/ville-temoin/cameras/VT-0003", scriptLimit: 145 },
];

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cameras: { type: "string", default: "1000000" },
      outcomes: { type: "string" },
      large: { type: "boolean", default: false },
    },
  });
  const cameras = Number(values.cameras);
  const outcomes = Number(values.outcomes ?? (values.large ? 100_000_000 : 10_000_000));
  const folder = await mkdtemp(path.join(tmpdir(), "contrechamp-bench-"));
  process.env.CONTRECHAMP_DATA_FOLDER = folder;
  delete process.env.DATABASE_URL;
  await ensurePrismaClient();
  await ensureBuild();
  const { withDatabase } = await import("#server/database-door.ts");
  const { ensureFirstData } = await import("#server/first-data.ts");
  const { generateFictionalCity } = await import(
    "#use-cases/installation/generate-fictional-city.ts"
  );
  const show = (rows: readonly BenchmarkRow[]) => rows.forEach(printRow);
  await withDatabase(async (url) => {
    await ensureFirstData(url);
    printHead();
    const inventory = path.join(folder, "inventory.csv");
    await writeInventory(inventory, cameras);
    const given = { file: inventory, city: "inventory", preset: "cameras", rows: cameras };
    show(await measureImport({ ...given, limitSeconds: 60 }, url, folder));
    const lines = path.join(folder, "osm.ndjson");
    const rows = Math.round(cameras * 0.237);
    await writeOsmLines(lines, rows);
    const osm = { file: lines, city: "osm", preset: "osm", rows, limitSeconds: 30 };
    show(await measureImport(osm, url, folder));
    await generateFictionalCity({ slug: city, seed: 1, cameras });
    show(await measureQueries(city, url, today));
    const known = (await listCityOverviews()).find((overview) => overview.city.slug === city);
    show(await measureWire(city, known?.city.release ?? 0, today));
    const product = path.join(folder, "product");
    const page = await measurePage("/ville-temoin", url, product, async (address) => {
      show(await measureMap(address, city, cameras));
      show(await measureEmbeds(address));
      show(await measureLighthouse(address, judgedPages));
    });
    show([page]);
    show(await measureOutcomes(outcomes));
  }, "npm run bench");
  await rm(folder, { recursive: true, force: true });
}

await run();
