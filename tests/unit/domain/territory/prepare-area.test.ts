import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareArea } from "#domain/territory/prepare-area.ts";
import { prepareDistrictLookup } from "#domain/territory/prepare-district-lookup.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

type Point = [number, number];

const ring = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Point[][]): AreaGeometry => ({ type: "Polygon", coordinates: rings });
const parts = (...polygons: Point[][][]): AreaGeometry => ({
  type: "MultiPolygon",
  coordinates: polygons,
});
const degree = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** An outline of 5,000 vertices around 4 E, 45 N, whose radius swings between 0.3 and 0.5 degrees. */
function wavyOutline(vertices: number): Point[] {
  const points = Array.from({ length: vertices }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / vertices;
    const reach = 0.4 + 0.1 * Math.sin(angle * 60);
    return [4 + reach * Math.cos(angle), 45 + reach * Math.sin(angle)];
  });
  return [...points, points[0] as Point];
}

describe("a prepared area", () => {
  it("is, for a rectangle, two inequalities", () => {
    const side = fc.double({ min: 0.001, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        degree(-100, 100),
        degree(-60, 60),
        side,
        side,
        degree(-120, 120),
        degree(-80, 80),
        (west, south, width, height, x, y) => {
          const [east, north] = [west + width, south + height];
          const { contains } = prepareArea(polygon(ring(west, south, east, north)));
          expect(contains(x, y)).toBe(x >= west && x < east && y >= south && y < north);
        },
      ),
    );
  });

  it("does not depend on the direction or the first point of its outline", () => {
    const outline = ring(3, 44, 5, 46).slice(0, -1);
    fc.assert(
      fc.property(fc.nat(3), fc.boolean(), degree(2, 6), degree(43, 47), (first, back, x, y) => {
        const turned = [...outline.slice(first), ...outline.slice(0, first)];
        if (back) turned.reverse();
        const same = prepareArea(polygon([...turned, turned[0] as Point]));
        expect(same.contains(x, y)).toBe(prepareArea(polygon(ring(3, 44, 5, 46))).contains(x, y));
      }),
    );
  });

  it("holds what either of its parts holds, and not what lies between them", () => {
    const { contains, box } = prepareArea(parts([ring(0, 0, 1, 1)], [ring(3, 3, 4, 4)]));
    expect([contains(0.5, 0.5), contains(3.5, 3.5), contains(2, 2)]).toEqual([true, true, false]);
    expect(box).toEqual([0, 0, 4, 4]);
  });

  it("leaves its holes out, and keeps an island that stands in a hole", () => {
    const area = parts([ring(0, 0, 10, 10), ring(2, 2, 8, 8)], [ring(4, 4, 6, 6)]);
    const { contains } = prepareArea(area);
    expect([contains(1, 5), contains(3, 5), contains(5, 5), contains(7, 5)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("owns its western and southern edges, not its eastern and northern ones", () => {
    const { contains } = prepareArea(polygon(ring(0, 0, 1, 1)));
    expect([contains(0, 0.5), contains(0.5, 0)]).toEqual([true, true]);
    expect([contains(1, 0.5), contains(0.5, 1)]).toEqual([false, false]);
    expect([contains(0, 0), contains(1, 0), contains(0, 1), contains(1, 1)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("gives each point of a slanted edge to exactly one of the two areas that share it", () => {
    fc.assert(
      fc.property(
        degree(3.9, 4.1),
        degree(3.9, 4.1),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (foot, head, along) => {
          const west = prepareArea(
            polygon([
              [3, 44],
              [foot, 44],
              [head, 45.1],
              [3, 45.1],
              [3, 44],
            ]),
          );
          const east = prepareArea(
            polygon([
              [foot, 44],
              [5, 44],
              [5, 45.1],
              [head, 45.1],
              [foot, 44],
            ]),
          );
          const y = 44 + along * 1.1;
          fc.pre(y < 45.1);
          const exact = foot + ((head - foot) * (y - 44)) / (45.1 - 44);
          const ulp = 2 ** -50;
          for (const x of [exact - 2 * ulp, exact - ulp, exact, exact + ulp, exact + 2 * ulp]) {
            expect(Number(west.contains(x, y)) + Number(east.contains(x, y))).toBe(1);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("answers no for what is not a number", () => {
    const { contains } = prepareArea(polygon(ring(0, 0, 1, 1)));
    expect([contains(Number.NaN, 0.5), contains(0.5, Number.NaN)]).toEqual([false, false]);
  });

  it("is empty, not an error, when its outline is flat", () => {
    const flat = polygon([
      [0, 1],
      [1, 1],
      [2, 1],
      [0, 1],
    ]);
    expect(prepareArea(flat).contains(1, 1)).toBe(false);
  });

  it("answers from the few edges of the point's own band of latitude, not from all 5,000", () => {
    const outline = wavyOutline(5000);
    const area = prepareArea(polygon(outline));
    let inside = 0;
    let read = 0;
    for (let i = 0; i < 1_000_000; i++) {
      const [x, y] = [3.5 + (i % 1000) / 1000, 44.5 + Math.floor(i / 1000) / 1000];
      if (area.contains(x, y)) inside += 1;
      if (i % 1000 === 0) read += area.edgesAt(y);
    }
    // A scan of the whole outline would read 5,000 edges for each of the 1,000 latitudes.
    expect(read / 1000).toBeLessThan(50);
    // The mean square of the radius is 0.4² + 0.1² / 2, hence 51.8 % of the square of side 1.
    expect(inside / 1_000_000).toBeCloseTo(Math.PI * 0.165, 3);
  });

  it("is prepared in bounded memory when every edge crosses the whole height", () => {
    const teeth = Array.from({ length: 60_000 }, (_, i): Point => [i / 1000, i % 2]);
    const outline: Point[] = [...teeth, [60, -1], [0, -1], [0, 0]];
    const before = process.memoryUsage().heapUsed;
    const { contains } = prepareArea(polygon(outline));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
    expect([contains(30, -0.5), contains(30, 2)]).toEqual([true, false]);
  });
});

describe("the district of a point", () => {
  const lookup = prepareDistrictLookup([
    { code: "b", geometry: polygon(ring(0, 0, 2, 1)) },
    { code: "a", geometry: polygon(ring(1, 0, 3, 1)) },
    { code: "10", geometry: polygon(ring(5, 0, 6, 1)) },
    { code: "9", geometry: polygon(ring(5, 0, 6, 1)) },
  ]);

  it("is the one that holds it, or none", () => {
    expect([lookup(0.5, 0.5), lookup(2.5, 0.5), lookup(4, 0.5)]).toEqual(["b", "a", undefined]);
  });

  it("is the smallest code where districts overlap, compared as text, in whatever order they came", () => {
    expect([lookup(1.5, 0.5), lookup(5.5, 0.5)]).toEqual(["a", "10"]);
  });

  it("is one district on a shared border, the one to the east", () => {
    const shared = prepareDistrictLookup([
      { code: "west", geometry: polygon(ring(0, 0, 1, 1)) },
      { code: "east", geometry: polygon(ring(1, 0, 2, 1)) },
    ]);
    expect(shared(1, 0.5)).toBe("east");
  });
});
