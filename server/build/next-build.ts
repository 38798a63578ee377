import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { writeDurably } from "../process/durable-file.ts";
import { say } from "../process/log.ts";
import { inProject, projectFolder } from "../process/project-folder.ts";
import { Refusal } from "../process/refusal.ts";
import { exclusively } from "./exclusive-work.ts";
import { fingerprint } from "./fingerprint.ts";
import { runTool } from "./run-tool.ts";

const SOURCES = [
  "app",
  "components",
  "domain",
  "environment",
  "formats",
  "journal",
  "mail",
  "messages",
  "persistence",
  "prisma",
  "public",
  "use-cases",
  "environment.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const GENERATED = ["persistence/generated"];
const manifest = inProject(".next/contrechamp-build.json");
const manifestSchema = z.object({ fingerprint: z.string() });

async function builtFrom(): Promise<string | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(manifest, "utf8"))).fingerprint;
  } catch {
    return undefined;
  }
}

/** The note of what was built is removed first and written last: an interrupted build is no build. */
async function build(sources: string): Promise<void> {
  say("Building the pages; the first start takes about a minute.");
  await rm(manifest, { force: true });
  const { succeeded, output } = await runTool(["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
  });
  if (!succeeded) throw new Refusal(`The pages could not be built:\n${output}`);
  await writeDurably(manifest, JSON.stringify({ fingerprint: sources }));
}

/** Builds when there is no build or it is not of these sources; returns the sources' fingerprint. */
export async function ensureBuild(): Promise<string> {
  const sources = await fingerprint(projectFolder, SOURCES, GENERATED);
  if ((await builtFrom()) !== sources) {
    await exclusively("another run that builds", async () => {
      if ((await builtFrom()) !== sources) await build(sources);
    });
  }
  return sources;
}
