import { parseArgs } from "node:util";
import type { Dataset } from "#domain/dataset/dataset.ts";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { findDataFile } from "#domain/dataset/files/data-file.ts";
import { importers } from "#domain/importing/importers/registry.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { reportFailure, say, warn } from "#server/process/log.ts";

/**
 * `npm run round-trip -- <city> [<city>…]`: takes away every dataset of a city, brings the files into a new city, and holds both
 * against each other, row by row and column by column. Exit code 0 when nothing is lost, 1 when something is.
 */
const mostShown = 5;

type Door = {
  readFile: (city: string, release: number, name: string) => Promise<Buffer>;
  importFile: (city: string, preset: string, name: string, bytes: Buffer) => Promise<string[]>;
};

/** Areas have shapes, which are in GeoJSON; everything else is carried in the plainest format. */
function carrierOf({ id, place }: Dataset): string {
  return place === "area" ? `${id}.geojson` : `${id}.csv`;
}

/** Datasets that a file can be imported into, in the order in which a new city needs them. */
function carriedDatasets(): (Dataset & { preset: string })[] {
  return importers.flatMap(({ id }) =>
    datasets.flatMap((dataset) => (dataset.preset === id ? [{ ...dataset, preset: id }] : [])),
  );
}

async function rowsOf(door: Door, city: string, release: number, id: string) {
  const text = (await door.readFile(city, release, `${id}.ndjson`)).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Where a row was taken from is the file itself once it is imported; the order of purposes says nothing. */
function comparable(name: string, value: unknown): string {
  if (name === "source") return "";
  if (name === "purposes") return JSON.stringify([...(value as string[])].sort());
  return JSON.stringify(value);
}

function differences(
  { id, key, columns }: Dataset,
  before: readonly Record<string, unknown>[],
  after: readonly Record<string, unknown>[],
): string[] {
  const names = key.filter((name) => name !== "source");
  const nameOf = (row: Record<string, unknown>) => names.map((name) => row[name]).join(" · ");
  const found = new Map(after.map((row) => [nameOf(row), row]));
  const lost = before.flatMap((row) => {
    const other = found.get(nameOf(row));
    if (!other) return [`${id}: ${nameOf(row)} is not there`];
    return columns
      .filter(({ name }) => comparable(name, row[name]) !== comparable(name, other[name]))
      .map(
        ({ name }) =>
          `${id}: ${nameOf(row)}, ${name}: ${comparable(name, row[name])} became ${comparable(name, other[name])}`,
      );
  });
  return before.length === after.length
    ? lost
    : [...lost, `${id}: ${before.length} rows became ${after.length}`];
}

type Ends = { from: string; to: string; releaseOf: (city: string) => Promise<number> };

/** What is lost of one city, said as it goes. */
async function carry(door: Door, { from, to, releaseOf }: Ends): Promise<number> {
  const release = await releaseOf(from);
  const carried = carriedDatasets();
  const filled: Dataset[] = [];
  let failures = 0;
  for (const dataset of carried) {
    const name = carrierOf(dataset);
    if ((await rowsOf(door, from, release, dataset.id)).length === 0) continue;
    const problems = await door.importFile(
      to,
      dataset.preset,
      name,
      await door.readFile(from, release, name),
    );
    for (const problem of problems) warn(`${name}: ${problem}`);
    failures += problems.length;
    filled.push(dataset);
  }
  const newest = await releaseOf(to);
  for (const dataset of filled) {
    const before = await rowsOf(door, from, release, dataset.id);
    const lost = differences(dataset, before, await rowsOf(door, to, newest, dataset.id));
    const cells = before.length * dataset.columns.length;
    say(
      `${from}: ${dataset.id}, ${before.length} ${before.length === 1 ? "row" : "rows"}, ${cells} cells, ${lost.length} lost`,
    );
    for (const line of lost.slice(0, mostShown)) warn(`  ${line}`);
    failures += lost.length;
  }
  return failures;
}

async function run(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length === 0) {
    warn("npm run round-trip -- <city> [<city>…]");
    return 2;
  }
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { addCity } = await import("#use-cases/city/add-city.ts");
  const { findOpenCity } = await import("#use-cases/open-data/list-open-cities.ts");
  const door = await openFiles();
  const releaseOf = async (slug: string) => (await findOpenCity(slug))?.release ?? 0;
  return withDatabase(async () => {
    let lost = 0;
    for (const slug of positionals) {
      const city = await findOpenCity(slug);
      if (!city) throw new Error(`There is no city ${slug}.`);
      const { country, timezone, currency, kind } = city;
      const to = `${slug}-again`;
      const name = `${city.name} (round trip)`;
      await addCity({ slug: to, name, country, timezone, currency, kind }, "command-line");
      lost += await carry(door, { from: slug, to, releaseOf });
    }
    say(lost === 0 ? "Nothing is lost." : `${lost} differences.`);
    return lost === 0 ? 0 : 1;
  }, "npm run round-trip");
}

/** The files as the product makes them and takes them in. */
async function openFiles(): Promise<Door> {
  const { writeDataFile } = await import("#use-cases/open-data/write-data-file.ts");
  const { importFile } = await import("#use-cases/importing/import-file.ts");
  return {
    readFile: async (city, release, name) => {
      const file = findDataFile(name);
      const chunks: Uint8Array[] = [];
      const isThere =
        file &&
        (await writeDataFile(city, release, "", file, async (chunk) => {
          chunks.push(Uint8Array.from(chunk));
        }));
      if (!isThere) throw new Error(`${city} has no ${name} in release ${release}.`);
      return Buffer.concat(chunks);
    },
    importFile: async (city, preset, name, bytes) => {
      const open = async function* () {
        yield bytes;
      };
      const rejected: string[] = [];
      const report = await importFile({
        city,
        preset,
        file: { name, bytes: bytes.byteLength, open },
        table: {},
        mapping: {},
        auxiliary: {},
        options: {},
        source: {},
        observedOn: undefined,
        dryRun: false,
        skipRejected: false,
        rejectedRows: {
          add: (row) => rejected.push(`refused: ${JSON.stringify(row)}`),
          keep: () => Promise.resolve(null),
          discard: () => Promise.resolve(),
        },
        actor: "command-line",
        today: new Date().toISOString().slice(0, 10),
        onProgress: () => undefined,
      });
      const isIn = report.outcome === "applied" || report.outcome === "nothing-to-do";
      return isIn ? rejected : [...rejected, `${report.outcome}: ${JSON.stringify(report.errors)}`];
    },
  };
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    process.exitCode = 1;
    reportFailure("The round trip could not be made", failure);
  },
);
