import { describe, expect, it } from "vitest";
import { cellStates, publishCell } from "#domain/disclosure/cell-state.ts";
import { countBand, countBands } from "#domain/disclosure/count-band.ts";
import {
  mayBePublishedBelowCity,
  publicationGrid,
  publicationMethod,
} from "#domain/disclosure/publication-grid.ts";
import { cellKey, roundByCellKey } from "#domain/disclosure/round-by-cell-key.ts";
import { isReadableOverThreeYears } from "#domain/disclosure/small-cell-rule.ts";

describe("a published cell", () => {
  it("is a count, a zero, withheld or not available, and these never look alike", () => {
    const cells = [
      publishCell(7, false),
      publishCell(0, false),
      publishCell(3, true),
      publishCell(undefined, false),
    ];
    expect(cells.map(({ state }) => state)).toEqual(cellStates);
  });
});

describe("the band of a camera's year", () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 2],
    [24, 2],
    [25, 3],
    [99, 4],
    [100, 5],
    [12_345, 5],
  ])("of %i events is the %ith", (count, band) => {
    expect(countBand(count)).toEqual(countBands[band]);
  });
});

describe("the publication grid", () => {
  it("publishes nothing that it does not name, and nothing before its delay", () => {
    expect(publicationMethod("camera × month × category", 120)).toBe("none");
    expect(publicationMethod("constructor", 120)).toBe("none");
    expect(publicationMethod("camera × year", 2)).toBe("none");
    expect(publicationMethod("camera × year", 3)).toBe("bands");
    expect(publicationMethod("costs", 0)).toBe("exact");
    // SSMSI publishes recorded crime above five, hence from six on.
    expect(publicationGrid["district × year × recorded crime"].threshold).toBe(6);
  });

  it("keeps offences whose victims a district would name to the city as a whole", () => {
    const named = [
      "sexual-offence",
      "Violences sexuelles",
      "Viols",
      "Violences physiques intrafamiliales",
      "Coups et blessures volontaires (intra-familiaux)",
    ];
    expect(named.filter(mayBePublishedBelowCity)).toEqual([]);
    expect(mayBePublishedBelowCity("Violences physiques hors cadre familial")).toBe(true);
    expect(mayBePublishedBelowCity("Vols violents sans arme")).toBe(true);
    expect(mayBePublishedBelowCity("burglary")).toBe(true);
  });
});

describe("Algorithm R", () => {
  it("rounds to the base below or above, keeps multiples, and is right on average", () => {
    expect([roundByCellKey(7, 0.39), roundByCellKey(7, 0.4)]).toEqual([10, 5]);
    expect([roundByCellKey(0, 0), roundByCellKey(10, 0)]).toEqual([0, 10]);
    const keys = Array.from({ length: 1000 }, (_, i) => i / 1000);
    const mean = keys.reduce((sum, key) => sum + roundByCellKey(13, key), 0) / keys.length;
    expect(mean).toBeCloseTo(13, 2);
  });

  it("gives the same records the same key, in any order", () => {
    const keyOf = (id: string) => (id.charCodeAt(0) * 0.137) % 1;
    expect(cellKey(["a", "b", "c"], keyOf)).toBe(cellKey(["c", "a", "b"], keyOf));
    expect(cellKey([], keyOf)).toBe(0);
    expect(() => cellKey(["a"], () => 1)).toThrow();
  });
});

describe("recorded crime in a commune", () => {
  it("is readable when above five, or none, in all three years", () => {
    expect(isReadableOverThreeYears([6, 6, 6])).toBe(true);
    expect(isReadableOverThreeYears([0, 0, 0])).toBe(true);
    expect(isReadableOverThreeYears([6, 5, 100])).toBe(false);
    expect(isReadableOverThreeYears([6, 0, 6])).toBe(false);
  });
});
