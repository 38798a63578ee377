import { describe, expect, it } from "vitest";
import { preTrend } from "#domain/effect/pre-trend.ts";
import { relativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";

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

  it("is read by year too, from two years on", () => {
    const years = [400, 380, 395, 390].map((treated) => ({ treated, control: 2 * treated }));
    expect(preTrend(years, { grain: "year" })).toMatchObject({ diverges: false });
    const parting = [400, 200, 100, 50].map((treated) => ({ treated, control: 400 }));
    for (const few of [parting, parting.slice(0, 3), parting.slice(0, 2)])
      expect(preTrend(few, { grain: "year" })).toMatchObject({ diverges: true });
    expect(() => preTrend(years.slice(3), { grain: "year" })).toThrow("A pre-trend, in years,");
  });

  it("of two years is the relative effect size of the second against the first, variance doubled", () => {
    const [trend, size] = [
      preTrend(
        [
          { treated: 399, control: 400 },
          { treated: 349, control: 420 },
        ],
        { grain: "year" },
      ),
      relativeEffectSize({
        treated: { before: 400, after: 350 },
        control: { before: 400, after: 420 },
      }),
    ];
    expect(trend.ratio).toBeCloseTo(1 / size.ratio, 2);
    expect(trend.interval.low).toBeCloseTo(1 / size.interval.high, 2);
    expect(trend.interval.high).toBeCloseTo(1 / size.interval.low, 2);
  });

  it("of four years takes Student's quantile on two degrees of freedom, wider than the normal one", () => {
    const years = [300, 500, 280, 520].map((treated) => ({ treated, control: 400 }));
    const { ratio, interval } = preTrend(years, { grain: "year" });
    const weights = years.map(
      ({ treated, control }) => 1 / (1 / (treated + 0.5) + 1 / (control + 0.5)),
    );
    const values = years.map(({ treated, control }) => Math.log((treated + 0.5) / (control + 0.5)));
    const mean = (of: readonly number[]) =>
      of.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    const [centre, level] = [mean([0, 1, 2, 3]), mean(values)];
    const sum = (term: (i: number) => number) =>
      weights.reduce((total, weight, i) => total + weight * term(i), 0);
    const spread = sum((i) => (i - centre) ** 2);
    const residual = sum((i) => ((values[i] ?? 0) - level - Math.log(ratio) * (i - centre)) ** 2);
    const half = (Math.log(interval.high) - Math.log(interval.low)) / 2;
    // 4.3027: Student's 97.5 % quantile with two degrees of freedom, as printed in tables.
    expect(half / Math.sqrt(residual / 2 / spread)).toBeCloseTo(4.3027, 3);
  });

  it.each([
    [2, 4],
    [1.6, 3],
    [4, 4],
    [4, 6],
  ])(
    "of counts %d times as dispersed as chance, over %d parallel years, cries divergence one time in twenty at most",
    (dispersion, count) => {
      const random = seededRandom(7, `pre-trend ${dispersion} ${count}`);
      const draw = (mean: number) => random.overDispersed(mean, dispersion);
      const runs = 2000;
      const cried = Array.from({ length: runs }, () =>
        preTrend(
          Array.from({ length: count }, () => ({ treated: draw(300), control: draw(500) })),
          { grain: "year" },
        ),
      ).filter(({ diverges }) => diverges).length;
      expect(cried / runs).toBeLessThan(0.065);
    },
  );

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
