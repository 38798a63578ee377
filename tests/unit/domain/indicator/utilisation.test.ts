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

it("divides by the camera-years of the registry, each scope apart and the widest first", () => {
  const counts = countsByYear([
    total("footage-review", "requested", 80, { scope: "street" }),
    total("footage-review", "requested", 500),
    total("availability", "out-of-service", 3652.5 / 2),
  ]);
  const rows = utilisation(counts, () => 10);
  expect(rows.map(({ use, scope, value }) => [use, scope, value])).toEqual([
    ["requests", "all", 50],
    ["requests", "street", 8],
    ["availability", "all", 0.5],
  ]);
});

it("bears the exact interval of its count: 5 events are 1.6235 to 11.6683 (Garwood)", () => {
  const rows = utilisation(countsByYear([total("live-monitoring", "detected", 5)]), () => 10);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ use: "detections", value: 0.5, count: 5, cameraYears: 10 });
  expect(rows[0]?.interval?.low).toBeCloseTo(0.16235, 5);
  expect(rows[0]?.interval?.high).toBeCloseTo(1.16683, 5);
  const days = countsByYear([total("availability", "out-of-service", 60)]);
  expect(utilisation(days, () => 10)[0]?.interval).toBeUndefined();
});

it("divides a part of a year by the camera-years of its own months", () => {
  const asked: string[] = [];
  const part = { grain: "month", periods: 7, periodTo: "2024-07-31" };
  const [row] = utilisation(
    countsByYear([total("footage-review", "requested", 70, part)]),
    ({ from, to }) => {
      asked.push(`${from}/${to}`);
      return 58;
    },
  );
  expect(asked).toEqual(["2024-01-01/2024-07-31"]);
  expect(row).toMatchObject({ months: 7, value: 70 / 58, period: { to: "2024-07-31" } });
});

it("says where a part of the count is not known", () => {
  const rows = utilisation(
    countsByYear([
      total("footage-review", "requested", 50, { grain: "month", periods: 10 }),
      total("footage-review", "requested", null, { grain: "month", periods: 2 }),
    ]),
    () => 10,
  );
  expect(rows[0]).toMatchObject({ value: 5, isPartlyKnown: true });
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
  expect(utilisation(counts, () => 1)[0]?.value).toBe(0);
});

const of = (year: number) => ({
  year,
  periodFrom: `${year}-01-01`,
  periodTo: `${year}-12-31`,
});

it("says the latest year first, and leaves out those without a camera or a count", () => {
  const counts = countsByYear([
    total("footage-review", "requested", 50, of(2022)),
    total("footage-review", "requested", 80, { sourceIds: [3, 2] }),
    total("footage-review", "requested", null, of(2023)),
    total("footage-review", "requested", 9, of(2021)),
  ]);
  const years = utilisation(counts, ({ from }) => (from.startsWith("2021") ? 0 : 10));
  expect(years.map(({ year }) => year)).toEqual([2024, 2022]);
  expect(years[0]?.sourceIds).toEqual([2, 3]);
});
