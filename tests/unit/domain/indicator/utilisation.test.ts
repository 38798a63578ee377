import { expect, it } from "vitest";
import { type CountedTotal, countsByYear } from "#domain/indicator/outcome-series.ts";
import { utilisation } from "#domain/indicator/utilisation.ts";

const total = (
  funnel: string,
  stage: string,
  value: number | null,
  changes = {},
): CountedTotal => ({
  definition: `${funnel}-${stage}`,
  funnel,
  stage,
  wording: "",
  unit: "",
  scope: "all",
  year: 2024,
  grain: "year",
  byCategory: false,
  result: null,
  state: value === null ? "not-collected" : "known",
  value,
  periods: 1,
  periodFrom: "2024-01-01",
  periodTo: "2024-12-31",
  sourceIds: [1],
  ...changes,
});

it("divides by the camera-years of the registry, the widest scope of each count", () => {
  const counts = countsByYear([
    total("footage-review", "requested", 500),
    total("footage-review", "requested", 80, { scope: "street" }),
    total("availability", "out-of-service", 3652.5 / 2),
  ]);
  const [year, ...others] = utilisation(counts, () => 10);
  expect(others).toEqual([]);
  expect(year).toMatchObject({ requestsPerCameraYear: 50, detectionsPerCameraYear: undefined });
  expect(year?.availability).toBeCloseTo(0.5, 9);
});

it("gives nothing without camera-years, without counts, or from a count too small to be shown", () => {
  const counts = countsByYear([total("footage-review", "requested", 500)]);
  expect(utilisation(counts, () => 0)).toEqual([]);
  expect(utilisation(countsByYear([total("rights", "received", 9)]), () => 10)).toEqual([]);
  expect(utilisation(countsByYear([total("footage-review", "requested", 4)]), () => 10)).toEqual(
    [],
  );
  const silent = countsByYear([total("footage-review", "requested", null)]);
  expect(utilisation(silent, () => 10)).toEqual([]);
});

it("never falls below zero when more days are declared out of service than there are", () => {
  const counts = countsByYear([total("availability", "out-of-service", 9_999)]);
  expect(utilisation(counts, () => 1)[0]?.availability).toBe(0);
});

it("says the latest year first, and leaves out those without a camera or a count", () => {
  const counts = countsByYear([
    total("footage-review", "requested", 50, { year: 2022 }),
    total("footage-review", "requested", 80, { year: 2024, sourceIds: [3, 2] }),
    total("footage-review", "requested", null, { year: 2023 }),
    total("footage-review", "requested", 9, { year: 2021 }),
  ]);
  const years = utilisation(counts, ({ from }) => (from.startsWith("2021") ? 0 : 10));
  expect(years.map(({ year }) => year)).toEqual([2024, 2022]);
  expect(years[0]?.sourceIds).toEqual([2, 3]);
});
