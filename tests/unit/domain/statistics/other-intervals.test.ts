import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byarInterval } from "#domain/statistics/byar-interval.ts";
import { clopperPearsonInterval } from "#domain/statistics/clopper-pearson-interval.ts";
import { garwoodInterval } from "#domain/statistics/garwood-interval.ts";
import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { jeffreysInterval } from "#domain/statistics/jeffreys-interval.ts";
import { jeffreysPoissonInterval } from "#domain/statistics/jeffreys-poisson-interval.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";

const near = ({ low, high }: IntervalBounds, expected: readonly [number, number]) => {
  expect(low).toBeCloseTo(expected[0], 6);
  expect(high).toBeCloseTo(expected[1], 6);
};

/** Expected values: SciPy 1.17, computed. */
describe("the other intervals of a proportion", () => {
  it("Clopper–Pearson gives 3.71–8.75 % for 22 of 375", () => {
    near(clopperPearsonInterval(22, 375), [0.0371275836, 0.0874774907]);
  });
  it("Clopper–Pearson gives 0–16.84 % for 0 of 20, mirrored for 20 of 20", () => {
    near(clopperPearsonInterval(0, 20), [0, 0.1684334711]);
    near(clopperPearsonInterval(20, 20), [0.8315665289, 1]);
  });
  it("Jeffreys gives 3.82–8.59 % for 22 of 375", () => {
    near(jeffreysInterval(22, 375), [0.038198955, 0.085905707]);
  });
  it("Jeffreys reaches exactly 0 and 1 at the ends", () => {
    near(jeffreysInterval(0, 20), [0, 0.116638982]);
    near(jeffreysInterval(20, 20), [0.883361018, 1]);
  });
  it("Clopper–Pearson is never narrower than Jeffreys; all three hold the observed share", () => {
    const trials = fc.integer({ min: 1, max: 400 });
    const sample = trials.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(sample, ([successes, n]) => {
        const [exact, bayes] = [
          clopperPearsonInterval(successes, n),
          jeffreysInterval(successes, n),
        ];
        expect(exact.low).toBeLessThanOrEqual(bayes.low + 1e-7);
        expect(exact.high).toBeGreaterThanOrEqual(bayes.high - 1e-7);
        for (const interval of [exact, bayes, wilsonInterval(successes, n)]) {
          expect(interval.low).toBeLessThanOrEqual(successes / n + 1e-9);
          expect(interval.high).toBeGreaterThanOrEqual(successes / n - 1e-9);
        }
      }),
    );
  });
});

describe("the other intervals of a Poisson count", () => {
  it("Byar gives 4.787–18.391 for 10, within 0.01 of the exact 4.795–18.390", () => {
    near(byarInterval(10), [4.787449914, 18.391458606]);
  });
  it("Byar starts at 0 and falls two hundredths short of the exact 3.689 for no event", () => {
    near(byarInterval(0), [0, 3.668011832]);
  });
  it("Jeffreys gives 5.141–17.739 for 10", () => {
    near(jeffreysPoissonInterval(10), [5.1414488913, 17.739437953]);
  });
  it("Jeffreys starts at exactly 0 for no event", () => {
    near(jeffreysPoissonInterval(0), [0, 2.5119430937]);
  });
  it("Garwood holds Jeffreys for every count", () => {
    fc.assert(
      fc.property(fc.nat(5000), (count) => {
        const [exact, bayes] = [garwoodInterval(count), jeffreysPoissonInterval(count)];
        expect(exact.low).toBeLessThanOrEqual(bayes.low);
        expect(exact.high).toBeGreaterThanOrEqual(bayes.high);
      }),
    );
  });
});
