import { describe, expect, test } from "vitest";
import { boundaryImporter } from "#domain/importing/importers/boundary.ts";
import { importContext, readRows } from "./read-rows.ts";

const outline = (west: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 45],
      [west + 0.1, 45],
      [west + 0.1, 45.1],
      [west, 45],
    ],
  ],
});
const feature = (code: string | null, west = 4) => ({ cells: { code }, geometry: outline(west) });
const unofficial = (() => {
  const context = importContext();
  return { ...context, city: { ...context.city, officialCode: null } };
})();

describe("the outline of the city", () => {
  test("a file of one feature is the outline, whatever its code", () => {
    for (const code of [null, "99001", "E08"]) {
      expect(readRows(boundaryImporter, [feature(code)]).records).toEqual([
        { geometry: outline(4), areaM2: expect.any(Number), box: [4, 45, 4.1, 45.1] },
      ]);
    }
  });

  test("among several, the one that bears the city's official code; the others are left out", () => {
    const rows = [feature("98001", 5), feature("99001", 4), feature("98002", 6)];
    const read = readRows(boundaryImporter, rows);
    expect(read.records.map(({ box }) => box[0])).toEqual([4]);
    expect(read.leftOut).toEqual(["other-territory", "other-territory"]);
    expect(read.problems).toEqual([]);
  });

  test("or the one that the command chooses", () => {
    const context = importContext({ options: { code: "98002" } });
    const rows = [feature("99001", 4), feature("98002", 6)];
    expect(readRows(boundaryImporter, rows, context).records.map(({ box }) => box[0])).toEqual([6]);
    expect(readRows(boundaryImporter, [feature("99001")], context).problems).toEqual([
      { line: 2, column: "code", value: "98002", reason: "territory-not-in-file" },
    ]);
  });

  test("several without a choice are refused, with how to choose", () => {
    expect(readRows(boundaryImporter, [feature("1"), feature("2")], unofficial).problems).toEqual([
      expect.objectContaining({ reason: "several-outlines", hint: "--option code=…" }),
    ]);
  });

  test("two features with the city's code are refused: neither is chosen for it", () => {
    const read = readRows(boundaryImporter, [feature("99001"), feature("99001")]);
    expect(read.records).toEqual([]);
    expect(read.problems).toMatchObject([{ line: 3, reason: "several-outlines" }]);
  });

  test("an outline without a geometry is refused", () => {
    expect(readRows(boundaryImporter, [{ cells: {}, geometry: null }]).problems).toMatchObject([
      { column: "geometry", reason: "missing" },
    ]);
  });
});
