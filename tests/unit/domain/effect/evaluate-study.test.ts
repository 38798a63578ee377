import { describe, expect, it } from "vitest";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import { effectStudySchema } from "#domain/effect/effect-study.ts";
import { evaluateStudies } from "#domain/effect/evaluate-study.ts";
import type { StudyCell } from "#domain/effect/study-years.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import { plantedRatios } from "#domain/fictional-city/studies.ts";

const study: EffectStudy = {
  reference: "E1",
  titleFr: "Essai",
  titleEn: "Trial",
  definitionCode: "faits",
  treated: ["a"],
  control: ["b"],
  ring: ["c"],
  controlRing: ["d"],
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
      controlRing: undefined,
    });
    expect(read?.effects.map(({ rule }) => rule)).toEqual([
      "doubled",
      "quasi-poisson",
      "count-dependent",
      "poisson",
    ]);
    expect(read?.effects[0]?.size.ratio).toBe(2);
    // Counts that never move vary less than chance: the interval is then Poisson's, never narrower.
    expect(read?.dispersion).toMatchObject({ kind: "known", phi: 0, degrees: 12 });
    const sizes = new Map(read?.effects.map(({ rule, size }) => [rule, size.interval]));
    expect(sizes.get("quasi-poisson")).toEqual(sizes.get("poisson"));
    expect(read).toMatchObject({ verdict: "fell", level: 3, reasons: [] });
    expect(read?.displacement?.quotient).toMatchObject({
      kind: "interpretable",
      grossEffect: 800,
    });
    expect(read?.displacement?.ringEffect?.ratio).toBe(1);
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
    expect(read?.displacement).toMatchObject({ quotient: undefined, hasRings: false });
    expect(read?.verdict).toBe("fell");
  });

  it.each([
    [{ control: [] }, "no-comparable-control"],
    [{ controlsComparable: "unknown" as const }, "no-comparable-control"],
    [{ ring: [] }, "no-buffer-ring"],
    [{ startKind: "contract" as const }, "start-not-in-service"],
    [{ startedOn: undefined }, "start-not-in-service"],
    [{ startedOn: "2018-12-31" }, "start-within-periods"],
    [{ startedOn: "2020-01-02" }, "start-within-periods"],
    [{ coInterventions: "not-logged" as const }, "co-interventions-not-logged"],
    [{ coInterventions: "some" as const }, "co-interventions-not-logged"],
    [{ beforeFrom: "2018-01-01" }, "pre-trend-not-examined"],
  ])("with %j is refused: %s", (changes, reason) => {
    const [read] = evaluateStudies([{ ...study, ...changes }], () => halved);
    expect(read?.verdict).toBe("refused");
    expect(read?.reasons.map(({ code }) => code)).toContain(reason);
  });

  it("leans on its own dispersion where that is wider than the doubled variance, everywhere", () => {
    const wild = cells({
      a: (year) => (year < 2020 ? 400 : 340) + (year % 2) * 120,
      b: (year) => 400 + (year % 3) * 60,
      c: () => 100,
    });
    const [read] = evaluateStudies([study], () => wild);
    if (read?.dispersion?.kind !== "known") throw new Error("known");
    const { phi } = read.dispersion;
    expect(phi).toBeGreaterThan(2);
    expect(read.leaned).toEqual({ kind: "quasi-poisson", phi });
    expect(read.effects.map(({ rule }) => rule)).toEqual([
      "quasi-poisson",
      "doubled",
      "count-dependent",
      "poisson",
    ]);
    const [own, doubled] = read.effects.map(({ size }) => size);
    expect(own?.variance).toBeCloseTo(((doubled?.variance ?? 0) * phi) / 2, 12);
    expect(read.adjustedPValue).toBe(own?.pValue);
    const { difference, poissonDifference } = read.displacement ?? {};
    expect((difference?.standardError ?? 0) / (poissonDifference?.standardError ?? 1)).toBeCloseTo(
      Math.sqrt(phi),
      9,
    );
  });

  it("with a dated log of what else was done is read with a warning", () => {
    const [read] = evaluateStudies(
      [
        {
          ...study,
          coInterventions: "some",
          otherMeasures: ["works 2017-03-06/2017-11-24 [b]: quays"],
        },
      ],
      () => halved,
    );
    expect(read?.verdict).toBe("fell");
    expect(read?.reasons.map(({ code }) => code)).toEqual(["co-interventions"]);
  });

  it("is also read by inhabitant where those were counted twice: a population that halves is no effect", () => {
    const populations = [2015, 2018, 2020, 2023].flatMap((year) => [
      { district: "a", year, inhabitants: year < 2019 ? 2000 : 1000 },
      { district: "b", year, inhabitants: 3000 },
    ]);
    const [read] = evaluateStudies([study], () => halved, { populations });
    expect(read?.effects[0]?.size.ratio).toBe(2);
    expect(read?.perInhabitant?.ratio).toBeCloseTo(1, 9);
    expect(read?.perInhabitant?.variance).toBe(read?.effects[0]?.size.variance);
    expect(evaluateStudies([study], () => halved)[0]?.perInhabitant).toBeUndefined();
  });

  it("published as percentages has a ratio without interval, and is refused (Painter & Farrington 1999)", () => {
    const [read] = evaluateStudies(
      [{ ...study, publishedTreatedChange: -43, publishedControlChange: -2 }],
      () => [],
    );
    expect(read?.published).toBeCloseTo(1.72, 2);
    expect(read).toMatchObject({ verdict: "refused", effects: [], counts: undefined });
    expect(evaluateStudies([study], () => halved)[0]?.published).toBeUndefined();
  });

  it("of two years before is read with a warning: its trends stand on few points", () => {
    const [read] = evaluateStudies([{ ...study, beforeFrom: "2017-01-01" }], () => halved);
    expect(read?.verdict).toBe("fell");
    expect(read?.reasons.map(({ code }) => code)).toEqual(["pre-trend-short"]);
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
      { controlRing: ["c"] },
      { treated: [] },
      { otherMeasures: ["works 2017-03-06/2017-11-24: quays"] },
      { coInterventions: "some" as const, otherMeasures: ["some works in 2017"] },
      { harmWeights: ["theft=3"] },
      { harmSource: "An index" },
      { harmWeights: ["theft"], harmSource: "An index" },
      { publishedTreatedChange: -28 },
      { publishedTreatedChange: -100, publishedControlChange: -2 },
    ];
    for (const changes of wrong)
      expect(effectStudySchema.safeParse({ ...study, ...changes }).success).toBe(false);
  });
});

describe("a study held against the registry", () => {
  const flat = cells({ a: () => 400, b: () => 400, c: () => 100, d: () => 100 });
  const read = (installations: { district: string; year: number | null; cameras: number }[]) =>
    evaluateStudies([study], () => flat, { inhabitants: new Map(), installations })[0];

  it("is warned where controls were equipped while it lasted, and only then", () => {
    for (const [year, warned] of [
      [2014, false],
      [2015, true],
      [2023, true],
      [2024, false],
      [null, false],
    ] as const) {
      const codes = read([{ district: "b", year, cameras: 2 }])?.reasons.map(({ code }) => code);
      expect(codes?.includes("controls-equipped"), String(year)).toBe(warned);
    }
  });

  it("is refused where its districts were equipped one after the other", () => {
    const two = { ...study, treated: ["a", "e"] };
    const both = [...flat, ...cells({ e: () => 300 })];
    const at = (year: number) =>
      evaluateStudies([two], () => both, {
        inhabitants: new Map(),
        installations: [
          { district: "a", year: 2019, cameras: 1 },
          { district: "e", year, cameras: 1 },
        ],
      })[0];
    expect(at(2019)?.verdict).toBe("no-difference");
    expect(at(2021)?.verdict).toBe("refused");
    expect(at(2021)?.reasons.map(({ code }) => code)).toEqual(["naive-staggered-estimator"]);
  });

  it("takes no account of cameras that stood before it, and sees a second wave after a common first year", () => {
    const two = { ...study, treated: ["a", "e"] };
    const both = [...flat, ...cells({ e: () => 300 })];
    const at = (...installed: [string, number, number][]) =>
      evaluateStudies([two], () => both, {
        inhabitants: new Map(),
        installations: installed.map(([district, year, cameras]) => ({ district, year, cameras })),
      })[0];
    const first: [string, number, number][] = [
      ["a", 2005, 9],
      ["e", 2010, 9],
      ["a", 2019, 20],
      ["e", 2019, 20],
    ];
    expect(at(...first)?.equipment).toMatchObject({ waves: [2019], isStaggered: false });
    expect(at(...first)?.reasons).toEqual([]);
    const later = at(...first, ["e", 2021, 20]);
    expect(later?.equipment.waves).toEqual([2019, 2021]);
    expect(later?.reasons.map(({ code }) => code)).toEqual(["naive-staggered-estimator"]);
    // One camera in twenty-one is no wave.
    expect(at(...first, ["e", 2021, 1])?.equipment.isStaggered).toBe(false);
  });

  it("is not staggered by waves that all fall between its periods", () => {
    const wide = { ...study, beforeTo: "2017-12-31" };
    const waves = evaluateStudies([wide], () => flat, {
      inhabitants: new Map(),
      installations: [2018, 2019].map((year) => ({ district: "a", year, cameras: 5 })),
    })[0]?.equipment;
    expect(waves).toMatchObject({ waves: [2018, 2019], isStaggered: false });
  });

  it("is warned where the registry dates no camera from its start, and not where a camera has no year", () => {
    const codes = (year: number | null) =>
      read([
        { district: "a", year: 2012, cameras: 4 },
        { district: "a", year, cameras: 2 },
      ])?.reasons.map(({ code }) => code);
    expect(codes(2018)).toEqual([]);
    expect(codes(2019)).toEqual([]);
    expect(codes(null)).toEqual([]);
    expect(codes(2022)).toEqual(["start-contradicted"]);
    const undated = evaluateStudies([{ ...study, startedOn: undefined }], () => flat, {
      inhabitants: new Map(),
      installations: [{ district: "a", year: 2012, cameras: 4 }],
    })[0];
    expect(undated?.equipment.isStartContradicted).toBe(false);
  });

  it("counts its cameras by when they came", () => {
    const { areas } =
      read([
        { district: "a", year: 2014, cameras: 3 },
        { district: "a", year: 2019, cameras: 5 },
        { district: "a", year: null, cameras: 1 },
        { district: "d", year: 2024, cameras: 7 },
      ])?.equipment ?? {};
    expect(areas?.treated).toEqual({ before: 3, during: 5, later: 0, undated: 1 });
    expect(areas?.controlRing).toEqual({ before: 0, during: 0, later: 7, undated: 0 });
  });
});

describe("a study cut by dates", () => {
  it("takes only whole years, and without a whole year on each side compares nothing", () => {
    const flat = cells({ a: () => 400, b: () => 400 });
    const cut = {
      ...study,
      ring: [],
      controlRing: [],
      beforeFrom: "2015-07-01",
      beforeTo: "2016-06-30",
    };
    const [read] = evaluateStudies([cut], () => flat);
    expect(read?.years.filter(({ phase }) => phase === "before")).toEqual([]);
    expect(read?.counts).toBeUndefined();
    expect(read?.verdict).toBe("refused");
    expect(read?.reasons.map(({ code }) => code)).toContain("period-too-short");
  });
});

describe("Ville-Témoin", () => {
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
  const registry = {
    inhabitants: new Map(
      city.populations.flatMap(({ districtCode, year, inhabitants }) =>
        districtCode && year === 2018 ? [[districtCode, inhabitants] as const] : [],
      ),
    ),
    installations: [...city.cameras].map(({ districtCode, installedOn }) => ({
      district: districtCode ?? "",
      year: installedOn ? Number(installedOn.slice(0, 4)) : null,
      cameras: 1,
    })),
    populations: city.populations.flatMap(({ districtCode, year, inhabitants }) =>
      districtCode ? [{ district: districtCode, year, inhabitants }] : [],
    ),
    outlines: new Map(city.districts.map(({ code, geometry }) => [code, geometry])),
  };
  const [vehicles, assaults, damage, percentages] = evaluateStudies(
    city.studies,
    cellsOf,
    registry,
  );

  it("gives back what was planted: vehicle offences fell by a fifth, assaults did not change", () => {
    for (const [read, verdict] of [
      [vehicles, "fell"],
      [assaults, "no-difference"],
    ] as const) {
      const planted = read && plantedRatios(read.study);
      const [headline] = read?.effects ?? [];
      expect(read).toMatchObject({ verdict, level: 3 });
      expect(headline?.size.interval.low).toBeLessThan(planted?.treated ?? 0);
      expect(headline?.size.interval.high).toBeGreaterThan(planted?.treated ?? 9);
      const ring = read?.displacement?.ringEffect?.interval;
      expect(ring?.low).toBeLessThan(planted?.ring ?? 0);
      expect(ring?.high).toBeGreaterThan(planted?.ring ?? 9);
    }
  });

  it("says that the controls were equipped too, as the registry has it", () => {
    const reasons = [vehicles, assaults].map((read) => read?.reasons.map(({ code }) => code));
    expect(reasons).toEqual([["controls-equipped"], ["co-interventions", "controls-equipped"]]);
    expect(vehicles?.equipment.isStaggered).toBe(false);
  });

  it("gives back what was planted by district too, with an interval by whole districts", () => {
    for (const [read, planted] of [
      [vehicles, 1.25],
      [assaults, 1],
    ] as const) {
      const { ratio, interval, clusters } = read?.byDistrict ?? {};
      expect(ratio).toBeCloseTo(read?.effects[0]?.size.ratio ?? 0, 9);
      expect(interval?.low).toBeLessThan(planted);
      expect(interval?.high).toBeGreaterThan(planted);
      expect(clusters).toBe((read?.study.treated.length ?? 0) + (read?.study.control.length ?? 0));
    }
    // One district, equipped in two waves.
    expect(damage?.byDistrict).toBeUndefined();
  });

  it("has vehicle offences by inhabitant beside, which hold the planted effect too", () => {
    const { interval } = vehicles?.perInhabitant ?? {};
    expect(interval?.low).toBeLessThan(1.25);
    expect(interval?.high).toBeGreaterThan(1.25);
  });

  it("weighs vehicle offences and assaults by their harm: neither what was planted nor chance takes the sum above the controls", () => {
    expect(assaults?.harm?.silent).toEqual([]);
    const { interval } = assaults?.harm?.difference ?? {};
    expect(interval?.low).toBeLessThan(0);
    expect(vehicles?.harm).toBeUndefined();
  });

  it("has a study that was published as percentages, with its ratio", () => {
    expect(percentages?.verdict).toBe("refused");
    expect(percentages?.published).toBeCloseTo(0.89 / 0.72, 9);
  });

  it("refuses the study that nothing allows to read, and keeps its figures", () => {
    expect(damage?.verdict).toBe("refused");
    expect(damage?.reasons.map(({ code }) => code)).toEqual([
      "no-comparable-control",
      "weak-design",
      "co-interventions-not-logged",
      "start-not-in-service",
      "no-buffer-ring",
      "controls-near",
      "naive-staggered-estimator",
      "pre-trend-short",
      "regression-to-the-mean",
      "controls-equipped",
    ]);
    expect(damage?.effects.length).toBeGreaterThanOrEqual(3);
  });

  it("plants nothing behind a study of other districts or categories, or of unlike ones", () => {
    const { study: declared } = vehicles ?? {};
    if (!declared) throw new Error("declared");
    expect(plantedRatios(declared)).toEqual({ treated: 1.25, ring: 1 / 1.1 });
    expect(plantedRatios({ ...declared, treated: ["X"] })).toBeUndefined();
    expect(plantedRatios({ ...declared, category: "autre" })).toBeUndefined();
    expect(plantedRatios({ ...declared, treated: ["VT03", "VT09"] })).toBeUndefined();
    expect(plantedRatios({ ...declared, ring: [] })).toEqual({ treated: 1.25, ring: undefined });
  });
});
