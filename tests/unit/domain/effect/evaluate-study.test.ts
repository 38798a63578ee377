import { describe, expect, it } from "vitest";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import { effectStudySchema } from "#domain/effect/effect-study.ts";
import { evaluateStudies, type StudyCell } from "#domain/effect/evaluate-study.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import { plantedEffects } from "#domain/fictional-city/planted-effects.ts";

const study: EffectStudy = {
  reference: "E1",
  titleFr: "Essai",
  titleEn: "Trial",
  definitionCode: "faits",
  treated: ["a"],
  control: ["b"],
  ring: ["c"],
  beforeFrom: "2015-01-01",
  beforeTo: "2018-12-31",
  afterFrom: "2020-01-01",
  afterTo: "2023-12-31",
  startedOn: "2019-06-01",
  startKind: "declared-service",
  controlsComparable: "yes",
  chosenAfterPeak: "no",
  coInterventions: "none",
};

/** Yearly counts of each district, 2015 to 2023. */
function cells(counts: Readonly<Record<string, (year: number) => number | undefined>>) {
  return Object.entries(counts).flatMap(([district, count]) =>
    Array.from(
      { length: 9 },
      (_, i): StudyCell => ({ district, year: 2015 + i, value: count(2015 + i) }),
    ),
  );
}

const halved = cells({
  a: (year) => (year < 2020 ? 400 : 200),
  b: () => 400,
  c: () => 100,
});

describe("a declared study", () => {
  it("gives the ratio of its four counts under each rule, the doubled variance first", () => {
    const [read] = evaluateStudies([study], () => halved);
    expect(read?.counts).toEqual({
      treated: { before: 1600, after: 800 },
      control: { before: 1600, after: 1600 },
      ring: { before: 400, after: 400 },
    });
    expect(read?.effects.map(({ rule }) => rule)).toEqual([
      "doubled",
      "count-dependent",
      "poisson",
    ]);
    expect(read?.effects[0]?.size.ratio).toBe(2);
    expect(read).toMatchObject({ verdict: "fell", level: 3, reasons: [] });
    expect(read?.displacement).toMatchObject({ kind: "interpretable", grossEffect: 800 });
    expect(read?.ringEffect?.ratio).toBe(1);
  });

  it("rises, or does not differ, as its counts say", () => {
    const rose = cells({ a: (year) => (year < 2020 ? 200 : 400), b: () => 400, c: () => 100 });
    const same = cells({ a: () => 400, b: () => 400, c: () => 100 });
    expect(evaluateStudies([study], () => rose)[0]?.verdict).toBe("rose");
    expect(evaluateStudies([study], () => same)[0]?.verdict).toBe("no-difference");
  });

  it("is refused on one silent or small cell, and its sums are not made", () => {
    for (const hidden of [undefined, 5]) {
      const broken = cells({
        a: (year) => (year === 2017 ? hidden : 400),
        b: () => 400,
        c: () => 100,
      });
      const [read] = evaluateStudies([study], () => broken);
      expect(read).toMatchObject({ verdict: "refused", counts: undefined, effects: [] });
      expect(read?.reasons.map(({ code }) => code)).toContain("silent-cells");
    }
  });

  it("says nothing of its ring where that is silent, and stands without it", () => {
    const [read] = evaluateStudies([study], () =>
      halved.filter(({ district }) => district !== "c"),
    );
    expect(read?.counts?.ring).toBeUndefined();
    expect(read?.displacement).toBeUndefined();
    expect(read?.verdict).toBe("fell");
  });

  it.each([
    [{ control: [] }, "no-comparable-control"],
    [{ controlsComparable: "unknown" as const }, "no-comparable-control"],
    [{ ring: [] }, "no-buffer-ring"],
    [{ startKind: "contract" as const }, "start-not-in-service"],
    [{ coInterventions: "not-logged" as const }, "co-interventions-not-logged"],
    [{ beforeFrom: "2016-01-01" }, "pre-trend-not-examined"],
  ])("with %j is refused: %s", (changes, reason) => {
    const [read] = evaluateStudies([{ ...study, ...changes }], () => halved);
    expect(read?.verdict).toBe("refused");
    expect(read?.reasons.map(({ code }) => code)).toContain(reason);
  });

  it("whose areas were already parting is refused", () => {
    const parting = cells({ a: (year) => 4000 / 2 ** (year - 2015), b: () => 400, c: () => 100 });
    const [read] = evaluateStudies([study], () =>
      parting.map((cell) => ({ ...cell, value: Math.round(cell.value ?? 0) })),
    );
    expect(read?.reasons.map(({ code }) => code)).toContain("pre-trend-diverging");
  });

  it("among many needs a smaller p-value: all are comparisons looked at", () => {
    const slight = cells({ a: (year) => (year < 2020 ? 400 : 340), b: () => 400, c: () => 100 });
    const same = cells({ a: () => 400, b: () => 400, c: () => 100 });
    const alone = evaluateStudies([study], () => slight)[0]?.adjustedPValue ?? 1;
    const many = Array.from({ length: 8 }, (_, i) => ({ ...study, reference: `E${i}` }));
    const among = evaluateStudies(many, ({ reference }) => (reference === "E0" ? slight : same));
    expect(among[0]?.adjustedPValue).toBeCloseTo(8 * alone, 12);
  });
});

describe("what a study may be", () => {
  it("has periods that follow and districts in one area each", () => {
    expect(effectStudySchema.safeParse(study).success).toBe(true);
    const wrong = [
      { beforeTo: "2014-12-31" },
      { afterFrom: "2018-12-31" },
      { afterTo: "2019-12-31" },
      { ring: ["b"] },
      { treated: [] },
    ];
    for (const changes of wrong)
      expect(effectStudySchema.safeParse({ ...study, ...changes }).success).toBe(false);
  });
});

describe("Ville-Témoin", () => {
  it("gives back what was planted: thefts of vehicles fell by a fifth, assaults did not change", () => {
    const city = generateCity({ seed: 42218, cameras: 400 });
    const cellsOf = ({ definitionCode, category }: EffectStudy) =>
      city.outcomes
        .filter(
          (row) =>
            row.definition.code === definitionCode &&
            row.category === category &&
            row.areaKind === "district",
        )
        .map((row) => ({
          district: row.areaCode ?? "",
          year: Number(row.periodFrom.slice(0, 4)),
          value: row.state === "zero" ? 0 : row.value,
        }));
    const [vehicles, assaults] = evaluateStudies(city.studies, cellsOf);
    const { factors } = plantedEffects;
    expect(vehicles).toMatchObject({ verdict: "fell", level: 3, reasons: [] });
    expect(vehicles?.effects[0]?.size.interval.low).toBeLessThan(1 / factors.vehicles);
    expect(vehicles?.effects[0]?.size.interval.high).toBeGreaterThan(1 / factors.vehicles);
    expect(assaults).toMatchObject({ verdict: "no-difference" });
    expect(assaults?.effects[0]?.size.interval.low).toBeLessThan(1);
    expect(assaults?.effects[0]?.size.interval.high).toBeGreaterThan(1);
  });
});
