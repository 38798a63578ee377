import { describe, expect, it } from "vitest";
import { compareYears } from "#domain/indicator/compare-years.ts";
import { computeIndicator } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { present } from "#domain/presence/present.ts";
import { camerasSince, costOf, countOf, factsOf } from "./facts.ts";

const requested = ["footage-review", "requested"] as const;
const found = { result: "relevant-found" };

function comparisonOf(id: string, facts: Partial<IndicatorFacts>) {
  const indicator = present(findIndicator(id));
  const [series] = computeIndicator(indicator, factsOf(facts));
  return series && compareYears(indicator, series);
}
const requests = (year: number, value: number, changes = {}) =>
  countOf(requested, value, { year, ...changes });
const cameras = [camerasSince("2010", 10)];

describe("two years of a rate", () => {
  it("are compared by exposure, exactly: 6 and 2 events have an E-test of 0.1748748 (ptools)", () => {
    // Counts are of whole years of as many cameras: the exposures are equal.
    const pair = comparisonOf("requests-per-camera-year", {
      cameras,
      counts: [requests(2023, 2), requests(2024, 6)],
    });
    expect(pair).toMatchObject({ kind: "ratio", verdict: "too-few" });
    expect(pair?.value).toBeCloseTo(3, 9);
    expect(pair?.eTest).toBeCloseTo(0.1748748, 6);
  });

  it("do not differ where the interval of their ratio holds 1, and do where it leaves it out", () => {
    const of = (before: number, after: number) =>
      comparisonOf("requests-per-camera-year", {
        cameras,
        counts: [requests(2023, before), requests(2024, after)],
      });
    expect(of(100, 110)).toMatchObject({ verdict: "not-apart" });
    const apart = present(of(100, 200));
    expect(apart.verdict).toBe("apart");
    expect(apart.interval.low).toBeGreaterThan(1);
    expect(apart.conditional).toBeLessThan(0.001);
    expect(apart.earlier.period.to).toBe("2023-12-31");
  });

  it("are the same rate where twice the events come of twice the cameras", () => {
    const pair = comparisonOf("requests-per-camera-year", {
      cameras: [...cameras, camerasSince("2024", 10)],
      counts: [requests(2023, 100), requests(2024, 200)],
    });
    expect(pair?.value).toBeCloseTo(1, 9);
    expect(pair?.verdict).toBe("not-apart");
  });
});

describe("two years of a cost per event", () => {
  it("are compared as a ratio of costs, with the amounts held for known", () => {
    const cost = (year: number, cents: number) =>
      costOf({ cents, period: { from: `${year}-01-01`, to: `${year}-12-31` } });
    const pair = comparisonOf("cost-per-request", {
      costs: [cost(2023, 1_000_000), cost(2024, 3_000_000)],
      counts: [requests(2023, 100), requests(2024, 100)],
    });
    expect(pair?.value).toBeCloseTo(3, 9);
    expect(pair?.verdict).toBe("apart");
    expect(pair?.interval.low).toBeGreaterThan(2);
  });
});

describe("two years of a share", () => {
  it("are a difference with Newcombe's interval: 48/80 then 56/70 is +0.2 (0.0524–0.3339)", () => {
    const shares = [
      requests(2023, 80),
      requests(2023, 48, found),
      // Ten results of the later year are not known: its share is of the seventy others.
      requests(2024, 80),
      requests(2024, 56, { ...found, unknownResults: 10 }),
    ];
    const pair = comparisonOf("relevance-rate", { counts: shares });
    expect(pair).toMatchObject({ kind: "difference", verdict: "apart", eTest: undefined });
    expect(pair?.value).toBeCloseTo(0.2, 9);
    expect(pair?.interval.low).toBeCloseTo(0.0524, 4);
    expect(pair?.interval.high).toBeCloseTo(0.3339, 4);
  });
});

describe("no comparison", () => {
  it("is made of a part of a year, of one year, of years apart, of a least count, nor where everything was looked at", () => {
    const part = { from: "2025-01-01", to: "2025-07-31", months: 7 };
    const counts = [requests(2023, 100), requests(2024, 110)];
    const running = comparisonOf("requests-per-camera-year", {
      cameras,
      counts: [...counts, requests(2025, 300, { counted: part })],
    });
    expect(running?.later.period.to).toBe("2024-12-31");
    expect(
      comparisonOf("requests-per-camera-year", { cameras, counts: counts.slice(1) }),
    ).toBeUndefined();
    const apart = [requests(2021, 100), requests(2024, 110)];
    expect(comparisonOf("requests-per-camera-year", { cameras, counts: apart })).toBeUndefined();
    const lost = [2023, 2024].map((year) =>
      countOf(["availability", "out-of-service"], 100, { year }),
    );
    expect(comparisonOf("service-availability", { cameras, counts: lost })).toBeUndefined();
    const least = [2023, 2024].map((year) =>
      costOf({ counted: 8, period: { from: `${year}-01-01`, to: `${year}-12-31` } }),
    );
    expect(comparisonOf("cost-per-request", { costs: least, counts })).toBeUndefined();
  });

  it("is made with a year whose number is kept back, with nothing spent, with no event in either, with no known result", () => {
    const rate = (before: number | "withheld", after: number) =>
      comparisonOf("requests-per-camera-year", {
        cameras,
        counts: [countOf(requested, before, { year: 2023 }), requests(2024, after)],
      });
    expect(rate("withheld", 110)).toBeUndefined();
    expect(rate(0, 0)).toBeUndefined();
    expect(rate(0, 30)).toBeUndefined();
    expect(rate(30, 0)).toMatchObject({ kind: "ratio", verdict: "too-few" });
    const spent = (cents: number) =>
      [2023, 2024].map((year) =>
        costOf({ cents, period: { from: `${year}-01-01`, to: `${year}-12-31` } }),
      );
    const counts = [requests(2023, 100), requests(2024, 110)];
    expect(comparisonOf("cost-per-request", { costs: spent(0), counts })).toBeUndefined();
    expect(comparisonOf("cost-per-request", { costs: spent(500), counts })?.kind).toBe("ratio");
    const indicator = present(findIndicator("relevance-rate"));
    const results = counts.flatMap((count) => [count, { ...count, ...found, value: 40 }]);
    const [series] = computeIndicator(indicator, factsOf({ counts: results }));
    const { points } = present(series);
    expect(compareYears(indicator, { points })?.kind).toBe("difference");
    const unknown = points.map((point) => ({ ...point, unknown: 110 }));
    expect(compareYears(indicator, { points: unknown })).toBeUndefined();
  });
});
