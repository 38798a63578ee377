import { describe, expect, it } from "vitest";
import { protectedCategories } from "#domain/indicator/protected-categories.ts";
import { protectedCell } from "./protected-cell.ts";

const secret = { state: "withheld", value: null } as const;

describe("requests by category", () => {
  it("stand from the most frequent down, those that cannot be read by name after, what no category holds last", () => {
    const found = protectedCategories([
      protectedCell({ category: "*", value: 900 }),
      protectedCell({ category: "vols", value: 12 }),
      protectedCell({ category: "rixes", ...secret }),
      protectedCell({ category: "incendies", ...secret }),
      protectedCell({ category: "dégradations", value: 40, sourceIds: [3, 4] }),
      protectedCell({ category: "fraudes", state: "zero", value: null }),
    ]);
    expect(found?.rows.map(({ category }) => category)).toEqual([
      "dégradations",
      "vols",
      "fraudes",
      "incendies",
      "rixes",
      "*",
    ]);
    expect(found?.rows[2]?.count).toEqual({ state: "zero" });
    expect(found?.rows[3]?.count).toEqual({ state: "withheld" });
    expect([found?.cells, found?.withheld]).toEqual([6, 2]);
    expect(found?.sourceIds).toEqual([3, 4]);
    expect(found?.results).toEqual([]);
  });

  it("have what became of them where it is published too, in columns that end with what is not detailed", () => {
    const found = protectedCategories([
      protectedCell({ category: "vols", value: 12 }),
      protectedCell({ category: "vols", result: "*", value: 1 }),
      protectedCell({ category: "vols", result: "relevant-found", value: 6 }),
      protectedCell({ category: "vols", result: "nothing-found", ...secret }),
      protectedCell({ category: "rixes", value: 10 }),
      protectedCell({ result: "relevant-found", value: 6 }),
    ]);
    expect(found?.results).toEqual(["nothing-found", "relevant-found", "*"]);
    expect(found?.rows.map(({ results }) => results)).toEqual([
      [{ state: "withheld" }, { state: "published", count: 6 }, { state: "published", count: 1 }],
      [{ state: "not-available" }, { state: "not-available" }, { state: "not-available" }],
    ]);
  });

  it("are of the year asked, else of the latest that can be read", () => {
    const cells = [
      protectedCell({ year: 2021, category: "vols" }),
      protectedCell({ year: 2022, category: "vols" }),
      protectedCell({ year: 2023, category: "vols", ...secret }),
    ];
    expect(protectedCategories(cells)?.year).toBe(2022);
    expect(protectedCategories(cells, 2021)?.year).toBe(2021);
    expect(protectedCategories(cells, 2023)).toBeUndefined();
  });

  it("are of the city or of all its districts together, never of both", () => {
    const found = protectedCategories([
      protectedCell({ category: "rixes", areaKind: "districts", value: 7 }),
      protectedCell({ category: "rixes", areaKind: "city", value: 9 }),
    ]);
    expect(found?.areaKind).toBe("districts");
    expect(found?.rows.map(({ count }) => count)).toEqual([{ state: "published", count: 7 }]);
  });

  it("are of one definition, of requests alone, and nothing where none is broken down", () => {
    const found = protectedCategories([
      protectedCell({ category: "vols", definition: "other", value: 99 }),
      protectedCell({ category: "vols" }),
      protectedCell({ category: "rixes" }),
      protectedCell({ category: "vols", stage: "extracted", value: 50 }),
      protectedCell({ category: "vols", funnel: "recorded-offences", value: 60 }),
    ]);
    expect(found?.rows.map(({ count }) => count)).toEqual([
      { state: "published", count: 12 },
      { state: "published", count: 12 },
    ]);
    // The same number: by name.
    expect(found?.rows.map(({ category }) => category)).toEqual(["rixes", "vols"]);
    expect(protectedCategories([protectedCell({})])).toBeUndefined();
    expect(protectedCategories([])).toBeUndefined();
  });
});
