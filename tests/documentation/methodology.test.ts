import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import definitions from "#app/_methodology/definitions.json" with { type: "json" };
import { readDefinitions } from "#scripts/definitions/read-definitions.ts";
import { readDocstring } from "#scripts/definitions/read-docstring.ts";

const all = definitions.flatMap((room) => room.definitions);

describe("the methodology page", () => {
  it("prints what the code says now: if this fails, run npm run methodology", async () => {
    expect(definitions).toEqual(await readDefinitions());
  });

  it("gives every definition an address of its own", () => {
    const anchors = all.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toContain("spend-per-camera-year");
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
  });

  it("prints a schema as its fields, each with what it may hold", () => {
    const line = all.find(({ name }) => name === "costLineSchema");
    expect(line?.values).toContainEqual({
      name: "kind",
      value: "capital · operating · grant · receipt",
    });
    expect(line?.values).toContainEqual({
      name: "vatIncluded",
      value: "yes or no; no when not given",
    });
    expect(line?.values).toContainEqual({ name: "payee", value: "text; optional" });
  });

  it("leaves out no exported function of the rooms that it prints", async () => {
    const folders = definitions.map(({ room }) => `domain/${room}`);
    const files = await Promise.all(
      folders.map(async (folder) => (await readdir(folder)).map((name) => `${folder}/${name}`)),
    );
    for (const file of files.flat().filter((name) => name.endsWith(".ts"))) {
      const exported = (await readFile(file, "utf8")).matchAll(/^export function (\w+)/gm);
      const printed = all.filter((definition) => definition.file === file).map(({ name }) => name);
      for (const [, name] of exported) expect(printed, file).toContain(name);
    }
  });
});

describe("a docstring on the page", () => {
  it("keeps its first sentence as a summary and sets unit, formula and source apart", () => {
    const comment =
      "Exact interval of a mean.\n\nUnit: events. Formula, with α = 1 − level:\nlow = χ²(α/2; 2n)/2. Wide.\nSource: Garwood 1936 (Biometrika 28, p. 437).";
    expect(readDocstring(comment)).toEqual({
      summary: "Exact interval of a mean.",
      parts: [
        { label: "Unit", text: "events." },
        { label: "Formula", text: "with α = 1 − level: low = χ²(α/2; 2n)/2." },
        { label: null, text: "Wide." },
        { label: "Source", text: "Garwood 1936 (Biometrika 28, p. 437)." },
      ],
    });
  });

  it("does not take the end of an abbreviation for the end of a sentence", () => {
    const { summary, parts } = readDocstring("After Sherman et al. 1998. Level 3.");
    expect(summary).toBe("After Sherman et al. 1998.");
    expect(parts).toEqual([{ label: null, text: "Level 3." }]);
  });

  it("loses no word of the code's own comments", async () => {
    const wordsOf = (text: string) => text.match(/[\p{L}\d]+/gu) ?? [];
    const comment = "A first.\n\nSource of the rule: reference §2.3.\n- one item\n- another: item";
    const { summary, parts } = readDocstring(comment);
    const printed = [summary, ...parts.flatMap(({ label, text }) => [label ?? "", text])].join(" ");
    expect(wordsOf(printed)).toEqual(wordsOf(comment));
  });
});
