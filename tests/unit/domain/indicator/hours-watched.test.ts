import { describe, expect, it } from "vitest";
import { shareOfJointCost } from "#domain/cost/allocation-key.ts";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import { type HoursOfCameras, hoursWatched } from "#domain/indicator/hours-watched.ts";
import type { ProtectedCount } from "#domain/indicator/protected-counts.ts";

const cell = (value: number | null, changes: Partial<ProtectedCount> = {}): ProtectedCount => ({
  definition: "hours",
  funnel: "availability",
  stage: "hours-watched",
  unit: "hour",
  wording: "Camera-hours watched live",
  scope: "streets",
  year: 2024,
  period: "2024",
  category: null,
  result: null,
  state: value === null ? "withheld" : "published",
  value,
  sourceIds: [5],
  counted: wholeYear(2024),
  ...changes,
});
const cameras = (hours: number, changes: Partial<HoursOfCameras> = {}): HoursOfCameras => ({
  definition: "hours",
  wording: "Camera-hours watched live",
  scope: "streets",
  year: 2024,
  hours,
  counted: 10,
  least: 0,
  most: 4000,
  sourceIds: [7],
  ...changes,
});
const calendar = { from: "2024-01-01", to: "2024-12-31" };

describe("the hours watched in an accounting year", () => {
  it("are those of the whole city and year, the widest scope", () => {
    const cells = [
      cell(4000),
      cell(9000, { scope: "all", sourceIds: [6] }),
      cell(700, { period: "2024-03" }),
    ];
    expect(hoursWatched(cells, [], calendar, 10)).toEqual({
      definition: "hours",
      wording: "Camera-hours watched live",
      scope: "all",
      year: 2024,
      sourceIds: [6],
      hours: 9000,
      from: "city",
      ofCameras: undefined,
    });
  });

  it("are unknown where they are withheld, none, of another stage or of another year: never zero", () => {
    const others = [
      cell(null),
      cell(0),
      cell(50, { stage: "out-of-service" }),
      cell(50, { funnel: "live-monitoring" }),
      cell(50, { period: "2023", year: 2023 }),
      cell(50, { category: "night" }),
      cell(50, { result: "day" }),
    ];
    for (const other of others) expect(hoursWatched([other], [], calendar, 10)).toBeUndefined();
  });

  it("are unknown of an accounting year that is no calendar year", () => {
    const straddling = { from: "2024-04-01", to: "2025-03-31" };
    expect(hoursWatched([cell(9000)], [cameras(9000)], straddling, 10)).toBeUndefined();
    expect(
      hoursWatched([cell(9000)], [], { from: "2024-01-01", to: "2024-06-30" }, 10),
    ).toBeUndefined();
  });

  it("are those of a camera each where they are said, over the total of the city in the same words", () => {
    const narrow = cell(9500, { sourceIds: [6] });
    const wide = cell(90_000, { scope: "all" });
    expect(hoursWatched([wide, narrow], [cameras(9000)], calendar, 12)).toMatchObject({
      hours: 9500,
      from: "city",
      scope: "streets",
      ofCameras: { hours: 9000, counted: 10 },
      sourceIds: [7, 6],
    });
  });

  it("are the sum of the cameras where that is more than the city says, so that shares add up", () => {
    expect(hoursWatched([cell(8000)], [cameras(9000)], calendar, 12)).toMatchObject({
      hours: 9000,
      from: "cameras",
    });
  });

  it("are their sum where the city says nothing and as many are counted as served, otherwise no whole", () => {
    expect(hoursWatched([], [cameras(9000)], calendar, 10)).toMatchObject({
      hours: 9000,
      from: "cameras",
    });
    const some = hoursWatched([], [cameras(9000)], calendar, 11);
    expect(some).toMatchObject({ hours: null, ofCameras: { counted: 10 } });
    expect(hoursWatched([], [cameras(0)], calendar, 10)?.hours).toBeNull();
    const narrow = cameras(100, { scope: "b" });
    expect(hoursWatched([], [narrow, cameras(9000)], calendar, 11)?.ofCameras?.hours).toBe(9000);
    // A city that only says its total in other words is better than no whole.
    const other = cell(500, { scope: "all" });
    expect(hoursWatched([other], [cameras(9000)], calendar, 11)?.hours).toBe(500);
    expect(
      hoursWatched([], [cameras(9000), cameras(100, { scope: "b" })], calendar, 10)?.hours,
    ).toBe(9000);
  });

  it("of cameras are unknown in another year, or where none of them says any", () => {
    expect(hoursWatched([], [cameras(9000, { year: 2023 })], calendar, 10)).toBeUndefined();
    expect(hoursWatched([], [cameras(0, { counted: 0 })], calendar, 0)).toBeUndefined();
  });

  it("share the joint cost in full among the cameras that were watched", () => {
    const all = { cameraYears: 3, cameras: 3, hours: 9000 };
    const shares = [1000, 3000, 5000].map((hours) =>
      shareOfJointCost(90_000, "hours", { cameraYears: 1, cameras: 1, hours }, all),
    );
    expect(shares).toEqual([10_000, 30_000, 50_000]);
  });
});
