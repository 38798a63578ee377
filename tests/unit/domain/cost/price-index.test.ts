import { describe, expect, it } from "vitest";
import { atConstantPrices } from "#domain/cost/price-index.ts";

const index = {
  name: "Fictional index",
  source: "none",
  base: "2020",
  values: { 2020: 100, 2021: 110, 2022: 0 },
};

describe("constant prices", () => {
  it("brings 110 of 2021 to 100 of 2020, and back", () => {
    expect(atConstantPrices(11_000, 2021, 2020, index)).toBe(10_000);
    expect(atConstantPrices(10_000, 2020, 2021, index)).toBe(11_000);
  });

  it("leaves a year's own prices alone", () => {
    expect(atConstantPrices(-12_345, 2021, 2021, index)).toBe(-12_345);
  });

  it("extrapolates nothing", () => {
    expect(atConstantPrices(1, 2019, 2020, index)).toBeUndefined();
    expect(() => atConstantPrices(1, 2020, 2019, index)).toThrow("no value for 2019");
  });

  it("refuses an index that is not above zero", () => {
    expect(() => atConstantPrices(1, 2022, 2020, index)).toThrow(RangeError);
    expect(() => atConstantPrices(1, 2020, 2022, index)).toThrow(RangeError);
  });
});
