import { describe, expect, it } from "vitest";
import { type ComparableArea, suggestComparison } from "#domain/indicator/comparison-area.ts";
import { areasTouch } from "#domain/territory/areas-touch.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

/** A square of 0.01° from a corner: about 1.1 km by 0.8 km at 45°. */
const square = (x: number, y: number): AreaGeometry => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ],
});

describe("two areas", () => {
  it("touch when they share an edge, a corner or part of one, or when a street parts them", () => {
    const [here] = [square(4, 45)];
    expect(areasTouch(here, square(4.01, 45), 50)).toBe(true);
    expect(areasTouch(here, square(4.01, 45.01), 50)).toBe(true);
    expect(areasTouch(here, square(4.0102, 45.005), 50)).toBe(true);
    expect(areasTouch(here, square(4.011, 45), 50)).toBe(false);
    expect(areasTouch(square(4.011, 45), here, 100)).toBe(true);
    const many: AreaGeometry = {
      type: "MultiPolygon",
      coordinates: [square(5, 45).coordinates, square(4.01, 45).coordinates],
    };
    expect(areasTouch(here, many, 50)).toBe(true);
    expect(areasTouch(here, { type: "Polygon", coordinates: [] }, 50)).toBe(false);
    expect(areasTouch({ type: "Polygon", coordinates: [] }, here, 50)).toBe(false);
  });

  it("touch at a point that an edge passes, and at an edge of no length", () => {
    const spike: AreaGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [4.005, 45.0101],
          [4.005, 45.0101],
          [4.006, 45.02],
          [4.004, 45.02],
          [4.005, 45.0101],
        ],
      ],
    };
    expect(areasTouch(square(4, 45), spike, 50)).toBe(true);
    expect(areasTouch(square(4, 45), spike, 5)).toBe(false);
  });
});

const area = (
  code: string,
  x: number,
  counts: readonly number[],
  changes: Partial<ComparableArea> = {},
): ComparableArea => ({
  code,
  name: code,
  geometry: square(x, 45),
  inhabitants: 1000,
  recorded: new Map(counts.map((count, index) => [2020 + index, count])),
  camerasPerThousand: 4,
  ...changes,
});
const place = area("place", 4, [100, 100, 100]);

describe("the comparison area that is suggested", () => {
  it("is the one most like the place among those that do not touch it", () => {
    const neighbour = area("neighbour", 4.01, [100, 100, 100]);
    const alike = area("alike", 4.05, [105, 104, 106]);
    const denser = area("denser", 4.1, [300, 300, 300]);
    expect(suggestComparison(place, [place, neighbour, denser, alike])).toMatchObject({
      code: "alike",
      rates: { place: 100, area: 105 },
      trends: { place: 0, area: expect.closeTo(0.5 / 105, 9) },
      camerasPerThousand: { place: 4, area: 4 },
      years: { from: 2020, to: 2022 },
    });
  });

  it("has the same trend rather than the same level, where both cannot be had", () => {
    const falling = area("falling", 4.05, [120, 100, 80]);
    const higher = area("higher", 4.1, [130, 130, 130]);
    expect(suggestComparison(place, [falling, higher])?.code).toBe("higher");
  });

  it("is none where too little is known: years, facts, inhabitants or shapes", () => {
    expect(suggestComparison(place, [area("short", 4.05, [100, 100])])).toBeUndefined();
    expect(suggestComparison(place, [area("few", 4.05, [19, 19, 19])])).toBeUndefined();
    const unknown = { inhabitants: undefined };
    expect(suggestComparison(place, [area("empty", 4.05, [99, 99, 99], unknown)])).toBeUndefined();
    const shapeless = { geometry: undefined };
    expect(suggestComparison(place, [area("no", 4.05, [99, 99, 99], shapeless)])).toBeUndefined();
    expect(
      suggestComparison({ ...place, ...unknown }, [area("alike", 4.05, [99, 99, 99])]),
    ).toBeUndefined();
    expect(
      suggestComparison({ ...place, recorded: new Map() }, [area("alike", 4.05, [99, 99, 99])]),
    ).toBeUndefined();
  });
});
