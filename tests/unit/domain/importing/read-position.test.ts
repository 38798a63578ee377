import { describe, expect, it } from "vitest";
import { readPosition } from "#domain/importing/read-position.ts";
import { rowCells } from "#domain/importing/row-cells.ts";
import { importContext } from "./importers/read-rows.ts";

/** Essai lies within half a degree of 4 E, 45 N. */
function read(
  cells: Record<string, string | null>,
  {
    geometry,
    outside = "rejected",
  }: { geometry?: unknown; outside?: "left-out" | "rejected" } = {},
) {
  const row = { line: 3, cells, ...(geometry === undefined ? {} : { geometry }) };
  const reader = rowCells(row);
  const columns = { x: "lon", y: "lat" };
  const found =
    outside === "rejected"
      ? readPosition(row, reader, importContext(), { ...columns, outside })
      : readPosition(row, reader, importContext(), { ...columns, outside });
  return { ...found, reasons: reader.problems.map(({ column, reason }) => `${column}: ${reason}`) };
}

const point = (...coordinates: unknown[]) => ({ type: "Point", coordinates });
const centre = { longitude: 4, latitude: 45 };

describe("a position", () => {
  it("is read from two columns, with a decimal point or comma", () => {
    expect(read({ lon: "4", lat: "45" })).toEqual({ position: centre, reasons: [] });
    expect(read({ lon: "4,25", lat: "45.25" })).toEqual({
      position: { longitude: 4.25, latitude: 45.25 },
      reasons: [],
    });
  });

  it("is read from the point of the row before its columns, height dropped", () => {
    const cells = { lon: "9", lat: "9" };
    expect(read(cells, { geometry: point(4, 45, 520) })).toEqual({ position: centre, reasons: [] });
  });

  it.each([
    ["a line", { type: "LineString", coordinates: [[4, 45]] }],
    ["a point of texts", point("9", "9")],
    ["an empty point", point()],
    ["null", null],
  ])("is read from the columns when the geometry is %s", (_, geometry) => {
    expect(read({ lon: "4", lat: "45" }, { geometry })).toEqual({ position: centre, reasons: [] });
  });

  it("is none, and no error, where no coordinate is given", () => {
    const silent: Record<string, string | null>[] = [
      {},
      { lon: null, lat: "" },
      { lon: "n/a", lat: "-" },
    ];
    for (const cells of silent) {
      expect(read(cells)).toEqual({ position: undefined, reasons: [] });
    }
  });

  it("is refused where one of two is given, under the column that is silent", () => {
    expect(read({ lon: "4", lat: null }).reasons).toEqual(["lat: half-a-position"]);
    expect(read({ lat: "45" }).reasons).toEqual(["lon: half-a-position"]);
  });

  it("is refused once, for what it is, where one of two can't be read", () => {
    expect(read({ lon: "4", lat: "north" }).reasons).toEqual(["lat: not-a-number"]);
    expect(read({ lon: "east", lat: "45" }).reasons).toEqual(["lon: not-a-number"]);
    expect(read({ lon: "east", lat: "north" }).reasons).toEqual([
      "lon: not-a-number",
      "lat: not-a-number",
    ]);
  });

  it("is refused with the reason why it is no place", () => {
    expect(read({ lon: "0", lat: "0" })).toEqual({
      position: undefined,
      reasons: ["lon: null-island"],
    });
  });

  it("is inside on the edge of the city and refused beyond, for the city's own file", () => {
    expect(read({ lon: "4.5", lat: "45" }).reasons).toEqual([]);
    expect(read({ lon: "4.51", lat: "45" })).toEqual({
      position: undefined,
      reasons: ["lon: outside-city"],
    });
  });

  it("is left out beyond, without a problem, for a file that covers more than the city", () => {
    expect(read({ lon: "4.51", lat: "45" }, { outside: "left-out" })).toEqual({
      reading: { kind: "left-out", reason: "outside-city" },
      reasons: [],
    });
  });
});
