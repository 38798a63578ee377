import { readFile, writeFile } from "node:fs/promises";
import { inProject, projectFolder } from "../process/project-folder.ts";
import { Refusal } from "../process/refusal.ts";
import { exclusively } from "./exclusive-work.ts";
import { fingerprint } from "./fingerprint.ts";
import { runTool } from "./run-tool.ts";

/** The database client is generated code, kept out of the repository and made when it is missing. */

const SOURCES = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
const marker = inProject("persistence/generated/.fingerprint");

async function isCurrent(expected: string): Promise<boolean> {
  return (await readFile(marker, "utf8").catch(() => "")) === expected;
}

async function generate(expected: string): Promise<void> {
  // Prisma looks for its schema engine, which npm does not bring; generating never runs it, and any
  // executable satisfies the check.
  const { succeeded, output } = await runTool(["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  if (!succeeded) throw new Refusal(`The database client could not be generated: ${output}`);
  await writeFile(marker, expected);
}

export async function ensurePrismaClient(): Promise<void> {
  const expected = await fingerprint(projectFolder, SOURCES);
  if (await isCurrent(expected)) return;
  await exclusively("another run that generates code", async () => {
    if (!(await isCurrent(expected))) await generate(expected);
  });
}
