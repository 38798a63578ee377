import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, expect, it } from "vitest";

/**
 * Each rule must bite: a small house of its own, one intruder per rule, and the rule that must fire.
 * The intruders never stand in the real tree, where another run might see them.
 */
let house: string;
const project = process.cwd();

const residents: Record<string, string> = {
  "domain/camera/camera.ts": "export type Camera = { id: string };",
  "domain/cost/cost.ts": "export type Cost = { id: string };",
  "domain/money/cents.ts": "export type Cents = number;",
  "domain/statistics/mean.ts": "export const mean = 1;",
  "formats/csv.ts": "export const csv = 1;",
  "journal/journal.ts": "export const note = 1;",
  "mail/send.ts": "export const send = 1;",
  "persistence/cameras.ts": "export const cameras = 1;",
  "persistence/generated/client.ts": "export const client = 1;",
  "use-cases/camera/list.ts": "export const list = 1;",
  "components/map/map.tsx": "export const Map = 1;",
  "app/page.tsx": "export const page = 1;",
  "server/front.ts": "export const front = 1;",
  "scripts/run.ts": "export const run = 1;",
  "tests/x.ts": "export const x = 1;",
};

const intruders: [rule: string, file: string, text: string][] = [
  ["domain-is-pure", "domain/camera/intruder.ts", 'import "node:fs";'],
  [
    "statistics-lean-on-nothing",
    "domain/statistics/intruder.ts",
    'import type { Cents } from "../money/cents.ts"; export type X = Cents;',
  ],
  [
    "kernel-leans-on-kernel-only",
    "domain/money/intruder.ts",
    'import type { Camera } from "../camera/camera.ts"; export type X = Camera;',
  ],
  [
    "records-do-not-know-each-other",
    "domain/camera/intruder.ts",
    'import type { Cost } from "../cost/cost.ts"; export type X = Cost;',
  ],
  [
    "formats-know-no-domain",
    "formats/intruder.ts",
    'import type { Camera } from "../domain/camera/camera.ts"; export type X = Camera;',
  ],
  ["mail-only-carries", "mail/intruder.ts", 'import "../persistence/cameras.ts";'],
  ["journal-only-writes", "journal/intruder.ts", 'import "../persistence/cameras.ts";'],
  ["only-the-mail-room-sends", "use-cases/camera/intruder.ts", 'import "nodemailer";'],
  ["persistence-stays-low", "persistence/intruder.ts", 'import "../use-cases/camera/list.ts";'],
  ["only-persistence-knows-the-database", "use-cases/camera/intruder.ts", 'import "postgres";'],
  ["use-cases-know-no-screen", "use-cases/camera/intruder.ts", 'import "react";'],
  ["use-cases-do-not-call-use-cases", "use-cases/camera/intruder.ts", 'import "./list.ts";'],
  [
    "components-are-fed-by-props",
    "components/map/intruder.tsx",
    'import "../../use-cases/camera/list.ts";',
  ],
  ["map-library-stays-in-the-map-room", "components/camera/intruder.tsx", 'import "leaflet";'],
  ["chart-library-stays-in-the-chart-room", "components/camera/intruder.tsx", 'import "recharts";'],
  ["app-goes-through-use-cases", "app/intruder.ts", 'import "../persistence/cameras.ts";'],
  [
    "server-and-scripts-know-no-screen",
    "server/intruder.ts",
    'import "../components/map/map.tsx";',
  ],
  [
    "nobody-leans-on-the-process",
    "use-cases/camera/intruder.ts",
    'import "../../server/front.ts";',
  ],
  ["production-never-imports-tests", "app/intruder.ts", 'import "../tests/x.ts";'],
  ["nothing-unresolvable", "app/intruder.ts", 'import "./nowhere.ts";'],
  ["no-cycles-between-files", "formats/intruder.ts", 'import "./other.ts"; export const a = 1;'],
];

beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), "house-"));
  for (const file of ["package.json", "tsconfig.json"])
    await cp(path.join(project, file), path.join(house, file));
  for (const name of ["postgres", "react", "leaflet", "recharts", "nodemailer"]) {
    await put(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    );
    await put(`node_modules/${name}/index.js`, "module.exports = {};");
  }
  for (const [file, text] of Object.entries(residents)) await put(file, text);
});

afterAll(() => rm(house, { recursive: true, force: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(house, file)), { recursive: true });
  await writeFile(path.join(house, file), `${text}\n`);
}

async function firedRules(): Promise<Set<string>> {
  const { default: rules } = (await import(path.join(project, ".dependency-cruiser.mjs"))) as {
    default: { options: object; forbidden: object[] };
  };
  const { options, ...ruleSet } = rules;
  const folders = [
    "app",
    "components",
    "domain",
    "formats",
    "journal",
    "mail",
    "persistence",
    "use-cases",
    "server",
    "scripts",
    "tests",
  ];
  const { output } = await cruise(
    folders,
    { ...options, baseDir: house, validate: true, ruleSet } as never,
    undefined,
    {
      tsConfig: extractTSConfig(path.join(house, "tsconfig.json")),
    },
  );
  return new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name));
}

it("finds nothing to say of a clean house", async () => {
  expect([...(await firedRules())]).toEqual([]);
}, 30_000);

it.each(intruders)(
  "%s bites",
  async (rule, file, text) => {
    await put(file, text);
    if (rule === "no-cycles-between-files")
      await put("formats/other.ts", 'import { a } from "./intruder.ts"; export const b = () => a;');
    const fired = await firedRules();
    await rm(path.join(house, file));
    await rm(path.join(house, "formats/other.ts"), { force: true });
    expect([...fired]).toContain(rule);
  },
  30_000,
);
