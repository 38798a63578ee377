import { describe, expect, it } from "vitest";
import { computeIndicator } from "#domain/indicator/compute-indicator.ts";
import { type DistrictFacts, districtFunnel } from "#domain/indicator/district-funnel.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { camerasSince, countOf, factsOf } from "./facts.ts";

const requested = ["footage-review", "requested"] as const;
type Count = Parameters<typeof countOf>[1];

const district = (name: string, cameras: number, ...counts: Count[]): DistrictFacts => ({
  code: name,
  name,
  facts: factsOf({
    cameras: [camerasSince("2015", cameras)],
    counts: counts.map((count, index) => countOf(requested, count, { year: 2024 - index })),
    populations: [{ year: 2026, inhabitants: cameras * 200, sourceId: 5 }],
  }),
});

function funnelOf(id: string, districts: readonly DistrictFacts[]) {
  const indicator = findIndicator(id);
  const city = factsOf({
    cameras: [camerasSince("2015", 200)],
    counts: [2023, 2024].flatMap((year) => [
      countOf(requested, 500, { year }),
      countOf(requested, 100, { year, result: "relevant-found" }),
    ]),
    populations: [{ year: 2026, inhabitants: 40_000, sourceId: 5 }],
  });
  const [like] = indicator ? computeIndicator(indicator, city) : [];
  return indicator && like ? districtFunnel(indicator, like, districts) : undefined;
}

const alike = [20, 25, 30, 35, 40].map((cameras, index) =>
  district(`D${index}`, cameras, Math.round(cameras * 2.5)),
);

describe("districts against the limits of chance", () => {
  it("stand within them when they differ by chance alone, and are never ranked", () => {
    const funnel = funnelOf("requests-per-camera-year", alike.toReversed());
    expect(funnel?.phi).toBe(1);
    expect(funnel?.target).toBeCloseTo(2.5, 1);
    expect(funnel?.points.map(({ name }) => name)).toEqual(["D4", "D3", "D2", "D1", "D0"]);
    expect(new Set(funnel?.points.map(({ standing }) => standing))).toEqual(new Set(["within"]));
    expect(funnel?.limits.at(0)?.exposure).toBeLessThan(20);
    expect(funnel?.limits.at(-1)?.exposure).toBeCloseTo(40, 6);
  });

  it("are outside when they stand out, by the limits that one stands beyond", () => {
    const many = [...alike, ...alike.map((one) => ({ ...one, code: `${one.code}b` }))];
    const standings = (count: number) =>
      funnelOf("requests-per-camera-year", [...many, district("high", 30, count)])?.points.at(-1)
        ?.standing;
    expect(standings(80)).toBe("within");
    expect(standings(95)).toBe("outside-inner");
    expect(standings(160)).toBe("outside-outer");
    expect(standings(20)).toBe("outside-outer");
  });

  it("are given wider limits where they vary more than chance", () => {
    const varied = [20, 180, 40, 200, 30, 170, 50].map((count, index) =>
      district(`V${index}`, 40, count),
    );
    const funnel = funnelOf("requests-per-camera-year", varied);
    expect(funnel?.phi).toBeGreaterThan(10);
    const plain = funnelOf("requests-per-camera-year", alike)?.limits.at(-1)?.limits.warning;
    const wide = funnel?.limits.at(-1)?.limits.warning;
    expect((wide?.high ?? 0) - (funnel?.target ?? 0)).toBeGreaterThan(
      2 * ((plain?.high ?? 0) - 2.5),
    );
  });

  it("are also judged by the additive model, whose limits narrow less as districts grow", () => {
    const small = [40, 60, 45, 55, 40, 60].map((count, index) => district(`S${index}`, 20, count));
    const large = [1600, 2300].map((count, index) => district(`L${index}`, 800, count));
    const funnel = funnelOf("requests-per-camera-year", [...small, ...large]);
    const of = (name: string) => funnel?.points.find((point) => point.name === name);
    expect(funnel?.tauSquared).toBeGreaterThan(0);
    const strayed = funnel?.points.filter(
      ({ standing, additiveStanding }) => standing !== additiveStanding,
    );
    expect(strayed?.map(({ name }) => name)).toEqual(["L0", "L1"]);
    expect(of("L1")).toMatchObject({ additiveStanding: "within" });
    expect(funnelOf("requests-per-camera-year", alike)?.tauSquared).toBe(0);
  });

  it("with fewer than five expected events are named, not drawn, and protected ones are named as such", () => {
    const funnel = funnelOf("requests-per-camera-year", [
      ...alike,
      district("small", 1, 9),
      district("hidden", 20, "withheld"),
      district("unknown", 20),
    ]);
    expect(funnel?.tooFew).toEqual(["small"]);
    expect(funnel?.silent).toEqual([{ name: "hidden", kind: "withheld" }]);
    expect(funnel?.points).toHaveLength(5);
  });

  it("are not drawn when fewer than five may be, or when nothing was counted", () => {
    expect(funnelOf("requests-per-camera-year", alike.slice(1))).toBeUndefined();
    const none = [1, 2, 3, 4, 5].map((index) => district(`Z${index}`, 30, 0));
    expect(funnelOf("requests-per-camera-year", none)).toBeUndefined();
  });

  it("show the latest year that enough of them can be read for", () => {
    const earlier = [1, 2, 3, 4, 5].map((index) => district(`E${index}`, 30, "withheld", 75));
    expect(funnelOf("requests-per-camera-year", earlier)?.period.from).toBe("2023-01-01");
  });

  it("count per thousand inhabitants where the indicator does", () => {
    const funnel = funnelOf("cameras-per-1000-inhabitants", alike);
    expect(funnel?.target).toBeCloseTo(5, 9);
    expect(funnel?.points[0]?.exposure).toBe(4);
  });

  it("have binomial limits for a share, within 0 and 1, at whole numbers of cases", () => {
    const shares = [40, 50, 60, 70, 80].map(
      (cases, index): DistrictFacts => ({
        code: `S${index}`,
        name: `S${index}`,
        facts: factsOf({
          counts: [
            countOf(requested, cases),
            countOf(requested, cases * 0.2, { result: "relevant-found" }),
          ],
        }),
      }),
    );
    const funnel = funnelOf("relevance-rate", shares);
    expect(funnel?.target).toBeCloseTo(0.2, 9);
    for (const { exposure, limits } of funnel?.limits ?? []) {
      expect(Number.isInteger(exposure)).toBe(true);
      expect(limits.alarm.low).toBeGreaterThanOrEqual(0);
      expect(limits.alarm.high).toBeLessThanOrEqual(1);
    }
    const all = shares.map((one) => ({
      ...one,
      facts: factsOf({
        counts: [countOf(requested, 50), countOf(requested, 50, { result: "relevant-found" })],
      }),
    }));
    expect(funnelOf("relevance-rate", all)).toBeUndefined();
  });
});
