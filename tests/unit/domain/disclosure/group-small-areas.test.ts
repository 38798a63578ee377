import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Area, groupSmallAreas } from "#domain/disclosure/group-small-areas.ts";

const totalOf = (areas: readonly Area[]) => ({
  found: areas.reduce((sum, area) => sum + area.found, 0),
  notFound: areas.reduce((sum, area) => sum + area.notFound, 0),
});

const grouping = (areas: readonly Area[], alreadyGrouped: readonly string[] = []) =>
  groupSmallAreas(areas, { cityTotal: totalOf(areas), alreadyGrouped });

const area = (id: string, found: number, notFound: number): Area => ({ id, found, notFound });

describe("a breakdown by district", () => {
  it("leaves every district alone when none has a cell from 1 to 4", () => {
    expect(grouping([area("north", 5, 9), area("south", 0, 12)])).toEqual({
      kind: "published",
      rows: [
        { areaIds: ["north"], found: 5, notFound: 9 },
        { areaIds: ["south"], found: 0, notFound: 12 },
      ],
    });
  });

  it("groups the districts with a small cell together", () => {
    const breakdown = grouping([area("a", 3, 20), area("b", 4, 9), area("c", 30, 40)]);
    expect(breakdown).toEqual({
      kind: "published",
      rows: [{ areaIds: ["c"], found: 30, notFound: 40 }],
      other: { areaIds: ["a", "b"], found: 7, notFound: 29 },
    });
  });

  it("never leaves a single district as the others: the city total would give it back", () => {
    const breakdown = grouping([
      area("a", 3, 20),
      area("b", 8, 10),
      area("c", 30, 40),
      area("d", 6, 11),
    ]);
    expect(breakdown).toMatchObject({ other: { areaIds: ["a", "d"], found: 9, notFound: 31 } });
  });

  it("joins districts of one size in the order of their names, whatever the order of the file", () => {
    const [small, b, d] = [area("a", 3, 20), area("b", 8, 9), area("d", 8, 9)];
    expect(grouping([small, d, b])).toMatchObject({ other: { areaIds: ["a", "b"] } });
    expect(grouping([small, b, d])).toMatchObject({ other: { areaIds: ["a", "b"] } });
  });

  it("takes no comfort from a district where nothing happened", () => {
    const breakdown = grouping([
      area("a", 3, 6),
      area("empty", 0, 0),
      area("b", 8, 9),
      area("c", 9, 9),
    ]);
    expect(breakdown).toMatchObject({
      rows: [{ areaIds: ["empty"] }, { areaIds: ["c"] }],
      other: { areaIds: ["a", "b"] },
    });
  });

  it("withholds the breakdown when no district is left to join", () => {
    expect(grouping([area("a", 1, 0), area("b", 2, 9)])).toEqual({ kind: "withheld" });
    expect(grouping([area("a", 1, 6)])).toEqual({ kind: "withheld" });
  });

  it("withholds the breakdown when one row would hold the whole city", () => {
    expect(grouping([area("a", 3, 6), area("b", 4, 6)])).toEqual({ kind: "withheld" });
  });

  it("keeps together what an earlier release of the period grouped (attack 3)", () => {
    const areas = [area("a", 5, 8), area("b", 6, 9), area("c", 9, 9)];
    expect(grouping(areas, ["a", "b"])).toMatchObject({ other: { areaIds: ["a", "b"] } });
  });

  it("refuses districts that do not add up to the city (attack 1)", () => {
    expect(() =>
      groupSmallAreas([area("a", 9, 9)], { cityTotal: { found: 11, notFound: 9 } }),
    ).toThrow("Areas add up to 9 found and 9 not found, the city to 11 and 9");
    expect(() =>
      groupSmallAreas([area("a", 9, 9)], { cityTotal: { found: 9, notFound: 10 } }),
    ).toThrow("Count requests without an area as an area.");
  });

  it("refuses what is not a count", () => {
    expect(() => grouping([area("a", -1, 4)])).toThrow("Found in a must be a whole number");
    expect(() => grouping([area("a", 1, 4.5)])).toThrow("Not found in a must be a whole number");
  });

  it("never lets a small cell be read or bounded under the threshold, and keeps sums exact", () => {
    const counts = fc.oneof(fc.nat(8), fc.nat(60));
    const city = fc.array(fc.record({ found: counts, notFound: counts }), { maxLength: 12 });
    fc.assert(
      fc.property(city, fc.integer({ min: 3, max: 11 }), (rows, threshold) => {
        const areas = rows.map((row, index) => ({ ...row, id: `district ${index}` }));
        const cityTotal = totalOf(areas);
        const breakdown = groupSmallAreas(areas, { cityTotal, threshold });
        if (breakdown.kind === "withheld") return;
        const published = [breakdown.rows, breakdown.other ?? []].flat();
        const cells = published.flatMap((row) => [row.found, row.notFound]);
        expect(cells.filter((cell) => cell > 0 && cell < threshold)).toEqual([]);
        expect(totalOf(published.map((row) => ({ ...row, id: "" })))).toEqual(cityTotal);
        expect(published.flatMap((row) => row.areaIds).sort()).toEqual(
          areas.map((a) => a.id).sort(),
        );
        expect(breakdown.other?.areaIds.length ?? 2).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
