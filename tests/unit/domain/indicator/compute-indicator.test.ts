import { describe, expect, it } from "vitest";
import { computeIndicator, latestPoint } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { findIndicator, indicators } from "#domain/indicator/registry.ts";
import { camerasSince, costOf, countOf, factsOf } from "./facts.ts";

const requested = ["footage-review", "requested"] as const;
const available = ["footage-review", "available"] as const;
const relevant = { result: "relevant-found" };

function indicatorNamed(id: string) {
  const indicator = findIndicator(id);
  if (!indicator) throw new Error(`No indicator ${id}`);
  return indicator;
}
const pointOf = (id: string, facts: Partial<IndicatorFacts>) =>
  latestPoint(computeIndicator(indicatorNamed(id), factsOf(facts)));

describe("the registry", () => {
  it("names each indicator once, and none that nobody wrote", () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    expect(findIndicator("efficiency")).toBeUndefined();
  });
});

describe("a ratio of two wholes", () => {
  it("divides cameras in service today by the nearest population, per thousand", () => {
    const point = pointOf("cameras-per-1000-inhabitants", {
      cameras: [camerasSince("2019", 83)],
      populations: [
        { year: 2022, inhabitants: 20_000, sourceId: 5 },
        { year: 2010, inhabitants: 9, sourceId: 6 },
      ],
    });
    expect(point?.result).toMatchObject({
      value: 4.15,
      estimated: true,
      period: { from: "2026-06-01", to: "2026-06-01" },
      sources: [5, 7],
    });
    expect(point?.result).not.toHaveProperty("interval");
  });

  it("says that a ledger with silent lines is a minimum, over the time that cameras served", () => {
    const point = pointOf("cost-per-camera-year", {
      cameras: [camerasSince("2024-07-01", 134)],
      costs: [costOf({ counted: 8 })],
    });
    expect(point?.result).toMatchObject({
      unit: "cents EUR excl. VAT per camera-year",
      bound: "lower",
      completeness: { counted: 8, expected: 9, of: "ledger lines" },
    });
    expect(point?.result).toHaveProperty("value", expect.closeTo(130_000_000 / 67.37, -3));
  });

  it("never puts two currencies, or spending and full cost, in one series", () => {
    const indicator = findIndicator("cost-per-inhabitant");
    const series =
      indicator &&
      computeIndicator(
        indicator,
        factsOf({
          populations: [{ year: 2024, inhabitants: 1000, sourceId: 5 }],
          costs: [
            costOf(),
            costOf({ currency: "CHF", period: { from: "2023-01-01", to: "2023-12-31" } }),
            costOf({ definition: "full-annual-cost", vatIncluded: true }),
          ],
        }),
      );
    expect(series?.map(({ points }) => points.length)).toEqual([1, 1, 1]);
    expect(series?.map(({ points }) => points[0]?.result?.unit)).toContain(
      "cents EUR incl. VAT per inhabitant",
    );
  });
});

it("a full cost stands before what was paid in the same year", () => {
  const full = costOf({ definition: "full-annual-cost", cents: 100 });
  const point = pointOf("cost-per-inhabitant", {
    populations: [{ year: 2024, inhabitants: 10, sourceId: 5 }],
    costs: [costOf(), full],
  });
  expect(point?.result).toMatchObject({ value: 10 });
  expect(point?.numerator.definition).toBe("full-annual-cost");
});

describe("a share", () => {
  it("carries its Wilson interval: 22 of 1,939 is 1.13 % (0.75–1.71), Gormand 2021", () => {
    const point = pointOf("availability-rate", {
      counts: [countOf(requested, 1939), countOf(available, 22)],
    });
    expect(point?.result).toMatchObject({
      value: 22 / 1939,
      unit: "share",
      interval: {
        low: expect.closeTo(0.0075, 4),
        high: expect.closeTo(0.0171, 4),
        level: 0.95,
        method: "Wilson",
      },
    });
    expect(point?.bounds).toBeUndefined();
  });

  it("is that of the known cases, between what none and what all of the others would make it", () => {
    const point = pointOf("relevance-rate", {
      counts: [
        countOf(requested, 100),
        countOf(requested, 30, { ...relevant, unknownResults: 20 }),
      ],
    });
    expect(point).toMatchObject({
      result: { value: 30 / 80 },
      bounds: { low: 0.3, high: 0.5 },
      unknown: 20,
    });
    const unknown = pointOf("relevance-rate", {
      counts: [countOf(requested, 9), countOf(requested, 0, { ...relevant, unknownResults: 9 })],
    });
    expect(unknown?.result?.kind).toBe("not-collected");
  });

  it("of nothing among some is 0 with an interval, of something among nothing is refused", () => {
    const none = pointOf("availability-rate", {
      counts: [countOf(requested, 20), countOf(available, 0)],
    });
    expect(none?.result).toMatchObject({ value: 0, interval: { high: expect.closeTo(0.1611, 4) } });
    const empty = pointOf("availability-rate", {
      counts: [countOf(requested, 0), countOf(available, 0)],
    });
    expect(empty).toMatchObject({ result: undefined, refusals: ["nothing-to-divide-by"] });
  });

  it("is refused where the part exceeds the whole, or the scopes differ", () => {
    const more = pointOf("availability-rate", {
      counts: [countOf(requested, 5), countOf(available, 6)],
    });
    expect(more).toMatchObject({ result: undefined, refusals: ["part-exceeds-whole"] });
    const apart = pointOf("availability-rate", {
      counts: [countOf(requested, 9), countOf(available, 6, { scope: "all sites" })],
    });
    expect(apart).toMatchObject({ result: undefined, refusals: ["scope-differs"] });
  });

  it("pairs the same scope where there is one, and leaves the others apart", () => {
    const point = pointOf("availability-rate", {
      counts: [
        countOf(requested, 10),
        countOf(requested, 90, { scope: "all sites" }),
        countOf(available, 6),
      ],
    });
    expect(point).toMatchObject({ result: { value: 0.6 }, denominator: { scope: "streets" } });
  });

  it("is silent where an input is, and never 0", () => {
    const point = pointOf("access-granted-rate", {
      counts: [countOf(["rights", "received"], 8), countOf(["rights", "granted"], "withheld")],
    });
    expect(point?.result).toEqual({
      definition: "access-granted-rate",
      scope: "streets",
      kind: "withheld",
      unit: "share",
      period: { from: "2024-01-01", to: "2024-12-31" },
      sources: [1],
    });
  });

  it("of the events located in a district follows where that of the city is withheld", () => {
    const indicator = findIndicator("relevance-rate");
    const counts = [countOf(requested, 100), countOf(requested, "withheld", relevant)];
    const located = [countOf(requested, 96), countOf(requested, 40, relevant)];
    const series = indicator ? computeIndicator(indicator, factsOf({ counts, located })) : [];
    expect(series.map(({ area }) => area)).toEqual(["whole", "located"]);
    expect(latestPoint(series)?.result).toMatchObject({ value: 40 / 96 });
    const shown = indicator
      ? computeIndicator(indicator, factsOf({ counts: located, located }))
      : [];
    expect(shown.map(({ area }) => area)).toEqual(["whole"]);
  });

  it("of cameras under an order in force has bounds and no sampling interval", () => {
    const point = pointOf("valid-authorisation-share", {
      authorisations: {
        inService: 100,
        byState: { valid: 50, expiring: 10, expired: 20, "none-known": 12, "not-required": 8 },
        byOrder: new Map(),
        overRetention: 0,
        withRetention: 0,
      },
    });
    expect(point).toMatchObject({
      result: { value: 60 / 80 },
      bounds: { low: 60 / 92, high: 72 / 92 },
      unknown: 12,
    });
    expect(point?.result).not.toHaveProperty("interval");
    const abroad = { inService: 8, byState: { "not-required": 8 }, byOrder: new Map() };
    expect(
      pointOf("valid-authorisation-share", {
        authorisations: { ...abroad, overRetention: 0, withRetention: 0 },
      }),
    ).toBeUndefined();
  });

  it("of the time in order takes away the days that the city counts out of order", () => {
    const lost = ["availability", "out-of-service"] as const;
    const cameras = [camerasSince("2015", 10)];
    const point = pointOf("service-availability", { cameras, counts: [countOf(lost, 365)] });
    expect(point?.result).toMatchObject({ value: expect.closeTo(1 - 365 / 3652.5, 9) });
    const silent = pointOf("service-availability", {
      cameras,
      counts: [countOf(lost, "not-collected")],
    });
    expect(silent?.result?.kind).toBe("not-collected");
    expect(pointOf("service-availability", { counts: [countOf(lost, 3)] })).toBeUndefined();
  });
});

describe("a share of cameras under an order", () => {
  it("is nothing where no order is asked of them", () => {
    expect(
      pointOf("valid-authorisation-share", { cameras: [camerasSince("2020", 9)] }),
    ).toBeUndefined();
  });
});

describe("a rate", () => {
  it("is a count over camera-years with its exact Poisson interval, 0 included", () => {
    const cameras = [camerasSince("2015", 10)];
    const point = pointOf("requests-per-camera-year", { cameras, counts: [countOf(requested, 5)] });
    expect(point?.result).toMatchObject({
      value: 0.5,
      unit: "request per camera-year",
      interval: { low: expect.closeTo(0.16235, 5), high: expect.closeTo(1.16683, 5) },
    });
    const none = pointOf("fines-per-camera-year", {
      cameras,
      counts: [countOf(["video-fines", "issued"], "declared-zero", { value: 0 })],
    });
    expect(none?.result).toMatchObject({
      value: 0,
      unit: "fine per camera-year",
      interval: { low: 0, high: expect.closeTo(0.36889, 5) },
    });
  });

  it("has no value in a year without a camera", () => {
    const point = pointOf("alerts-per-camera-year", {
      cameras: [camerasSince("2025", 3)],
      counts: [countOf(["live-monitoring", "reported"], 12)],
    });
    expect(point).toMatchObject({ result: undefined, refusals: ["nothing-to-divide-by"] });
  });
});

describe("a cost per event", () => {
  const million = costOf();

  it("gives 59,091 € (39,029 ; 94,290) for 1.3 M€ and 22 events", () => {
    const point = pointOf("cost-per-request", {
      costs: [million],
      counts: [countOf(requested, 22)],
    });
    expect(point?.result).toMatchObject({
      value: expect.closeTo(5_909_091, 0),
      unit: "cents EUR excl. VAT per request",
      interval: { low: expect.closeTo(3_902_900, -3), high: expect.closeTo(9_429_000, -3) },
    });
  });

  it("gives at least 352,411 € where nothing was counted, never infinity", () => {
    const point = pointOf("cost-per-request", {
      costs: [costOf({ counted: 8, estimated: true })],
      counts: [countOf(requested, 0)],
    });
    expect(point?.result).toMatchObject({
      value: expect.closeTo(35_241_100, -3),
      bound: "lower",
      estimated: true,
      sources: [3, 1],
    });
    expect(point?.result).not.toHaveProperty("interval");
  });

  it("has no interval for a credit, and no bound from one", () => {
    const credit = costOf({ cents: -100 });
    const some = pointOf("cost-per-request", { costs: [credit], counts: [countOf(requested, 4)] });
    expect(some?.result).toMatchObject({ value: -25 });
    expect(some?.result).not.toHaveProperty("interval");
    const none = pointOf("cost-per-request", { costs: [credit], counts: [countOf(requested, 0)] });
    expect(none?.result).toBeUndefined();
  });

  it("refuses an accounting year over a calendar year, and says so", () => {
    const point = pointOf("cost-per-request", {
      costs: [costOf({ period: { from: "2023-04-01", to: "2024-03-31" } })],
      counts: [countOf(requested, 4)],
    });
    expect(point).toMatchObject({ result: undefined, refusals: ["period-differs"] });
  });
});

describe("the latest point", () => {
  it("is the latest with a number, else the latest silence, else none", () => {
    const cameras = [camerasSince("2015", 10)];
    const counts = [
      countOf(requested, 5, { year: 2022 }),
      countOf(requested, "not-communicated", { year: 2023 }),
    ];
    const known = pointOf("requests-per-camera-year", { cameras, counts });
    expect(known?.period.to).toBe("2022-12-31");
    const silent = pointOf("requests-per-camera-year", { cameras, counts: counts.slice(1) });
    expect(silent?.result?.kind).toBe("not-communicated");
    expect(pointOf("requests-per-camera-year", { cameras })).toBeUndefined();
  });

  it("comes from the series that goes furthest, the largest of those", () => {
    const point = pointOf("requests-per-camera-year", {
      cameras: [camerasSince("2015", 10)],
      counts: [
        countOf(requested, 5),
        countOf(requested, 80, { scope: "all sites" }),
        countOf(requested, 900, { definition: "older", year: 2019 }),
      ],
    });
    expect(point?.result).toMatchObject({ value: 8 });
  });

  it("counts cameras that were in service on past days, as an estimate where a date is missing", () => {
    const indicator = findIndicator("cameras-per-1000-inhabitants");
    const series = indicator
      ? computeIndicator(
          indicator,
          factsOf({
            cameras: [camerasSince("2024-03", 2), camerasSince(null, 1)],
            populations: [{ year: 2024, inhabitants: 1000, sourceId: 5 }],
          }),
        )
      : [];
    expect(series[0]?.points.map(({ result }) => result)).toMatchObject([
      { value: 3, estimated: true, period: { to: "2024-12-31" } },
      { value: 3, period: { to: "2025-12-31" } },
      { value: 3, period: { to: "2026-06-01" } },
    ]);
  });

  it("is a zero where every camera is gone, and nothing without a camera or an inhabitant", () => {
    const gone = { status: "removed" as const, since: "2020", removedOn: "2022", cameras: 4 };
    const populations = [{ year: 2024, inhabitants: 1000, sourceId: 5 }];
    const point = pointOf("cameras-per-1000-inhabitants", { cameras: [gone], populations });
    expect(point?.result?.kind).toBe("zero");
    expect(pointOf("cameras-per-1000-inhabitants", { populations })).toBeUndefined();
    expect(pointOf("cameras-per-1000-inhabitants", { cameras: [gone] })).toBeUndefined();
  });
});

describe("series that say little", () => {
  const requested = ["footage-review", "requested"] as const;

  it("come in their order where none has a number, and keep their silence", () => {
    const silent = (scope: string) => [
      countOf(requested, "not-collected", { scope }),
      countOf(requested, "not-collected", { ...relevant, scope }),
    ];
    const found = computeIndicator(
      indicatorNamed("relevance-rate"),
      factsOf({ counts: [...silent("streets"), ...silent("car parks")] }),
    );
    expect(found.map(({ numerator }) => numerator.scope)).toEqual(["streets", "car parks"]);
    expect(found.flatMap(({ points }) => points.map(({ result }) => result?.kind))).toEqual([
      "not-collected",
      "not-collected",
    ]);
  });

  it("are none where neither side names a period of its own", () => {
    const indicator = {
      ...indicatorNamed("cost-per-inhabitant"),
      numerator: "camera-years",
    } as const;
    const facts = factsOf({
      cameras: [camerasSince("2020-01-01", 4)],
      populations: [{ year: 2022, inhabitants: 1000, sourceId: 9 }],
    });
    expect(computeIndicator(indicator, facts)).toEqual([]);
  });

  it("are none where requests were counted before any camera was there", () => {
    const facts = factsOf({
      counts: [countOf(requested, 12, { year: 2010 })],
      cameras: [camerasSince("2030-01-01", 4)],
    });
    const points = computeIndicator(indicatorNamed("requests-per-camera-year"), facts).flatMap(
      (series) => series.points,
    );
    expect(points.filter(({ result }) => result?.kind === "known")).toEqual([]);
  });
});

describe("a year of which some months are counted", () => {
  const seven = { from: "2026-01-01", to: "2026-07-31", months: 7 };
  const running = { year: 2026, counted: seven };

  it("is divided by what served in those months, and says how many they are", () => {
    const [series] = computeIndicator(
      indicatorNamed("requests-per-camera-year"),
      factsOf({
        cameras: [camerasSince("2020", 100)],
        counts: [countOf(requested, 120, { year: 2025 }), countOf(requested, 70, running)],
      }),
    );
    const [whole, part] = series?.points ?? [];
    expect(whole).toMatchObject({ months: undefined, result: { value: 1.2 } });
    expect(part).toMatchObject({
      months: 7,
      period: { from: "2026-01-01", to: "2026-07-31" },
      result: { completeness: { counted: 7, expected: 12, of: "months of the year" } },
    });
    // 212 days of 100 cameras are 58.04 camera-years: a rate like that of the year before, not seven twelfths of it.
    expect(part?.denominator).toHaveProperty("value", expect.closeTo((100 * 212) / 365.25, 6));
    expect(part?.result).toHaveProperty("value", expect.closeTo(70 / 58.04, 2));
  });

  it("is no headline where a whole year has a number, and is one that says so where none has", () => {
    const cameras = [camerasSince("2020", 100)];
    const counts = [countOf(requested, 120, { year: 2025 }), countOf(requested, 70, running)];
    expect(pointOf("requests-per-camera-year", { cameras, counts })?.period.to).toBe("2025-12-31");
    const alone = pointOf("requests-per-camera-year", { cameras, counts: counts.slice(1) });
    expect(alone).toMatchObject({ months: 7, period: { to: "2026-07-31" } });
  });

  it("is refused a cost that is known for the whole year alone, and both are shown", () => {
    const costs = [costOf({ period: { from: "2026-01-01", to: "2026-12-31" } })];
    const [series, ...others] = computeIndicator(
      indicatorNamed("cost-per-request"),
      factsOf({ costs, counts: [countOf(requested, 70, running)] }),
    );
    expect(others).toEqual([]);
    expect(series?.points).toHaveLength(1);
    expect(series?.points[0]).toMatchObject({
      result: undefined,
      refusals: ["period-differs"],
      months: 7,
      period: { from: seven.from, to: seven.to },
      numerator: { period: { to: "2026-12-31" } },
    });
  });

  it("is at least what it counts where a month between the first and the last is not counted", () => {
    const counts = [countOf(requested, 70, { year: 2026, counted: { ...seven, months: 6 } })];
    const cameras = [camerasSince("2020", 100)];
    expect(pointOf("requests-per-camera-year", { cameras, counts })?.result).toMatchObject({
      bound: "lower",
    });
    const lost = countOf(["availability", "out-of-service"], 100, {
      year: 2026,
      counted: { ...seven, months: 6 },
    });
    expect(pointOf("service-availability", { cameras, counts: [lost] })?.numerator).toMatchObject({
      bound: "upper",
    });
  });
});
