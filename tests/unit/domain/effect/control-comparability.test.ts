import { describe, expect, it } from "vitest";
import { controlComparability } from "#domain/effect/control-comparability.ts";
import { effectStudySchema } from "#domain/effect/effect-study.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

const study = effectStudySchema.parse({
  reference: "S",
  titleFr: "S",
  titleEn: "S",
  definitionCode: "s",
  treated: ["a", "b"],
  control: ["like", "twice", "parting", "small", "silent"],
  ring: ["ring"],
  beforeFrom: "2015-01-01",
  beforeTo: "2018-12-31",
  afterFrom: "2020-01-01",
  afterTo: "2023-12-31",
});

const square = (east: number): AreaGeometry => ({
  type: "Polygon",
  coordinates: [
    [
      [east, 0],
      [east + 0.01, 0],
      [east + 0.01, 0.01],
      [east, 0.01],
      [east, 0],
    ],
  ],
});
const counts: Record<string, (year: number) => number | undefined> = {
  a: () => 100,
  b: () => 200,
  like: () => 150,
  twice: () => 310,
  parting: (year) => Math.round(150 * 1.4 ** (year - 2015)),
  small: () => 10,
  silent: () => undefined,
  ring: () => 100,
  better: (year) => 150 + (year % 2),
};
const codes = Object.keys(counts);
const cells = codes.flatMap((district) =>
  [2015, 2016, 2017, 2018, 2019, 2020].map((year) => ({
    district,
    year,
    // What happened after the start is not looked at.
    value: year < 2019 ? counts[district]?.(year) : 9999,
  })),
);
const read = controlComparability(study, cells, {
  inhabitants: new Map(codes.map((code) => [code, code === "b" ? 2000 : 1000])),
  installations: [
    { district: "like", year: 2018, cameras: 3 },
    { district: "like", year: 2019, cameras: 50 },
    { district: "like", year: null, cameras: 50 },
  ],
  outlines: new Map(codes.map((code, index) => [code, square(index * 0.05)])),
});
const of = (code: string) => read.controls.find((one) => one.code === code);

describe("declared controls", () => {
  it("are held against the treated districts together, over the years before", () => {
    expect(of("like")).toMatchObject({
      rates: { place: 100, area: 150 },
      trends: { place: 0, area: 0 },
      camerasPerThousand: { place: 0, area: 3 },
      years: { from: 2015, to: 2018 },
      differs: [],
    });
  });

  it("differ by a rate more than twice as high, or by counts that part", () => {
    expect(of("twice")?.differs).toEqual(["rate"]);
    expect(of("parting")?.differs).toContain("trend");
  });

  it("of which too little is known are named", () => {
    expect(read.unknown).toEqual(["small", "silent"]);
  });

  it("stand beside the district most like the treated ones, the rings left out", () => {
    expect(["like", "better"]).toContain(read.suggested?.code);
    const none = controlComparability(study, cells, {
      inhabitants: new Map(codes.map((code) => [code, 1000])),
      installations: [],
      outlines: new Map(),
    });
    expect(none.suggested).toBeUndefined();
    expect(none.controls.length).toBe(3);
  });
});
