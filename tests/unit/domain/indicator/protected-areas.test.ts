import { describe, expect, it } from "vitest";
import { type AreaCell, protectedAreas } from "#domain/indicator/protected-areas.ts";

const cell = (areaCode: string | null, category: string | null, value?: number): AreaCell => ({
  areaCode,
  category,
  state: value === undefined ? "withheld" : "published",
  value: value ?? null,
});
const districts = [
  { code: "2", name: "Second" },
  { code: "1", name: "First" },
  { code: "9", name: "Elsewhere" },
];

describe("a year by district and category", () => {
  it("is what disclosure control leaves of it, with how much it keeps back", () => {
    const cells = [cell("1", "theft", 12), cell("1", "drugs"), cell("2", "theft", 30)];
    expect(protectedAreas(cells, districts)).toEqual({
      districts: districts.slice(0, 2),
      rows: [
        { category: "drugs", cells: [{ state: "not-available" }, { state: "withheld" }] },
        {
          category: "theft",
          cells: [
            { state: "published", count: 30 },
            { state: "published", count: 12 },
          ],
        },
      ],
      cells: 3,
      withheld: 1,
    });
  });

  it("is not there where nothing is broken down by district and category", () => {
    expect(protectedAreas([cell(null, "theft", 5), cell("1", null, 7)], districts)).toBeUndefined();
    expect(protectedAreas([], districts)).toBeUndefined();
  });
});
