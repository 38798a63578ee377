import { describe, expect, it } from "vitest";
import { preTrend } from "#domain/effect/pre-trend.ts";

type Count = (month: number) => number;
const year = (treated: Count, control: Count) =>
  Array.from({ length: 12 }, (_, month) => ({ treated: treated(month), control: control(month) }));

describe("the trend before the scheme", () => {
  it("is parallel for two areas that rise alike", () => {
    const rising: Count = (m) => 100 + 5 * m;
    const trend = preTrend(year(rising, rising));
    expect(trend.ratio).toBeCloseTo(1, 12);
    expect(trend.diverges).toBe(false);
  });

  it("diverges when one area rises 10 % a month, and 1.1 is in the interval", () => {
    const [rising, flat]: [Count, Count] = [(m) => Math.round(1000 * 1.1 ** m), () => 1000];
    const trend = preTrend(year(rising, flat));
    expect(trend.ratio).toBeCloseTo(1.1, 3);
    expect(trend.interval.low).toBeLessThan(1.1);
    expect(trend.interval.high).toBeGreaterThan(1.1);
    expect(trend.diverges).toBe(true);
    expect(preTrend(year(flat, rising))).toMatchObject({ diverges: true });
  });

  it("does not cry divergence from noise: scattered months widen the interval", () => {
    const noisy: Count = (m) => (m % 3 === 0 ? 300 : 100) + m;
    const { interval, diverges } = preTrend(year(noisy, () => 150));
    expect(diverges).toBe(false);
    expect(interval.high / interval.low).toBeGreaterThan(1.1);
  });

  it("stands empty months", () => {
    const silent: Count = () => 0;
    expect(preTrend(year(silent, silent))).toMatchObject({ ratio: 1, diverges: false });
  });

  it("is read by year too, from four years on", () => {
    const years = [400, 380, 395, 390].map((treated) => ({ treated, control: 2 * treated }));
    expect(preTrend(years, { grain: "year" })).toMatchObject({ diverges: false });
    const parting = [400, 200, 100, 50].map((treated) => ({ treated, control: 400 }));
    expect(preTrend(parting, { grain: "year" })).toMatchObject({ diverges: true });
    expect(() => preTrend(years.slice(1), { grain: "year" })).toThrow("A pre-trend, in years,");
  });

  it("needs twelve months, counted", () => {
    const months = year(
      () => 5,
      () => 5,
    );
    expect(() => preTrend(months.slice(1))).toThrow("needs at least 12 entries; got 11.");
    expect(() => preTrend([...months, { treated: 0.5, control: 1 }])).toThrow(
      "The count of the treated area",
    );
    expect(() => preTrend([...months, { treated: 1, control: -1 }])).toThrow(
      "The count of the control area",
    );
  });
});
