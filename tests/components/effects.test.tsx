import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { ShownStudy } from "#components/effect/effect-props.ts";
import { EffectsSheet } from "#components/effect/effects-sheet.tsx";
import { StudySheet } from "#components/effect/study-sheet.tsx";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import { evaluateStudies } from "#domain/effect/evaluate-study.ts";
import { rulesOfEvidence } from "#domain/effect/reasons-not-to-conclude.ts";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const study: EffectStudy = {
  reference: "E 1",
  titleFr: "Vols après 2019",
  titleEn: "Thefts after 2019",
  definitionCode: "faits",
  treated: ["a"],
  control: ["b"],
  ring: ["c"],
  controlRing: [],
  beforeFrom: "2015-01-01",
  beforeTo: "2018-12-31",
  afterFrom: "2020-01-01",
  afterTo: "2023-12-31",
  startedOn: "2020-01-01",
  startKind: "declared-service",
  controlsComparable: "yes",
  chosenAfterPeak: "no",
  coInterventions: "none",
};

/** The counts of a district in each year; one that is not named is silent. */
function shown(
  counts: Readonly<Record<string, (year: number) => number>>,
  changes: Partial<EffectStudy> = {},
): ShownStudy {
  const cells = Object.entries(counts).flatMap(([district, count]) =>
    Array.from({ length: 9 }, (_, i) => ({ district, year: 2015 + i, value: count(2015 + i) })),
  );
  const [read] = evaluateStudies([{ ...study, ...changes }], () => cells);
  if (!read) throw new Error("a study");
  return {
    ...read,
    key: "e-1",
    declaredAt: new Date("2019-06-01T08:00:00Z"),
    wording: "Faits constatés",
    scope: "city",
    sourceIds: [1],
    planted: undefined,
  };
}

const page = (studies: readonly ShownStudy[]) => ({
  city: { slug: "v", name: "Ville", timezone: "Europe/Paris", release: 4 },
  studies,
  districts: [{ code: "a", name: "Gare" }],
  populationYear: undefined,
  sources: [],
});
const fell = shown({
  a: (year) => (year < 2020 ? 400 : 200),
  b: () => 400,
  c: () => 100,
});

describe("the page of a study", () => {
  it("says what fell relative to what, and never that cameras did it", () => {
    rendered(<StudySheet page={page([fell])} shown={fell} query="" />, "en");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "50% fewer offences than if the equipped districts had changed like their controls",
    );
    const said = document.body.textContent ?? "";
    expect(said).toContain("does not allow anyone to say that the cameras are the reason");
    expect(said).not.toMatch(/\b(caused|because of|thanks to|due to) (the )?cameras/i);
    expect(said).toContain("before the end of the period studied");
    expect(said).toContain("No rule of evidence is broken.");
  });

  it("says how much its districts vary of their own, and sets that interval beside the others", () => {
    const wild = shown({
      a: (year) => (year < 2020 ? 400 : 200) + (year % 2) * 90,
      b: (year) => 400 + (year % 3) * 60,
      c: () => 100,
    });
    rendered(<StudySheet page={page([wild])} shown={wild} query="" />, "en");
    const said = document.body.textContent ?? "";
    expect(said).toMatch(/vary \d+\.\d\d times as much as chance alone/);
    expect(said).toContain("12 degrees of freedom");
    expect(said).toContain("the verdict leans on their own dispersion, which is wider");
    expect(said).toContain("95% interval, own dispersion");
    const rows = screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(rows).toContain("Own dispersion (leaned on)");
    expect(rows).toContain("Doubled variance");
  });

  it("says why its own dispersion is not told of few years", () => {
    const short = shown(
      { a: (year) => (year < 2020 ? 400 : 200), b: () => 400, c: () => 100 },
      { beforeFrom: "2017-01-01", afterTo: "2021-12-31" },
    );
    rendered(<StudySheet page={page([short])} shown={short} query="" />, "fr");
    const said = (document.body.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");
    expect(said).toContain("Dispersion propre non calculée");
    expect(said).toContain("4 degrés de liberté, quand il en faut 8");
    expect(document.body.textContent).not.toContain("varient");
  });

  it("gives the reasons before the figures when it is refused, and keeps the figures", () => {
    const refused = shown({ a: (y) => 400 - (y > 2019 ? 200 : 0), b: () => 400 }, { ring: [] });
    rendered(<StudySheet page={page([refused])} shown={refused} query="release=2" />, "en");
    const said = document.body.textContent ?? "";
    expect(said.indexOf("A ring around the areas".toLowerCase())).toBeGreaterThan(0);
    expect(said.toLowerCase().indexOf("a ring around")).toBeLessThan(said.indexOf("2.00"));
    expect(said).toContain("No district around is declared");
    expect(screen.getAllByRole("link", { name: "CSV" })[0]?.getAttribute("href")).toBe(
      "/en/v/effects/files/e-1-trend.csv?release=2",
    );
  });

  it("shows every figure of the quotient with its formula, and the fall a year where periods differ in length", () => {
    rendered(<StudySheet page={page([fell])} shown={fell} query="" />, "en");
    const rowOf = (name: string) =>
      screen.getByRole("rowheader", { name }).closest("tr")?.textContent ?? "";
    // 1,600 before and 800 after, controls 1,600 and 1,600, around 400 and 400.
    expect(rowOf("Gross effect (GE)")).toContain("+800");
    expect(rowOf("Gross effect (GE)")).not.toContain("a year");
    expect(rowOf("Net effect (NE)")).toContain("+0.5");
    expect(rowOf("Success")).toContain("−0.5");
    expect(rowOf("Gap of those around (Buffer)")).toContain("Da/Ca − Db/Cb");
    cleanup();
    const uneven = shown(
      { a: (year) => (year < 2020 ? 400 : 200), b: () => 400, c: () => 100 },
      { afterTo: "2021-12-31" },
    );
    rendered(<StudySheet page={page([uneven])} shown={uneven} query="" />, "en");
    // 1,600 in four years, 400 in two: 1,200 fewer in all, 200 fewer a year.
    expect(rowOf("Gross effect (GE)")).toContain("+1,200");
    expect(rowOf("Gross effect (GE)")).toContain("a year, it is +200");
  });

  it("lists what else was done, where and when, and says when no list is given", () => {
    const counts = { a: (y: number) => 400 - (y > 2019 ? 200 : 0), b: () => 400, c: () => 100 };
    const logged = shown(counts, {
      coInterventions: "some",
      otherMeasures: ["works 2017-03-06/2017-11-24 [a]: quays", "lighting 2021-09-01/..: lamps"],
    });
    rendered(<StudySheet page={page([logged])} shown={logged} query="" />, "en");
    const said = document.body.textContent ?? "";
    expect(said).toContain("Works, 6 March 2017 to 24 November 2017, Gare: quays");
    expect(said).toContain("Lighting, since 1 September 2021, everywhere: lamps");
    expect(said).not.toContain("No dated list");
    cleanup();
    const some = shown(counts, { coInterventions: "some" });
    rendered(<StudySheet page={page([some])} shown={some} query="" />, "en");
    expect(document.body.textContent).toContain("No dated list of them is given.");
    expect(document.body.textContent).toContain("No dated log of the other measures");
  });

  it("says the ratio of published percentages without interval", () => {
    const percentages = shown({}, { publishedTreatedChange: -43, publishedControlChange: -2 });
    rendered(<StudySheet page={page([percentages])} shown={percentages} query="" />, "en");
    const said = document.body.textContent ?? "";
    expect(said).toContain("a relative effect size of 1.72. It has no interval");
    expect(said).toContain("From two published percentages; without interval");
    cleanup();
    rendered(<EffectsSheet page={page([fell, { ...percentages, key: "e-2" }])} query="" />, "en");
    expect(document.body.textContent).toContain("refused · 1.72, published percentages");
  });

  it("weighs offences by their harm, with the index, or says which category is silent", () => {
    const counts = { a: (y: number) => 400 - (y > 2019 ? 200 : 0), b: () => 400, c: () => 100 };
    const weighed = shown(counts, { harmWeights: ["Thefts=3"], harmSource: "An index of 2018" });
    rendered(<StudySheet page={page([weighed])} shown={weighed} query="" />, "en");
    const row = () =>
      screen.getByRole("rowheader", { name: "Harm-weighted difference" }).closest("tr")
        ?.textContent ?? "";
    expect(row()).toContain("−600 points a year");
    expect(row()).toContain("Thefts 3; source: An index of 2018");
    cleanup();
    const silent = { ...weighed, harm: { weights: [], difference: undefined, silent: ["Arson"] } };
    rendered(<StudySheet page={page([silent])} shown={silent} query="" />, "en");
    expect(row()).toContain("Arson");
  });

  it("holds each control against the equipped districts, and says what it cannot check", () => {
    const counts = { a: (y: number) => 400 - (y > 2019 ? 200 : 0), b: () => 400, c: () => 100 };
    const plain = shown(counts);
    const alike = {
      code: "b",
      name: "b",
      rates: { place: 10, area: 30.5 },
      trends: { place: 0, area: -0.012 },
      camerasPerThousand: { place: 1, area: undefined },
      years: { from: 2015, to: 2018 },
    };
    const checked: ShownStudy = {
      ...plain,
      comparability: {
        controls: [{ ...alike, differs: ["rate"] }],
        unknown: ["z"],
        suggested: alike,
      },
      geometry: { near: ["b"], apart: ["c"], unknown: ["a"] },
    };
    rendered(<StudySheet page={page([checked])} shown={checked} query="" />, "en");
    const said = document.body.textContent ?? "";
    for (const sentence of [
      "30.5",
      "−1.2%",
      "the rate is more than twice, or less than half",
      "Nothing is checked of z",
      "Within 300 metres of the equipped districts: b.",
      "Farther than 300 metres from what they should surround: c.",
      "Outline not known for Gare",
      "it is among the controls",
    ])
      expect(said).toContain(sentence);
  });

  it("computes nothing where a count is withheld, and says so", () => {
    const silent = shown({ a: () => 5, b: () => 400, c: () => 100 });
    rendered(<StudySheet page={page([silent])} shown={silent} query="" />, "en");
    const said = document.body.textContent ?? "";
    expect(said).toContain("The ratio is not computed");
    expect(screen.getAllByText("not computed").length).toBe(3);
    expect(said).not.toMatch(/\b5 offences\b/);
  });
});

describe("the page on effects", () => {
  it("draws one row per study in the order of their references, refused ones included", () => {
    const refused = { ...shown({ a: () => 400, b: () => 400 }, { ring: [] }), key: "e-2" };
    rendered(<EffectsSheet page={page([fell, refused])} query="" />, "en");
    const overview = screen.getByRole("figure", {
      name: "What each study finds, refused ones included",
    });
    expect(overview.textContent).toContain("refused · 1.00");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "2 before-and-after studies declared: one allows a conclusion",
    );
  });

  it("without a study lists everything that one would take", () => {
    const { container } = rendered(<EffectsSheet page={page([])} query="" />);
    expect(screen.queryByRole("figure")).toBeNull();
    expect(container.querySelectorAll("ul li")).toHaveLength(Object.keys(rulesOfEvidence).length);
  });
});
