import { describe, expect, it } from "vitest";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import { measureOf } from "#domain/indicator/counted-series.ts";
import { offenceSeries } from "#domain/indicator/offence-series.ts";
import { scopesOf } from "#domain/indicator/outcome-funnel.ts";
import type { CountOfYear } from "#domain/indicator/outcome-series.ts";
import { type ProtectedCount, publishedCounts } from "#domain/indicator/protected-counts.ts";
import { protectedReviews } from "#domain/indicator/protected-reviews.ts";
import { publishedYears, type StatedTotal } from "#domain/indicator/published-years.ts";
import { utilisation } from "#domain/indicator/utilisation.ts";
import { countOf } from "./facts.ts";

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
const cell = (
  state: ProtectedCount["state"],
  value: number | null,
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

describe("a cell that is public and whose number is missing", () => {
  it("is no number anywhere, least of all zero", () => {
    const lost = cell("published", null);
    expect(publishedCounts([lost], [])[0]).toMatchObject({ value: undefined });
    expect(protectedReviews([{ ...lost }]).reviews).toEqual([]);
    expect(publishedYears([lost], [stated()])[0]).not.toMatchObject({ value: 0 });
  });

  it("has no unknown results: there is no total to take them from", () => {
    const cells = [cell("published", null), cell("zero", null, { result: "relevant-found" })];
    expect(publishedCounts(cells, [])[0]?.unknownResults).toBeUndefined();
  });

  it("is refused where a measure is made of it", () => {
    expect(() => measureOf(countOf(["footage-review", "requested"], "known"))).toThrow("missing");
    expect(measureOf(countOf(["footage-review", "requested"], 12))).toMatchObject({ value: 12 });
  });
});

describe("the published counts of a year", () => {
  it("leave categories out, which say the same events again", () => {
    const cells = [cell("published", 20), cell("published", 12, { category: "theft" })];
    expect(publishedYears(cells, [stated()])).toMatchObject([{ value: 20 }]);
  });

  it("keep the months that the source counted where none is published", () => {
    const monthly = stated({ grain: "month", periods: 12 });
    expect(publishedYears([cell("published", 20)], [monthly])[0]?.months).toBe(12);
    const counted = { from: "2022-03-01", to: "2022-03-31", months: 1 };
    const march = cell("published", 20, { counted });
    expect(publishedYears([march], [monthly])[0]).toMatchObject({
      months: 1,
      period: { from: "2022-03-01", to: "2022-03-31" },
    });
  });

  it("of which nothing is published and nothing withheld are not told", () => {
    const silent = cell("not-available", null);
    expect(publishedYears([silent], [stated()])[0]?.state).toBe("not-communicated");
    const uncounted = stated({ state: "not-collected" });
    expect(publishedYears([silent], [uncounted])[0]?.state).toBe("not-collected");
  });

  it("are not known from below by a month whose number is missing", () => {
    const cells = [cell("withheld", null), cell("published", null, { period: "2022-03" })];
    expect(publishedYears(cells, [stated({ grain: "month", periods: 12 })])[0]).toMatchObject({
      state: "withheld",
      value: undefined,
    });
  });

  it("take nothing off a total for a loss that nobody may read", () => {
    const cells = [
      cell("published", 40, { result: "relevant-found" }),
      cell("withheld", null, { result: "already-overwritten" }),
    ];
    const byResult = [
      stated({ result: "relevant-found" }),
      stated({ result: "already-overwritten" }),
    ];
    expect(publishedYears(cells, byResult)[0]).toMatchObject({ value: 40, unknownCells: 1 });
  });
});

describe("the largest scope", () => {
  const count = (scope: string, value: number | undefined) =>
    ({ ...series, scope, value, state: "known", results: new Map() }) as unknown as CountOfYear;

  it("comes first, and one without a number last", () => {
    const counts = [count("silent", undefined), count("streets", 10), count("city", 90)];
    expect(scopesOf("footage-review" as never, counts, 2022)).toEqual([
      "city",
      "streets",
      "silent",
    ]);
  });

  it("is what is divided by camera-years, never a silent one", () => {
    const counts = [count("silent", undefined), count("streets", 100)];
    const rates = (of: CountOfYear[]) => utilisation(of, () => 10).map(({ value }) => value);
    expect(rates(counts)).toEqual([10]);
    expect(rates(counts.toReversed())).toEqual([10]);
  });
});

describe("recorded offences", () => {
  it("are ordered by what may be read of them: a silent year adds nothing", () => {
    const offence = (category: string, year: number, value: number | null) => ({
      ...series,
      category,
      year,
      state: value === null ? ("withheld" as const) : ("published" as const),
      value,
    });
    const found = offenceSeries([
      offence("Vols", 2021, 30),
      offence("Vols", 2022, null),
      offence("Dégradations", 2021, 20),
      offence("Dégradations", 2022, 15),
    ]);
    expect(found?.categories.map(({ name }) => name)).toEqual(["Dégradations", "Vols"]);
  });
});
