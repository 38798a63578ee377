import { expect, it } from "vitest";
import { benchmarks, benchmarksOf, incomparabilities } from "#domain/indicator/benchmarks.ts";
import { findIndicator, indicators } from "#domain/indicator/registry.ts";

it("are published numbers of indicators that exist, each with an address where it can be read", () => {
  const known = new Set(indicators.map(({ id }) => id));
  for (const { id, indicators: beside, source, value, high } of benchmarks) {
    for (const indicator of beside) expect(known, id).toContain(indicator);
    expect(source.url, id).toMatch(/^https:\/\//);
    if (high !== undefined) expect(high, id).toBeGreaterThan(value);
  }
});

it("are refused a comparison where the numerator or the denominator is another", () => {
  const rate = findIndicator("contribution-rate");
  const alerts = findIndicator("alerts-per-camera-year");
  const reasonsOf = (indicator: typeof rate, id: string) => {
    const benchmark = benchmarks.find((candidate) => candidate.id === id);
    return indicator && benchmark ? incomparabilities(indicator, benchmark) : [];
  };
  expect(reasonsOf(rate, "gormand-investigations")).toEqual(["denominator-differs"]);
  expect(reasonsOf(rate, "ashby-useful")).toEqual(["numerator-differs", "denominator-differs"]);
  expect(reasonsOf(alerts, "lyon-alerts")).toEqual(["scope-not-stated"]);
});

it("stand beside their own indicators only: 19,403 € per camera-year (Saint-Étienne), 1.13 % (Gormand)", () => {
  expect(benchmarksOf({ id: "cost-per-inhabitant" })).toEqual([]);
  const [, saintEtienne] = benchmarksOf({ id: "cost-per-camera-year" });
  expect(saintEtienne?.value).toBeCloseTo(19_403, 0);
  const gormand = benchmarksOf({ id: "contribution-rate" }).find(
    ({ place }) => place === "Grenoble",
  );
  expect(gormand?.value).toBeCloseTo(0.0113, 4);
});
