import { describe, expect, it } from "vitest";
import { roomForNumber } from "#formats/svg/area-path.ts";
import { ringArea, ringCentroid } from "#formats/svg/ring.ts";

const plain = (x: number, y: number): [number, number] => [x, y];
const square = (left: number, side: number) => [
  [left, 0],
  [left + side, 0],
  [left + side, side],
  [left, side],
  [left, 0],
];

describe("where the number of an area stands", () => {
  it("is the middle of a square, whichever way round it is written", () => {
    const coordinates = [square(2, 4)];
    expect(roomForNumber({ type: "Polygon", coordinates }, plain)).toEqual({
      x: 4,
      y: 2,
      area: 16,
    });
    const backwards = [square(2, 4).reverse()];
    expect(roomForNumber({ type: "Polygon", coordinates: backwards }, plain)).toEqual({
      x: 4,
      y: 2,
      area: 16,
    });
  });

  it("is in the largest of several parts", () => {
    const coordinates = [[square(0, 1)], [square(10, 6)], [square(30, 2)]];
    expect(roomForNumber({ type: "MultiPolygon", coordinates }, plain)).toEqual({
      x: 13,
      y: 3,
      area: 36,
    });
  });

  it("leans to the heavy side: a right triangle has its own at a third", () => {
    expect(ringArea([plain(0, 0), plain(6, 0), plain(0, 3)])).toBe(9);
    expect(ringCentroid([plain(0, 0), plain(6, 0), plain(0, 3)])).toEqual([2, 1]);
  });

  it("of a line is its first point, and of nothing the corner", () => {
    expect(ringCentroid([plain(5, 5), plain(6, 6)])).toEqual([5, 5]);
    expect(roomForNumber(null, plain)).toEqual({ x: 0, y: 0, area: 0 });
  });
});
