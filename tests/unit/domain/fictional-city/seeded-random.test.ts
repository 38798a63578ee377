import { describe, expect, it } from "vitest";
import { nextXoshiro, seededRandom } from "#domain/fictional-city/seeded-random.ts";

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe("The seeded generator", () => {
  it("gives the published outputs of xoshiro128** 1.1 from the state 1, 2, 3, 4", () => {
    const words: [number, number, number, number] = [1, 2, 3, 4];
    expect(draws(10, () => nextXoshiro(words))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it("repeats a stream for a seed and a name, and gives another for another name or seed", () => {
    const first = (seed: number, name: string) => draws(5, seededRandom(seed, name).uniform);
    expect(first(7, "costs")).toEqual(first(7, "costs"));
    expect(first(7, "costs")).not.toEqual(first(7, "cameras"));
    expect(first(7, "costs")).not.toEqual(first(8, "costs"));
  });

  it("keeps whole numbers between their ends, both reached", () => {
    const random = seededRandom(1, "integers");
    const values = draws(500, () => random.integer(3, 6));
    expect([...new Set(values)].sort()).toEqual([3, 4, 5, 6]);
  });

  it("chooses by weight and never what weighs nothing", () => {
    const random = seededRandom(1, "weights");
    const values = Array.from({ length: 4000 }, () =>
      random.choose([
        ["often", 3],
        ["never", 0],
        ["seldom", 1],
      ]),
    );
    expect(values).not.toContain("never");
    expect(values.filter((value) => value === "often").length / 4000).toBeCloseTo(0.75, 1);
  });

  it.each([0.4, 12, 250])("draws Poisson counts of mean %d with a variance equal to it", (rate) => {
    const random = seededRandom(2, `poisson ${rate}`);
    const values = draws(20_000, () => random.poisson(rate));
    expect(mean(values) / rate).toBeCloseTo(1, 1);
    expect(variance(values) / rate).toBeCloseTo(1, 1);
  });

  it.each([0.5, 6, 90])("draws counts of mean %d whose variance is 1.8 times the mean", (rate) => {
    const random = seededRandom(3, `dispersed ${rate}`);
    const values = draws(40_000, () => random.overDispersed(rate, 1.8));
    expect(mean(values) / rate).toBeCloseTo(1, 1);
    expect(variance(values) / rate / 1.8).toBeCloseTo(1, 1);
  });

  it("draws a standard normal law and a binomial one", () => {
    const random = seededRandom(4, "laws");
    const normal = draws(20_000, random.normal);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(variance(normal)).toBeCloseTo(1, 1);
    expect(mean(draws(5000, () => random.binomial(40, 0.3)))).toBeCloseTo(12, 0);
    expect(random.binomial(10, 0)).toBe(0);
    expect(random.binomial(10, 1)).toBe(10);
  });
});

describe("at the ends of its laws", () => {
  it("picks among entries that all weigh nothing", () => {
    const random = seededRandom(3, "no weight");
    const chosen = draws(50, () => 0).map(() =>
      random.choose([
        ["one", 0],
        ["other", 0],
      ]),
    );
    expect(new Set(chosen)).toEqual(new Set(["one", "other"]));
  });

  it("counts nothing of nothing, and like Poisson without over-dispersion", () => {
    const random = seededRandom(3, "poisson");
    expect(random.overDispersed(0, 2)).toBe(0);
    expect(random.overDispersed(-1, 2)).toBe(0);
    const counts = draws(4000, () => random.overDispersed(5, 1));
    expect(variance(counts) / mean(counts)).toBeCloseTo(1, 0);
  });
});
