import { describe, expect, it } from "vitest";
import type { EvaluatedStudy } from "#domain/effect/evaluate-study.ts";
import { poolStudies } from "#domain/effect/pool-studies.ts";

const study = (
  logarithm: number,
  district: string,
  changes: { category?: string | undefined; verdict?: EvaluatedStudy["verdict"] } = {},
) =>
  ({
    study: {
      definitionCode: "recorded",
      category: "category" in changes ? changes.category : "damage",
      treated: [district],
      control: [`${district}-control`],
    },
    verdict: changes.verdict ?? "no-difference",
    effects: [{ rule: "doubled", size: { logarithm, variance: 0.01 } }],
  }) as unknown as EvaluatedStudy;

describe("studies of one outcome", () => {
  it("are pooled with random effects, as by hand", () => {
    // Mean 0.4; Q = 2 × 0.2² / 0.01 = 8; τ² = (8 − 1) / (200 − 20,000/200) = 0.07; variance 1 / (2 / 0.08) = 0.04.
    const [group] = poolStudies([study(0.2, "A"), study(0.6, "B")]);
    if (group?.result.kind !== "pooled") throw new Error("not pooled");
    const { ratio, interval, iSquared, tauSquared } = group.result;
    expect(Math.log(ratio)).toBeCloseTo(0.4, 9);
    expect(Math.log(interval.low)).toBeCloseTo(0.4 - 1.959964 * 0.2, 6);
    expect(Math.log(interval.high)).toBeCloseTo(0.4 + 1.959964 * 0.2, 6);
    expect(tauSquared).toBeCloseTo(0.07, 9);
    expect(iSquared).toBeCloseTo(7 / 8, 9);
    // Fixed: variance 1 / 200. Multiplicative: that times Q / (k − 1) = 8, here as wide as by random effects.
    const { fixed, multiplicative } = group.result.others;
    expect(Math.log(fixed.ratio)).toBeCloseTo(0.4, 9);
    expect(Math.log(fixed.interval.high)).toBeCloseTo(0.4 + 1.959964 * Math.sqrt(0.005), 6);
    expect(Math.log(multiplicative.interval.high)).toBeCloseTo(0.4 + 1.959964 * 0.2, 6);
  });

  it("of all categories together are pooled with one another alone", () => {
    const all = { category: undefined };
    const studies = [study(0.2, "A", all), study(0.6, "B", all), study(0.3, "C")];
    expect(poolStudies(studies).map((group) => group.studies.length)).toEqual([2]);
  });

  it("say no heterogeneity where chance explains all of it", () => {
    const [group] = poolStudies([study(0.2, "A"), study(0.25, "B")]);
    expect(group?.result).toMatchObject({ kind: "pooled", iSquared: 0, tauSquared: 0 });
  });

  it("are not pooled with another category, with a refused one, or where a district is in two", () => {
    expect(poolStudies([study(0.2, "A"), study(0.3, "B", { category: "theft" })])).toEqual([]);
    const refused = study(0.3, "B", { verdict: "refused" });
    expect(poolStudies([study(0.2, "A"), refused])[0]?.result).toEqual({
      kind: "refused",
      studies: [refused],
    });
    expect(poolStudies([study(0.2, "A"), study(0.3, "A")])[0]?.result.kind).toBe("shared-areas");
  });
});
