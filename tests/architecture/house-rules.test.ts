import { existsSync } from "node:fs";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, it } from "vitest";

const floors = [
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
  "messages",
];

const rulesAddress = new URL("../../.dependency-cruiser.mjs", import.meta.url).href;

async function walkTheHouse(): Promise<ICruiseResult> {
  const { default: rules } = (await import(rulesAddress)) as {
    default: { options: object; forbidden: object[] };
  };
  const { options, ...ruleSet } = rules;
  const { output } = await cruise(
    [...floors.filter((floor) => existsSync(floor)), "environment.ts"],
    { ...options, validate: true, ruleSet } as never,
    undefined,
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  return output as ICruiseResult;
}

it("keeps every floor on the floors below it, without a cycle", async () => {
  const { summary } = await walkTheHouse();
  expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual(
    [],
  );
  // A tool that reads nothing reports no violation: it must have seen the house.
  expect(summary.totalCruised).toBeGreaterThan(200);
}, 60_000);
