import { describe, expect, it } from "vitest";
import { readAreaGeometry } from "#domain/territory/read-area-geometry.ts";

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });
const reasonOf = (value: unknown) => {
  const area = readAreaGeometry(value);
  return "reason" in area ? area.reason : "read";
};

describe("an area", () => {
  it("is read as it is when it is already in order", () => {
    expect(readAreaGeometry(polygon(square))).toEqual(polygon(square));
    const two = { type: "MultiPolygon", coordinates: [[square], [square]] };
    expect(readAreaGeometry(two)).toEqual(two);
  });

  it("is one polygon when it has one part, however it was wrapped", () => {
    expect(readAreaGeometry({ type: "MultiPolygon", coordinates: [[square]] })).toEqual(
      polygon(square),
    );
    const wrapped = {
      type: "GeometryCollection",
      geometries: [{ type: "GeometryCollection", geometries: [polygon(square)] }],
    };
    expect(readAreaGeometry(wrapped)).toEqual(polygon(square));
  });

  it("gathers the parts of a collection of nothing but areas", () => {
    const collection = {
      type: "GeometryCollection",
      geometries: [polygon(square), { type: "MultiPolygon", coordinates: [[square], [square]] }],
    };
    expect(readAreaGeometry(collection)).toEqual({
      type: "MultiPolygon",
      coordinates: [[square], [square], [square]],
    });
  });

  it("loses its heights and its repeated points, and is closed", () => {
    const untidy = [
      [0, 0, 520],
      [1, 0, 521],
      [1, 0, 522],
      [1, 1, 523],
      [0, 1, 524],
    ];
    expect(readAreaGeometry(polygon(untidy))).toEqual(polygon(square));
  });

  it("may touch the ends of the world", () => {
    const world = [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90],
    ];
    expect(readAreaGeometry(polygon(world))).toEqual(polygon(world));
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "POLYGON ((0 0, 1 0, 1 1, 0 0))"],
    ["an empty list of parts", { type: "MultiPolygon", coordinates: [] }],
    ["an empty collection", { type: "GeometryCollection", geometries: [] }],
  ])("is missing where there is %s", (_, value) => {
    expect(reasonOf(value)).toBe("area-missing");
  });

  it.each([
    ["a point", { type: "Point", coordinates: [0, 0] }],
    ["a line", { type: "LineString", coordinates: square }],
    [
      "a collection with a line in it",
      { type: "GeometryCollection", geometries: [polygon(square), { type: "LineString" }] },
    ],
    ["a polygon without rings", polygon()],
    ["a polygon without coordinates", { type: "Polygon" }],
    ["a ring that is not a list", polygon("0 0, 1 0, 1 1")],
    ["a ring of lists of lists", polygon([square])],
    ["numbers written as text", polygon([["0", "0"], ...square.slice(1)])],
    ["a point of one number", polygon([[0], ...square.slice(1)])],
    ["a point that is null", polygon([null, ...square])],
  ])("is refused when it is %s", (_, value) => {
    expect(reasonOf(value)).toBe("area-not-a-polygon");
  });

  it("is refused beyond four collections within one another, without following them", () => {
    let nested: unknown = polygon(square);
    for (let i = 0; i < 4; i++) nested = { type: "GeometryCollection", geometries: [nested] };
    expect(reasonOf(nested)).toBe("read");
    expect(reasonOf({ type: "GeometryCollection", geometries: [nested] })).toBe(
      "area-not-a-polygon",
    );
    for (let i = 0; i < 100_000; i++) nested = { type: "GeometryCollection", geometries: [nested] };
    expect(reasonOf(nested)).toBe("area-not-a-polygon");
  });

  it.each([
    ["longitude", [180.000001, 0]],
    ["latitude", [0, -90.000001]],
    ["Lambert-93 metres", [806_000, 6_484_000]],
    ["what is not a number", [Number.NaN, 0]],
    ["infinity", [0, Number.POSITIVE_INFINITY]],
  ])("is refused when it is not in degrees: %s", (_, point) => {
    expect(reasonOf(polygon([point, ...square.slice(1), point]))).toBe("area-not-in-degrees");
  });

  it("needs three corners (RFC 7946, section 3.1.6: four positions with the closing one)", () => {
    const triangle = [
      [0, 0],
      [1, 0],
      [1, 1],
    ];
    expect(reasonOf(polygon(triangle))).toBe("read");
    expect(reasonOf(polygon(triangle.slice(0, 2)))).toBe("area-ring-too-short");
    expect(
      reasonOf(
        polygon([
          [0, 0],
          [0, 0],
          [1, 0],
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toBe("area-ring-too-short");
    expect(reasonOf(polygon([]))).toBe("area-ring-too-short");
    expect(reasonOf(polygon(square, triangle.slice(0, 2)))).toBe("area-ring-too-short");
  });

  it("has 200,000 points at most, over all its rings", () => {
    const circle = (points: number) =>
      Array.from({ length: points }, (_, i) => {
        const angle = (2 * Math.PI * i) / (points - 1);
        return i === points - 1 ? [1, 0] : [Math.cos(angle), Math.sin(angle)];
      });
    expect(reasonOf(polygon(circle(200_000)))).toBe("read");
    expect(reasonOf(polygon(circle(200_001)))).toBe("area-too-detailed");
    expect(reasonOf(polygon(circle(100_000), circle(100_001)))).toBe("area-too-detailed");
  });
});
