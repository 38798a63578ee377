import { describe, expect, it } from "vitest";
import { type OffenceCell, offenceSeries } from "#domain/indicator/offence-series.ts";

const cell = (changes: Partial<OffenceCell>): OffenceCell => ({
  definition: "faits",
  wording: "Faits constatés",
  scope: "city",
  year: 2022,
  category: "Vols",
  state: "published",
  value: 12,
  sourceIds: [3],
  ...changes,
});

describe("the recorded offences of an area", () => {
  it("are a count per category and year, the commonest category first", () => {
    const found = offenceSeries([
      cell({}),
      cell({ year: 2023, value: 9 }),
      cell({ category: "Dégradations", value: 40, sourceIds: [3, 4] }),
      cell({ category: "Dégradations", year: 2023, state: "zero", value: null }),
    ]);
    expect(found?.years).toEqual([2022, 2023]);
    expect(found?.categories).toEqual([
      { name: "Dégradations", counts: [{ value: 40 }, { value: 0 }] },
      { name: "Vols", counts: [{ value: 12 }, { value: 9 }] },
    ]);
    expect(found?.sourceIds).toEqual([3, 4]);
  });

  it("leave a gap where a year is withheld, or was never counted", () => {
    const found = offenceSeries([
      cell({ year: 2020 }),
      cell({ year: 2022, state: "withheld", value: null }),
      cell({ year: 2023, state: "not-available", value: null }),
    ]);
    expect(found?.categories[0]?.counts).toEqual([
      { value: 12 },
      { silence: "not-available" },
      { silence: "withheld" },
      { silence: "not-available" },
    ]);
  });

  it("are of one definition and scope, and never of all categories or of what is left over", () => {
    const found = offenceSeries([
      cell({ definition: "autre", value: 900 }),
      cell({ scope: "street", value: 800 }),
      cell({}),
      cell({ year: 2023 }),
      cell({ category: null, value: 500 }),
      cell({ category: "*", value: 400 }),
    ]);
    expect(found?.categories).toEqual([{ name: "Vols", counts: [{ value: 12 }, { value: 12 }] }]);
  });

  it("in the same number stand in alphabetical order", () => {
    const found = offenceSeries([cell({ category: "b" }), cell({ category: "a" })]);
    expect(found?.categories.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("are nothing where no category can be read", () => {
    expect(offenceSeries([])).toBeUndefined();
    expect(offenceSeries([cell({ category: null })])).toBeUndefined();
    expect(offenceSeries([cell({ state: "withheld", value: null })])).toBeUndefined();
    expect(offenceSeries([cell({ value: null })])).toBeUndefined();
  });
});
