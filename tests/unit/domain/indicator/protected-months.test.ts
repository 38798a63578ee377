import { describe, expect, it } from "vitest";
import { protectedMonths } from "#domain/indicator/protected-months.ts";
import { protectedCell } from "./protected-cell.ts";

const asked = { funnel: "footage-review", stages: ["requested"], year: 2022 } as const;
const month = (period: string, value: number | null = 12) =>
  protectedCell({
    year: Number(period.slice(0, 4)),
    period,
    value,
    state: value === null ? "withheld" : "published",
  });

describe("the months of a year that may be read", () => {
  it("are twelve, each a number, a zero, a secret or an absence", () => {
    const found = protectedMonths(
      [
        month("2022-01", 30),
        month("2022-03", null),
        protectedCell({ period: "2022-04", state: "zero", value: null }),
        protectedCell({ period: "2022", value: 400 }),
        protectedCell({ period: "2022-*", value: 370 }),
        protectedCell({ period: "2022-05", result: "relevant-found", value: 7 }),
        protectedCell({ period: "2022-05", category: "vols", value: 8 }),
      ],
      asked,
    );
    expect(found?.years).toHaveLength(1);
    expect(found?.years[0]?.year).toBe(2022);
    expect(found?.years[0]?.months).toHaveLength(12);
    expect(found?.years[0]?.months.slice(0, 5)).toEqual([
      { state: "published", count: 30 },
      { state: "not-available" },
      { state: "withheld" },
      { state: "zero" },
      { state: "not-available" },
    ]);
    expect(found?.sourceIds).toEqual([3]);
  });

  it("have the year before beside them, of the same definition and scope alone", () => {
    const earlier = (changes: Parameters<typeof protectedCell>[0]) =>
      protectedCell({ year: 2021, period: "2021-01", ...changes });
    const years = (...cells: Parameters<typeof protectedMonths>[0]) =>
      protectedMonths([month("2022-01"), ...cells], asked)?.years.map(({ year }) => year);
    expect(years(earlier({}))).toEqual([2021, 2022]);
    expect(years(earlier({ scope: "street" }))).toEqual([2022]);
    expect(years(earlier({ definition: "other" }))).toEqual([2022]);
    expect(years(earlier({ state: "withheld", value: null }))).toEqual([2022]);
    expect(years(earlier({ year: 2020, period: "2020-01" }))).toEqual([2022]);
  });

  it("are of the definition that has most of them, never of two", () => {
    const other = { definition: "other", value: 99 };
    const found = protectedMonths(
      [protectedCell({ period: "2022-01", ...other }), month("2022-01"), month("2022-02")],
      asked,
    );
    expect(found?.years[0]?.months.slice(0, 2)).toEqual([
      { state: "published", count: 12 },
      { state: "published", count: 12 },
    ]);
  });

  it("are of the first stage that has any", () => {
    const live = (stage: string, value: number | null) =>
      protectedCell({
        funnel: "live-monitoring",
        stage,
        definition: stage,
        period: "2022-06",
        state: value === null ? "withheld" : "published",
        value,
      });
    const stages = ["detected", "verified", "reported"];
    const of = (...cells: Parameters<typeof protectedMonths>[0]) =>
      protectedMonths(cells, { funnel: "live-monitoring", stages, year: 2022 })?.stage;
    expect(of(live("reported", 9), live("verified", 8), live("detected", null))).toBe("verified");
    expect(of(live("resolved", 9))).toBeUndefined();
  });

  it("are nothing where none can be read", () => {
    expect(protectedMonths([], asked)).toBeUndefined();
    expect(protectedMonths([month("2022-01", null)], asked)).toBeUndefined();
    expect(protectedMonths([month("2021-01")], asked)).toBeUndefined();
  });
});
