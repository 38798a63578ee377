import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plantedEffects } from "#domain/fictional-city/planted-effects.ts";
import { mostCamerasOfCity } from "#domain/fictional-city/region.ts";
import { districtNames } from "#domain/fictional-city/street-names.ts";

const page = readFileSync(new URL("../../docs/ville-temoin.md", import.meta.url), "utf8");
const cellsOf = (line: string | undefined) => (line ?? "").split("|").map((cell) => cell.trim());
const lines = page.split("\n");

describe("docs/ville-temoin.md", () => {
  it("tells the planted shares of requests with something relevant", () => {
    const header = lines.findIndex((line) => line.startsWith("| VT01"));
    const codes = cellsOf(lines[header]);
    const shares = cellsOf(lines[header + 2]);
    const told = Object.fromEntries(codes.map((code, index) => [code, Number(shares[index])]));
    expect(told).toMatchObject(plantedEffects.footage.relevanceShare);
  });

  it("tells the planted factors and where they are", () => {
    const factorsOf = (start: string) =>
      Number(cellsOf(lines.find((line) => line.startsWith(`| ${start}`)))[3]);
    expect({
      vehicles: factorsOf("vehicle offences fall"),
      assaults: factorsOf("assaults"),
      displacement: factorsOf("vehicle offences move"),
    }).toEqual(plantedEffects.factors);
    for (const code of [...plantedEffects.treated, ...plantedEffects.displacedTo]) {
      const name = districtNames.find((district) => district.code === code)?.name;
      expect(page).toContain(`${code} ${name}`);
    }
    for (const code of plantedEffects.controls) expect(page).toContain(code);
  });

  it("tells the periods to compare, the dispersion and the size of a town", () => {
    const { before, after, dispersion, from } = plantedEffects;
    expect(page).toContain(`${before.from}–${before.to} with ${after.from}–${after.to}`);
    expect(page).toContain(`${dispersion} times their mean`);
    expect(page).toContain(from);
    expect(page).toContain(`Up to ${mostCamerasOfCity.toLocaleString("en")} cameras`);
  });
});
