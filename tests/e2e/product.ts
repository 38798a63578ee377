import { execFile } from "node:child_process";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/** The product under test, as `start-product.ts` left word of it. */
export const address = process.env.PRODUCT_ADDRESS ?? "";

export const test = base.extend({ baseURL: address });

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Every barrier that axe finds, one line each; an empty list is the fact asserted. Run in the page itself (legacy mode: no
 * page is framed from another origin) and without the lists of what passed: three times faster on long pages.
 */
export async function barriersOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(standards)
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** How many pixels a page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Runs a command of the product beside the running one, as a data officer would. */
export function command(
  script: string,
  ...given: string[]
): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", `scripts/${script}.ts`, ...given],
      {
        env: {
          ...process.env,
          DATABASE_URL: "",
          CONTRECHAMP_DATA_FOLDER: process.env.PRODUCT_DATA_FOLDER ?? "",
        },
      },
      (failure, out, errors) =>
        resolve({ code: typeof failure?.code === "number" ? failure.code : 0, out, errors }),
    );
  });
}

export { expect };
