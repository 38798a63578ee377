import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Step } from "./step.ts";

const bin = (name: string) => path.join("node_modules", ".bin", name);
const reports = path.join("node_modules", ".cache", "contrechamp");

export const staticSteps: readonly Step[] = [
  { name: "format and lint", command: [bin("biome"), "ci", "--error-on-warnings", "."] },
  { name: "types", command: [bin("tsc"), "--noEmit"] },
  { name: "unused code", command: [bin("knip")] },
];

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});

/** Runs vitest projects; the counts are read from its own report, and a run of nothing is a failure. */
export function vitestStep(
  name: string,
  projects: readonly string[],
  more: readonly string[] = [],
): Step {
  const file = path.join(reports, `vitest-${projects.join("-")}.json`);
  return {
    name,
    command: [
      bin("vitest"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...more,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    count: async (succeeded) => {
      const report = vitestReport.safeParse(await readReport(file));
      if (!report.success || report.data.numPassedTests === 0) return { passed: 0, failed: 1 };
      const { numPassedTests: passed, numFailedTests } = report.data;
      return { passed, failed: succeeded ? 0 : Math.max(1, numFailedTests) };
    },
  };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

export function playwrightStep(): Step {
  const file = path.join(reports, "playwright.json");
  return {
    name: "end to end",
    command: [bin("playwright"), "test"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    count: async (succeeded) => {
      const report = playwrightReport.safeParse(await readReport(file));
      if (!report.success || report.data.stats.expected === 0) return { passed: 0, failed: 1 };
      const { expected, unexpected, flaky } = report.data.stats;
      return { passed: expected + flaky, failed: succeeded ? 0 : Math.max(1, unexpected) };
    },
  };
}

async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  await rm(file, { force: true });
  return JSON.parse(text);
}
