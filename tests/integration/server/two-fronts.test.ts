import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrationsFolder } from "#server/migrations.ts";
import { type DatabaseWatch, watchDatabase } from "#server/postgres/database-watch.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";
import { FrontStage, page } from "./front-stage.ts";

const { sql, url } = testDatabase();
const city = "two-fronts";
const cameras = (label: string) => `reference,label,status\nC1,${label},in-service\n`;

/** A front of the product with a database watch of its own, as each of several processes has. */
type Process = { stage: FrontStage; watch: DatabaseWatch };
let processes: Process[] = [];

async function openProcess(): Promise<Process> {
  const watch = await watchDatabase(url(), migrationsFolder);
  const stage = new FrontStage();
  stage.folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-front-"));
  stage.play = async (_request, response) => {
    const [latest] = await sql()<{ number: number }[]>`
      SELECT max(r.number) AS number FROM release r JOIN city c ON c.id = r.city_id WHERE slug = ${city}`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(page(`release ${latest?.number}`));
  };
  await stage.start({}, {}, watch);
  return { stage, watch };
}

beforeAll(async () => {
  await newCity(city);
  await importText(city, "cameras", cameras("Place A"));
  processes = [await openProcess(), await openProcess()];
});
afterAll(async () => {
  for (const { stage, watch } of processes) {
    await stage.close();
    await watch.stop();
  }
});

async function read({ stage }: Process): Promise<number> {
  const { body } = await stage.request(`/${city}`);
  return Number(/release (\d+)/.exec(body.toString())?.[1]);
}

const readAll = () => Promise.all(processes.map(read));
const made = () => processes.map(({ stage }) => stage.rendered.length);

it("a release is read on every process once it is published, not before, and none reads an earlier one again", async () => {
  expect(await readAll()).toEqual([1, 1]);
  await prepareRelease(city, "command-line");
  await importText(city, "cameras", cameras("Place B"), { name: "second.csv" });
  // Kept pages: what waits in a draft makes none of them anew.
  expect(await readAll()).toEqual([1, 1]);
  expect(made()).toEqual([1, 1]);
  await publishRelease(city, undefined, "command-line");
  const seen: number[][] = [[], []];
  await expect
    .poll(
      async () => {
        const now = await readAll();
        for (const [index, number] of now.entries()) seen[index]?.push(number);
        return now;
      },
      { timeout: 10_000, interval: 5 },
    )
    .toEqual([2, 2]);
  for (const numbers of seen) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(await readAll()).toEqual([2, 2]);
  expect(made()).toEqual([2, 2]);
});
