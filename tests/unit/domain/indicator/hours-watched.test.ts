import { describe, expect, it } from "vitest";
import { shareOfJointCost } from "#domain/cost/allocation-key.ts";
import { hoursWatched } from "#domain/indicator/hours-watched.ts";
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
    expect(hoursWatched(cells, calendar)).toEqual({ hours: 9000, scope: "all", sourceIds: [6] });
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
    for (const other of others) expect(hoursWatched([other], calendar)).toBeUndefined();
  });

  it("are unknown of an accounting year that is no calendar year", () => {
    expect(hoursWatched([cell(9000)], { from: "2024-04-01", to: "2025-03-31" })).toBeUndefined();
    expect(hoursWatched([cell(9000)], { from: "2024-01-01", to: "2024-06-30" })).toBeUndefined();
  });

  it("share the joint cost in full among the cameras that were watched", () => {
    const all = { cameraYears: 3, cameras: 3, hours: 9000 };
    const shares = [1000, 3000, 5000].map((hours) =>
      shareOfJointCost(90_000, "hours", { cameraYears: 1, cameras: 1, hours }, all),
    );
    expect(shares).toEqual([10_000, 30_000, 50_000]);
  });
});
