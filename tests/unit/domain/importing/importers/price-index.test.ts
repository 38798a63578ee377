import { describe, expect, test } from "vitest";
import { priceIndexImporter } from "#domain/importing/importers/price-index.ts";
import { importContext, readRows } from "./read-rows.ts";

const context = importContext({ headers: ["name", "base", "year", "value"] });
const row = (cells: Record<string, string | null>) => ({
  cells: { name: "Prices", base: "2015", year: "2024", value: "119,5", ...cells },
});

describe("a price index", () => {
  test("is one value per year, with its base", () => {
    expect(readRows(priceIndexImporter, [row({})], context).records).toEqual([
      { name: "Prices", base: "2015", year: 2024, value: 119.5 },
    ]);
  });

  test("of two bases is refused: it would not be one index", () => {
    const read = readRows(
      priceIndexImporter,
      [row({}), row({ base: "1998", year: "2023" })],
      context,
    );
    expect(read.problems).toMatchObject([{ column: "base", value: "1998", reason: "two-bases" }]);
  });

  test("may stand beside another of another base", () => {
    const read = readRows(
      priceIndexImporter,
      [row({}), row({ name: "Works", base: "2010" })],
      context,
    );
    expect(read.records).toHaveLength(2);
  });

  test.each([
    [{ value: "0" }, "value", "not-above-zero"],
    [{ value: "-3" }, "value", "not-above-zero"],
    [{ value: "many" }, "value", "not-a-number"],
    [{ value: null }, "value", "missing"],
    [{ year: "2024.5" }, "year", "not-a-whole-number"],
    [{ name: null }, "name", "missing"],
    [{ base: "" }, "base", "missing"],
  ])("%j is refused", (cells, column, reason) => {
    const read = readRows(priceIndexImporter, [row(cells)], context);
    expect(read.problems).toMatchObject([{ column, reason }]);
  });

  test("of a year out of bounds is refused", () => {
    expect(readRows(priceIndexImporter, [row({ year: "202" })], context).problems).toHaveLength(1);
  });
});
