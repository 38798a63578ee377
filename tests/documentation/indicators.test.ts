import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import definitions from "#app/_methodology/definitions.json" with { type: "json" };
import { indicators } from "#domain/indicator/registry.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };
import { wordIndicator, wordIndicatorIndex } from "#scripts/definitions/word-indicator.ts";

const page = (name: string) => readFile(`docs/indicators/${name}.md`, "utf8");

describe("the documentation of indicators", () => {
  it("has a page for each, that says what the code says: if this fails, run npm run methodology", async () => {
    expect((await readdir("docs/indicators")).sort()).toEqual(
      [...indicators.map(({ id }) => `${id}.md`), "README.md"].sort(),
    );
    expect(await page("README")).toBe(wordIndicatorIndex());
    for (const indicator of indicators)
      expect(await page(indicator.id)).toBe(wordIndicator(indicator));
  });

  it("gives each its words in both languages, each of them filled in", () => {
    const keys = ["name", "unit", "finding", "definition", "formula", "limits"];
    for (const { items } of [french.indicators, english.indicators]) {
      expect(Object.keys(items).sort()).toEqual(indicators.map(({ id }) => id).sort());
      for (const [id, item] of Object.entries(items))
        expect(Object.keys(item).sort(), id).toEqual(keys.toSorted());
    }
  });

  it("links each to a definition that the methodology page prints", () => {
    const anchors = definitions.flatMap(({ definitions: room }) =>
      room.map(({ anchor }) => anchor),
    );
    for (const { id, methodology } of indicators) expect(anchors, id).toContain(methodology);
  });
});
