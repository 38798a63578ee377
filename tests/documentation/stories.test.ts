import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const identifiers = (text: string) => [...new Set(text.match(/\b[A-Z]{3}-\d+\b/g) ?? [])].sort();

describe("the stories", () => {
  it("are each played by an end-to-end test that bears their identifier, and no other is", async () => {
    const written = await readFile("docs/stories.md", "utf8");
    const told = [...written.matchAll(/^- \*\*([A-Z]{3}-\d+)\*\*/gm)].map(([, id]) => id);
    const files = (await readdir("tests/e2e")).filter((name) => name.endsWith(".spec.ts"));
    const played = await Promise.all(files.map((name) => readFile(`tests/e2e/${name}`, "utf8")));
    expect(identifiers(played.join("\n"))).toEqual([...told].sort());
  });
});
