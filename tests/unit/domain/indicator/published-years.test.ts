import { describe, expect, it } from "vitest";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import type { ProtectedCount } from "#domain/indicator/protected-counts.ts";
import { publishedYears, type StatedTotal } from "#domain/indicator/published-years.ts";

const series = {
  definition: "requests",
  funnel: "footage-review",
  stage: "requested",
  wording: "Requests",
  unit: "request",
  scope: "streets",
  year: 2022,
  sourceIds: [1],
};

const stated = (changes: Partial<StatedTotal> = {}): StatedTotal => ({
  ...series,
  grain: "year",
  byCategory: false,
  result: null,
  state: "known",
  periods: 1,
  periodFrom: "2022-01-01",
  periodTo: "2022-12-31",
  ...changes,
});

const cell = (
  state: ProtectedCount["state"],
  value: number | null = null,
  changes: Partial<ProtectedCount> = {},
): ProtectedCount => ({
  ...series,
  period: "2022",
  category: null,
  result: null,
  state,
  value,
  counted: wholeYear(changes.year ?? 2022),
  ...changes,
});

describe("the published counts of a year", () => {
  it("are those of disclosure control, whatever the source counted", () => {
    const raw = { ...stated(), value: 192 };
    expect(publishedYears([cell("published", 191)], [raw])).toMatchObject([
      { state: "known", value: 191, unknownCells: 0 },
    ]);
  });

  it("tell a zero, a declared zero, a withheld count and each silence apart", () => {
    const states = (cells: ProtectedCount[], total: StatedTotal) =>
      publishedYears(cells, [total]).map(({ state, value }) => [state, value]);
    expect(states([cell("zero")], stated({ state: "zero" }))).toEqual([["zero", 0]]);
    expect(states([cell("zero")], stated({ state: "declared-zero" }))).toEqual([
      ["declared-zero", 0],
    ]);
    expect(states([cell("withheld")], stated())).toEqual([["withheld", undefined]]);
    expect(states([], stated({ state: "not-collected" }))).toEqual([["not-collected", undefined]]);
    expect(states([cell("not-available")], stated({ state: "not-communicated" }))).toEqual([
      ["not-communicated", undefined],
    ]);
  });

  it("leave out a year of which nothing is published, and withhold a series held back in another", () => {
    expect(publishedYears([], [stated()])).toEqual([]);
    const other = cell("published", 50, { definition: "contributed", stage: "contributed" });
    expect(publishedYears([other], [stated()])).toMatchObject([
      { definition: "requests", state: "withheld", value: undefined },
    ]);
  });

  it("are known from below by their months where the year is withheld", () => {
    const months = [
      cell("published", 30, { period: "2022-01" }),
      cell("published", 12, { period: "2022-02" }),
      cell("withheld", null, { period: "2022-03" }),
    ];
    const total = stated({ grain: "month", periods: 3 });
    const counted = { from: "2022-01-01", to: "2022-03-31", months: 3 };
    expect(publishedYears([cell("withheld", null, { counted }), ...months], [total])).toMatchObject(
      [{ state: "known", value: 42, unknownCells: 1, months: 3 }],
    );
  });

  it("take off what was lost only where every loss is published", () => {
    const results = ["relevant-found", "erased"].map((result) => stated({ result }));
    const found = cell("published", 60, { result: "relevant-found" });
    const lost = (state: "published" | "withheld", value: number | null) =>
      publishedYears(
        [cell("published", 80), found, cell(state, value, { result: "erased" })],
        results,
      )[0];
    expect(lost("published", 20)).toMatchObject({ value: 60, unknownCells: 0 });
    expect(lost("published", 20)?.results.get("erased")).toBe(20);
    // 80 is on other pages: 80 − 77 would be the three that are withheld.
    const hidden = publishedYears(
      [
        cell("published", 80),
        cell("withheld", null, { result: "relevant-found" }),
        cell("withheld", null, { result: "erased" }),
      ],
      results,
    )[0];
    expect(hidden).toMatchObject({ state: "withheld", value: undefined });
    expect(hidden?.results.size).toBe(0);
  });

  it("keep a total that its source gives beside its losses", () => {
    const totals = [stated(), stated({ result: "erased" })];
    const cells = [cell("published", 150), cell("published", 20, { result: "erased" })];
    expect(publishedYears(cells, totals)).toMatchObject([{ value: 150 }]);
  });
});
