import { describe, expect, it } from "vitest";
import { relativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import { type PanelRow, twoWayFixedEffects } from "#domain/effect/two-way-fixed-effects.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";

const isAfter = [false, false, false, true, true];
const rows: PanelRow[] = [
  { isTreated: true, counts: [100, 110, 95, 70, 80] },
  { isTreated: true, counts: [40, 35, 50, 30, 28] },
  { isTreated: false, counts: [200, 190, 210, 205, 195] },
  { isTreated: false, counts: [60, 75, 70, 66, 71] },
];

const sum = (side: boolean, phase: boolean) =>
  rows
    .filter(({ isTreated }) => isTreated === side)
    .flatMap(({ counts }) => counts.filter((_, t) => isAfter[t] === phase))
    .reduce((total, count) => total + count, 0);

describe("a Poisson regression with effects of districts and years", () => {
  it("has exactly the ratio of the four counts where all are equipped at once", () => {
    const { ratio } = relativeEffectSize({
      treated: { before: sum(true, false), after: sum(true, true) },
      control: { before: sum(false, false), after: sum(false, true) },
    });
    const found = twoWayFixedEffects(rows, isAfter);
    expect(found?.ratio).toBeCloseTo(ratio, 9);
    expect(found?.clusters).toBe(4);
  });

  it("has no width where every district follows the model, and one where districts go their own ways", () => {
    const exact = [
      { isTreated: true, counts: [100, 200, 50, 100] },
      { isTreated: true, counts: [10, 20, 5, 10] },
      { isTreated: false, counts: [100, 200, 100, 200] },
      { isTreated: false, counts: [30, 60, 30, 60] },
    ];
    const found = twoWayFixedEffects(exact, [false, false, true, true]);
    expect(found?.ratio).toBeCloseTo(2, 9);
    expect(found?.interval.high).toBeCloseTo(2, 6);
    const { interval } = twoWayFixedEffects(rows, isAfter) ?? {};
    expect(Math.log((interval?.high ?? 0) / (interval?.low ?? 1))).toBeGreaterThan(0.05);
  });

  it("is the same with a district that counts nothing, left out", () => {
    const empty = { isTreated: false, counts: [0, 0, 0, 0, 0] };
    expect(twoWayFixedEffects([...rows, empty], isAfter)).toEqual(
      twoWayFixedEffects(rows, isAfter),
    );
  });

  it("is narrower at a lower level", () => {
    const width = (level: number) => {
      const { low, high } = twoWayFixedEffects(rows, isAfter, level)?.interval ?? {
        low: 1,
        high: 1,
      };
      return Math.log(high / low);
    };
    expect(width(0.5)).toBeLessThan(width(0.95));
  });

  it("is not computed of one district on a side, without a period, or where a year or a side is empty", () => {
    expect(twoWayFixedEffects(rows.slice(1), isAfter)).toBeUndefined();
    expect(twoWayFixedEffects(rows, [false, false, false, false, false])).toBeUndefined();
    expect(twoWayFixedEffects(rows, [true, true, true, true, true])).toBeUndefined();
    const emptyYear = rows.map((row) => ({ ...row, counts: [0, ...row.counts.slice(1)] }));
    expect(twoWayFixedEffects(emptyYear, isAfter)).toBeUndefined();
    const allGone = rows.map((row) =>
      row.isTreated ? { ...row, counts: row.counts.map((n, t) => (isAfter[t] ? 0 : n)) } : row,
    );
    expect(twoWayFixedEffects(allGone, isAfter)).toBeUndefined();
    const half = [{ isTreated: true, counts: [0.5, 1, 1, 1, 1] }, ...rows];
    expect(() => twoWayFixedEffects(half, isAfter)).toThrow("A yearly count");
  });

  it("holds the truth about 95 times in 100 with ten districts on each side, whatever each district's own course", () => {
    const random = seededRandom(11, "clusters");
    const truth = 1.25;
    const runs = 300;
    const held = Array.from({ length: runs }, () => {
      const panel = Array.from({ length: 20 }, (_, i): PanelRow => {
        const isTreated = i < 10;
        // Each district has a course of its own: its years after move together.
        const own = Math.exp(0.15 * random.normal());
        const counts = isAfter.map((after) =>
          random.poisson((80 + 10 * i) * (after ? own * (isTreated ? 1 / truth : 1) : 1)),
        );
        return { isTreated, counts };
      });
      const { interval } = twoWayFixedEffects(panel, isAfter) ?? {};
      return interval !== undefined && interval.low <= truth && truth <= interval.high;
    }).filter(Boolean).length;
    expect(held / runs).toBeGreaterThan(0.9);
  });
});
