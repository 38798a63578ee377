import { expect, it } from "vitest";
import { benchmarks, benchmarksOf, incomparabilities } from "#domain/indicator/benchmarks.ts";
import { findIndicator, indicators } from "#domain/indicator/registry.ts";

it("are published numbers of indicators that exist, each with an address where it can be read", () => {
  const known = new Set(indicators.map(({ id }) => id));
  for (const { id, indicators: beside, source, value, high } of benchmarks) {
    for (const indicator of beside) expect(known, id).toContain(indicator);
    expect(source.url, id).toMatch(/^https?:\/\//);
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
  const neither = ["numerator-differs", "denominator-differs"];
  expect(reasonsOf(rate, "gormand-investigations")).toEqual(neither);
  const solved = findIndicator("solved-contribution-rate");
  const all = findIndicator("investigation-contribution-rate");
  expect(reasonsOf(solved, "gormand-solved")).toEqual(["scope-not-stated"]);
  expect(reasonsOf(all, "gormand-investigations")).toEqual(["numerator-differs"]);
  expect(reasonsOf(all, "mucchielli-investigations")).toEqual(["scope-not-stated"]);
  // "Thanks to video": what would have been solved without it is not said, and is counted too.
  expect(reasonsOf(solved, "val-d-oise-solved")).toEqual(neither);
  expect(reasonsOf(findIndicator("live-arrests-per-camera-year"), "lyon-arrests")).toEqual([
    "scope-not-stated",
  ]);
  expect(reasonsOf(rate, "ashby-useful")).toEqual(neither);
  expect(reasonsOf(alerts, "lyon-alerts")).toEqual(["scope-not-stated"]);
});

it("stand beside their own indicators only: 19,403 € per camera-year (Saint-Étienne), 1.13 % (Gormand)", () => {
  expect(benchmarksOf({ id: "cost-per-inhabitant" })).toEqual([]);
  const saintEtienne = benchmarksOf({ id: "cost-per-camera-year" }).find(
    ({ place }) => place === "Saint-Étienne",
  );
  expect(saintEtienne?.value).toBeCloseTo(19_403, 0);
  const gormand = benchmarksOf({ id: "contribution-rate" }).find(
    ({ place }) => place === "Grenoble",
  );
  expect(gormand?.value).toBeCloseTo(0.0113, 4);
});

it("are the numbers of their sources: Lyon 0.913 arrest per camera, 13,500–15,000 €, 0.97 %; 11,060–14,720 €", () => {
  const of = (id: string) => benchmarks.find((one) => one.id === id);
  expect(of("lyon-arrests")?.value).toBeCloseTo(0.913, 3);
  expect(of("lyon-arrest-cost")).toMatchObject({ value: 13_500, high: 15_000 });
  expect(of("lyon-arrest-share")?.value).toBeCloseTo(0.0097, 4);
  expect(of("cour-full-cost")).toMatchObject({ value: 11_060, high: 14_720 });
  expect(of("gormand-solved")?.value).toBeCloseTo(22 / 375, 4);
});
