import { describe, expect, it } from "vitest";
import {
  camerasPerThousandInhabitants,
  nearestPopulation,
} from "#domain/indicator/cameras-per-inhabitant.ts";
import { type KeyFigure, movingFigures } from "#domain/indicator/moving-figures.ts";

const spend = (of: string, value: number): KeyFigure => ({
  id: "yearly-spend",
  of,
  value,
  unit: "cents EUR",
});

describe("Figures that move between two releases", () => {
  it("are those that changed, appeared or went; each year is set against itself alone", () => {
    const moved = movingFigures(
      [spend("2023", 10), spend("2024", 20), spend("2022", 5)],
      [spend("2024", 21), spend("2023", 10), spend("2025", 7)],
    );
    expect(moved.map(({ of, before, after }) => [of, before, after])).toEqual([
      ["2024", 20, 21],
      ["2022", 5, null],
      ["2025", null, 7],
    ]);
  });

  it("are none where two computations differ in their last bits", () => {
    expect(movingFigures([spend("2024", 0.1 + 0.2)], [spend("2024", 0.3)])).toEqual([]);
    expect(movingFigures([spend("2024", 1e12)], [spend("2024", 1e12 + 1)])).toEqual([]);
    expect(movingFigures([spend("2024", 0)], [spend("2024", 1)])).toHaveLength(1);
  });
});

describe("Cameras per 1,000 inhabitants", () => {
  const counted = { year: 2021, inhabitants: 174_082, sourceId: 4 };

  it("name the year of the population, and both sources", () => {
    const measure = camerasPerThousandInhabitants(435, counted, [1]);
    expect(measure).toMatchObject({ kind: "known", sources: [1, 4] });
    expect(measure.kind === "known" && measure.value).toBeCloseTo(2.499, 3);
    expect(measure.period).toEqual({ from: "2021-01-01", to: "2021-12-31" });
  });

  it("are a zero without a camera, and no figure without inhabitants", () => {
    expect(camerasPerThousandInhabitants(0, counted, [1]).kind).toBe("zero");
    expect(camerasPerThousandInhabitants(3, undefined, [1]).kind).toBe("not-collected");
    const nobody = { ...counted, inhabitants: 0 };
    expect(camerasPerThousandInhabitants(3, nobody, [1]).kind).toBe("not-collected");
  });

  it("take the nearest count, the earlier one on a tie", () => {
    const counts = [2019, 2023, 2017].map((year) => ({ ...counted, year }));
    expect(nearestPopulation(counts, 2021)?.year).toBe(2019);
    expect(nearestPopulation(counts, 2030)?.year).toBe(2023);
    expect(nearestPopulation([], 2021)).toBeUndefined();
  });
});
