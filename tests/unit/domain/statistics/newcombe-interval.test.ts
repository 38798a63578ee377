import fc from "fast-check";
import { expect, it } from "vitest";
import { newcombeInterval } from "#domain/statistics/newcombe-interval.ts";

const of = (successes: number, trials: number) => ({ successes, trials });

it("is 0.0524–0.3339 for 56/70 less 48/80 (Newcombe 1998, table II, method 10)", () => {
  const { low, high } = newcombeInterval(of(48, 80), of(56, 70));
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

it("holds the difference, stays between −1 and 1, and turns with its two sides", () => {
  const proportion = fc
    .record({
      trials: fc.integer({ min: 1, max: 500 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ trials, part }) => of(Math.round(part * trials), trials));
  fc.assert(
    fc.property(proportion, proportion, (first, second) => {
      const difference = second.successes / second.trials - first.successes / first.trials;
      const { low, high } = newcombeInterval(first, second);
      expect(low).toBeLessThanOrEqual(difference + 1e-12);
      expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
      const turned = newcombeInterval(second, first);
      expect(turned.low).toBeCloseTo(-high, 12);
      expect(turned.high).toBeCloseTo(-low, 12);
    }),
  );
});
