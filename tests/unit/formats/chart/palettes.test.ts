import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { picturePalettes } from "#formats/chart/palettes.ts";

describe("the colours of pictures", () => {
  const tokens = readFileSync("app/tokens.css", "utf8");
  const darkStart = tokens.indexOf("prefers-color-scheme: dark");

  it.each([
    ["light", tokens.slice(0, darkStart)],
    ["dark", tokens.slice(darkStart)],
  ] as const)("are those of the pages (%s)", (scheme, css) => {
    for (const [role, colour] of Object.entries(picturePalettes[scheme])) {
      expect(css).toContain(`--${role}: ${colour};`);
    }
  });
});
