import { describe, expect, it } from "vitest";
import { placesIn } from "#domain/fictional-city/camera-places.ts";
import { arc, closedRing } from "#domain/fictional-city/plan.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";
import { findCorners } from "#domain/fictional-city/street-corners.ts";

describe("A fictional city that cannot be drawn", () => {
  it("refuses a place in a district that it has not, or that has no street", () => {
    const place = placesIn(["A"], () => "A", [], seededRandom(1, "places"));
    expect(() => place("B")).toThrow("No district B.");
    expect(() => place("A")).toThrow("without streets");
  });

  it("refuses to pick from nothing, and an arc of a ring without nodes", () => {
    expect(() => seededRandom(1, "picks").pick([])).toThrow("Nothing to pick from.");
    expect(() => arc([], 0, 2)).toThrow("A ring without nodes has no arc.");
    expect(closedRing([])).toEqual([]);
  });

  it("finds no corner between parallel streets, and one where they cross", () => {
    const street = (name: string, ...points: [number, number][]) => ({ name, points });
    const along = street("Along", [0, 0], [100, 0]);
    expect(findCorners([along, street("Beside", [0, 10], [100, 10])] as never)).toEqual([]);
    expect(findCorners([along, street("Across", [50, -20], [50, 20])] as never)).toEqual([
      { at: [50, 0], streets: ["Along", "Across"] },
    ]);
  });
});
