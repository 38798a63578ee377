import { mkdir, writeFile } from "node:fs/promises";
import { indicators } from "#domain/indicator/registry.ts";
import { readDefinitions } from "./definitions/read-definitions.ts";
import { wordIndicator, wordIndicatorIndex } from "./definitions/word-indicator.ts";

/**
 * `npm run methodology`: prints the definitions of the domain for the methodology page, and the pages of docs/indicators. A
 * test refuses a stale one.
 */
const definitions = await readDefinitions();
await writeFile("app/_methodology/definitions.json", `${JSON.stringify(definitions, null, 2)}\n`);

await mkdir("docs/indicators", { recursive: true });
await writeFile("docs/indicators/README.md", wordIndicatorIndex());
for (const indicator of indicators)
  await writeFile(`docs/indicators/${indicator.id}.md`, wordIndicator(indicator));
