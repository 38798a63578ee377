import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costPerOutcomeBandOf } from "#domain/dataset/map-vocabulary.ts";
import { countBand } from "#domain/disclosure/count-band.ts";
import { computeIndicator } from "#domain/indicator/compute-indicator.ts";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { type PublishedCount, publishedCounts } from "#domain/indicator/protected-counts.ts";
import { protectedReviews } from "#domain/indicator/protected-reviews.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { camerasSince, costOf, countOf, factsOf } from "../indicator/facts.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";
import { isSafe, k, published, read } from "./published-year.ts";

describe("Attack 6, one indicator beside another", () => {
  const requests = districtsByCategory([[3], [25], [31], [22]]);
  const useful = districtsByCategory([[0], [11], [14], [9]]);

  it("does not say that none of a few requests was of use: each would know of its own", () => {
    const alone = read(published(useful));
    expect(alone.cell("D0").state).toBe("zero");
    const beside = read(published(useful, [], [requests]));
    expect(beside.cell("D0").state).toBe("withheld");
    expect(beside.bounds("D0")).toSatisfy(isSafe);
    expect(beside.cell("city").value).toBe(34);
  });

  it("says that none of many was of use, and that there was no request at all", () => {
    const many = districtsByCategory([[30], [25], [31], [22]]);
    expect(read(published(useful, [], [many])).cell("D0").state).toBe("zero");
    const none = districtsByCategory([[0], [25], [31], [22]]);
    expect(read(published(useful, [], [none])).cell("D0").state).toBe("zero");
  });

  it("does not say of a result what it does not say of a stage", () => {
    const rows = ["relevant-found", "nothing-found"].flatMap((result, r) =>
      [3, 25, 31, 22].map((count, d) =>
        outcomeRow({ areaCode: `D${d}`, result }, r === 0 ? (d === 0 ? 0 : 8) : count),
      ),
    );
    const city = [
      outcomeRow({ result: "relevant-found" }, 24),
      outcomeRow({ result: "nothing-found" }, 81),
    ];
    const found = published([...rows, ...city]).find(
      ({ place }) => place.areaCode === "D0" && place.result === "relevant-found",
    );
    expect(found?.state ?? "nothing").not.toBe("zero");
  });
});

const results = ["relevant-found", "nothing-found", "erased"] as const;

/** Requests of a city by what was found, as its pages read them. */
function readTotals(counts: readonly number[]) {
  const rows = results.map((result, n) => outcomeRow({ result }, counts[n] ?? 0));
  return published(rows)
    .filter(({ place }) => place.areaKind === "city")
    .map(({ place, state, value = null }) => ({
      ...{ definition: "requests", funnel: "footage-review", stage: "requested", unit: "request" },
      ...{ wording: "Requests", scope: "streets", year: 2022, sourceIds: [1] },
      counted: wholeYear(2022),
      ...{ period: place.period, category: place.category, result: place.result, state, value },
    }));
}

/** Every number that the indicators of a city are made of, and what each gives back when it is multiplied by its denominator. */
function readIndicators(counts: readonly PublishedCount[]) {
  const facts = factsOf({
    counts,
    cameras: [camerasSince("2019-01-01", 40)],
    populations: [{ year: 2022, inhabitants: 20_000, sourceId: 5 }],
    costs: [costOf({ period: { from: "2022-01-01", to: "2022-12-31" } })],
  });
  const points = indicators.flatMap((indicator) =>
    computeIndicator(indicator, facts).flatMap((series) => series.points),
  );
  return points.flatMap(({ numerator, denominator, result }) => {
    const known = [numerator, denominator].filter(({ unit }) => unit === "request");
    const [above, below, rate] = [numerator, denominator, result].map((one) =>
      one !== undefined && "value" in one ? one.value : undefined,
    );
    const isShare = known.length === 2 && below !== undefined && rate !== undefined;
    return [
      ...known.flatMap((one) => ("value" in one ? [one.value] : [])),
      ...(isShare && above !== undefined ? [Math.round(rate * below)] : []),
    ];
  });
}

/** What a review says and what its rate gives back. */
function numbersOf({ requested, relevant, rate }: FootageReview): number[] {
  return [
    requested,
    ...(relevant === undefined ? [] : [relevant]),
    ...(rate ? [Math.round(rate.value * requested)] : []),
  ];
}

describe("Attack 7, a rate multiplied by its denominator", () => {
  const found = fc.tuple(
    ...results.map(() => fc.oneof(fc.integer({ min: 0, max: 7 }), fc.nat(60))),
  );
  const isSmall = (count: number) => count > 0 && count < k;

  it("gives back a published count: no indicator and no review is made of a hidden one", () => {
    let small = 0;
    fc.assert(
      fc.property(found, (counts) => {
        const totals = readTotals(counts);
        const readable = [0, ...totals.flatMap(({ value }) => value ?? [])];
        const read = [
          ...readIndicators(publishedCounts(totals, [])),
          ...protectedReviews(totals).reviews.flatMap(numbersOf),
        ];
        for (const value of read) expect(readable).toContain(value);
        expect(readable.filter(isSmall)).toEqual([]);
        small += counts.filter(isSmall).length;
      }),
      { numRuns: 80 },
    );
    expect(small).toBeGreaterThan(0);
  });

  it("would give 3 back from the counts themselves", () => {
    const counted = [
      countOf(["footage-review", "requested"], 43, { year: 2022 }),
      countOf(["footage-review", "requested"], 3, { year: 2022, result: "relevant-found" }),
    ];
    expect(readIndicators(counted)).toContain(3);
    expect(readIndicators(publishedCounts(readTotals([3, 40, 0]), []))).not.toContain(3);
  });

  it("would give 1 apart from 9 by the cost per request, were it not made of the band", () => {
    const cost = 1_940_300;
    const ofCounts = [1, 9].map((requests) => costPerOutcomeBandOf(cost, requests));
    expect(new Set(ofCounts).size).toBe(2);
    const ofBands = [1, 9].map((requests) => costPerOutcomeBandOf(cost, countBand(requests).from));
    expect(new Set(ofBands).size).toBe(1);
  });
});
