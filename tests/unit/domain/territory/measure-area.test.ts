import { describe, expect, it } from "vitest";
import { measureArea } from "#domain/territory/measure-area.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

const rectangle = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: number[][][]): AreaGeometry => ({ type: "Polygon", coordinates: rings });
const world = [
  [-180, -90],
  [-180, 90],
  [180, 90],
  [180, -90],
  [-180, -90],
];

describe("an area on the sphere", () => {
  it("is 511,207,893,395,811 m² for the whole world (geojson-area's own test; 4πR²)", () => {
    expect(measureArea(polygon(world)).areaM2 / 511_207_893_395_811.06).toBeCloseTo(1, 12);
  });

  // Lambert's zone: R²·Δλ·(sin φ2 − sin φ1) with R = 6,378,137 m, computed with mpmath to 30 digits.
  it.each([
    ["at the equator", [0, 0, 1, 1], 12_391_399_902.071_1],
    ["around Saint-Étienne", [4, 45, 5, 46], 8_685_577_709.190_971],
    ["far south, across Greenwich", [-0.5, -61, 0.5, -60], 6_102_049_601.794_719],
  ])("is the zone between two parallels for a square of one degree %s", (_, box, areaM2) => {
    const [west = 0, south = 0, east = 0, north = 0] = box;
    const measured = measureArea(polygon(rectangle(west, south, east, north)));
    expect(measured.areaM2 / areaM2).toBeCloseTo(1, 9);
    expect(measured.box).toEqual(box);
  });

  it("does not depend on the direction of the outline", () => {
    const outline = rectangle(4, 45, 5, 46);
    const there = measureArea(polygon(outline)).areaM2;
    expect(measureArea(polygon([...outline].reverse())).areaM2).toBeCloseTo(there, 3);
  });

  it("has its holes taken out, whichever way they turn, and its parts added up", () => {
    const hole = rectangle(4.25, 45.25, 4.75, 45.75);
    const whole = measureArea(polygon(rectangle(4, 45, 5, 46))).areaM2;
    const lost = measureArea(polygon(hole)).areaM2;
    for (const turned of [hole, [...hole].reverse()]) {
      const left = measureArea(polygon(rectangle(4, 45, 5, 46), turned)).areaM2;
      expect(left / (whole - lost)).toBeCloseTo(1, 12);
    }
    const two = measureArea({
      type: "MultiPolygon",
      coordinates: [[rectangle(4, 45, 5, 46)], [hole.map(([x = 0, y = 0]) => [x + 2, y])]],
    });
    expect(two.areaM2 / (whole + lost)).toBeCloseTo(1, 12);
    expect(two.box).toEqual([4, 45, 6.75, 46]);
  });

  it("is nothing for a flat outline", () => {
    expect(
      measureArea(
        polygon([
          [0, 1],
          [1, 1],
          [2, 1],
          [0, 1],
        ]),
      ).areaM2,
    ).toBe(0);
  });
});
