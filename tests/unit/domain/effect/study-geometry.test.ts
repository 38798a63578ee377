import { describe, expect, it } from "vitest";
import { effectStudySchema } from "#domain/effect/effect-study.ts";
import { studyGeometry } from "#domain/effect/study-geometry.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

/** A square of 500 m, so many metres east of the first, on the equator. */
const square = (east: number): AreaGeometry => {
  const at = (x: number, y: number): [number, number] => [(east + x) / 111_195, y / 111_195];
  return {
    type: "Polygon",
    coordinates: [[at(0, 0), at(500, 0), at(500, 500), at(0, 500), at(0, 0)]],
  };
};
const outlines = new Map([
  ["treated", square(0)],
  ["beside", square(500)],
  ["299", square(799)],
  ["301", square(801)],
  ["far", square(5000)],
  ["far-beside", square(5500)],
]);

const read = (changes: Partial<Record<"control" | "ring" | "controlRing", string[]>>) =>
  studyGeometry(
    effectStudySchema.parse({
      reference: "S",
      titleFr: "S",
      titleEn: "S",
      definitionCode: "s",
      treated: ["treated"],
      beforeFrom: "2015-01-01",
      beforeTo: "2018-12-31",
      afterFrom: "2020-01-01",
      afterTo: "2023-12-31",
      ...changes,
    }),
    outlines,
  );

describe("the outlines of a study", () => {
  it("are as they should be: a ring that touches, controls that do not", () => {
    expect(read({ ring: ["beside"], control: ["far"], controlRing: ["far-beside"] })).toEqual({
      apart: [],
      near: [],
      unknown: [],
    });
  });

  it("tell a ring that surrounds nothing, at more than 300 metres", () => {
    expect(read({ ring: ["299", "301"] }).apart).toEqual(["301"]);
    expect(read({ control: ["far"], controlRing: ["301"] }).apart).toEqual(["301"]);
  });

  it("tell controls, and districts around them, that what moves would reach", () => {
    expect(read({ control: ["299", "301"], controlRing: ["beside"] }).near).toEqual([
      "299",
      "beside",
    ]);
  });

  it("say which outlines are not known, and nothing else of them", () => {
    const { unknown, apart, near } = read({ ring: ["nowhere"], control: ["unheard"] });
    expect(unknown).toEqual(["unheard", "nowhere"]);
    expect([...apart, ...near]).toEqual([]);
    // Of several districts to surround, one without outline may be the one that is surrounded.
    expect(read({ control: ["far", "unheard"], controlRing: ["beside"] }).apart).toEqual([]);
  });
});
