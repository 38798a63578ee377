import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import packages from "#app/_credits/packages.json" with { type: "json" };
import { readLicences, wordLicences } from "#scripts/licences.ts";

describe("the licences of the dependencies", () => {
  it("are those of the installed packages, on the page and in the documents", async () => {
    const installed = await readLicences();
    expect(packages).toEqual(installed);
    expect(await readFile("docs/licences.md", "utf8")).toBe(wordLicences(installed));
  });

  it("name react-leaflet's, and none is unknown", () => {
    const licenceOf = new Map(packages.map(({ name, licence }) => [name, licence]));
    expect(licenceOf.get("react-leaflet")).toBe("Hippocratic-2.1");
    expect([...licenceOf.values()]).not.toContain("unknown");
  });
});
