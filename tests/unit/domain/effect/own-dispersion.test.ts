import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestDegrees, ownDispersion } from "#domain/effect/own-dispersion.ts";
import type { StudyYear } from "#domain/effect/study-years.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";

type Counts = readonly (number | undefined)[];
const phase = (name: "before" | "between" | "after", treated: Counts, control: Counts) =>
  treated.map(
    (count, i): StudyYear => ({
      year: 2015 + i,
      phase: name,
      treated: count,
      control: control[i],
      ring: undefined,
      controlRing: undefined,
    }),
  );
const study = (before: [Counts, Counts], after: [Counts, Counts], between: StudyYear[] = []) => [
  ...phase("before", ...before),
  ...between,
  ...phase("after", ...after),
];

describe("the own dispersion of a study", () => {
  it("is the variance over the mean within each area and period, as by hand", () => {
    // Each group: mean 100, Σ(y − 100)² = 200, so χ² = 2 on 2 degrees; four groups: φ = 8 / 8.
    const group = [90, 100, 110];
    const found = ownDispersion(study([group, group], [group, group]));
    expect(found).toMatchObject({ kind: "known", phi: 1, degrees: 8 });
    // 8 / χ²(0.975; 8) = 8 / 17.5345 and 8 / χ²(0.025; 8) = 8 / 2.1797.
    expect(found.kind === "known" && found.interval.low).toBeCloseTo(8 / 17.5345, 4);
    expect(found.kind === "known" && found.interval.high).toBeCloseTo(8 / 2.1797, 3);
  });

  it("takes neither an effect nor a difference between areas for noise", () => {
    const flat = (count: number) => [count, count, count];
    expect(ownDispersion(study([flat(400), flat(50)], [flat(90), flat(60)]))).toMatchObject({
      phi: 0,
    });
  });

  it("leaves out the years in which the cameras came", () => {
    const group = [90, 100, 110];
    const chaos = phase("between", [5000], [7]);
    expect(ownDispersion(study([group, group], [group, group], chaos))).toEqual(
      ownDispersion(study([group, group], [group, group])),
    );
  });

  it("is not told of few years, of silent ones, or where nothing was ever counted", () => {
    const short = study(
      [
        [90, 110],
        [90, 110],
      ],
      [
        [90, 110],
        [90, 110],
      ],
    );
    expect(ownDispersion(short)).toEqual({ kind: "too-short", degrees: 4 });
    const silent = [90, undefined, 110];
    const group = [90, 100, 110];
    expect(ownDispersion(study([silent, group], [group, group]))).toMatchObject({ degrees: 7 });
    const nothing = [0, 0, 0, 0];
    expect(ownDispersion(study([nothing, nothing], [nothing, nothing]))).toEqual({
      kind: "too-short",
      degrees: 0,
    });
    expect(fewestDegrees).toBe(8);
  });

  it("finds again the dispersion that counts were drawn with, within its interval nearly always", () => {
    const random = seededRandom(7, "own dispersion");
    for (const planted of [1.2, 2, 5]) {
      const draws = Array.from({ length: 300 }, () => {
        const draw = (mean: number) =>
          Array.from({ length: 5 }, () => random.overDispersed(mean, planted));
        return ownDispersion(study([draw(300), draw(500)], [draw(200), draw(480)]));
      });
      const known = draws.flatMap((one) => (one.kind === "known" ? [one] : []));
      const mean = known.reduce((sum, { phi }) => sum + phi, 0) / known.length;
      expect(mean / planted).toBeGreaterThan(0.9);
      expect(mean / planted).toBeLessThan(1.1);
      const held = known.filter(
        ({ interval }) => interval.low <= planted && planted <= interval.high,
      );
      expect(held.length / known.length).toBeGreaterThan(0.9);
    }
  });

  it("does not depend on the order of the years, and holds φ in its interval", () => {
    const counts = fc.array(fc.integer({ min: 6, max: 900 }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const found = ownDispersion(study([one, one], [other, other]));
        if (found.kind !== "known") throw new Error("too short");
        expect(found.interval.low).toBeLessThanOrEqual(found.phi);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.phi);
        const turned = ownDispersion(study([one.toReversed(), one], [other, other.toReversed()]));
        expect(turned.kind === "known" && turned.phi).toBeCloseTo(found.phi, 9);
      }),
    );
  });
});
