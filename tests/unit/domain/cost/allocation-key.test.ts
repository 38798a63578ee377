import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocationKeys, costByUnitOfKey, shareOfJointCost } from "#domain/cost/allocation-key.ts";

const time = (cameraYears: number, cameras = 1, hours: number | null = null) => ({
  cameraYears,
  cameras,
  hours,
});

describe("the share of a joint cost", () => {
  it("goes by months in service: half a year in service bears half of what a whole year does", () => {
    const all = time(1.5, 2);
    expect(shareOfJointCost(300, "camera-months", time(1), all)).toBe(200);
    expect(shareOfJointCost(300, "camera-months", time(0.5), all)).toBe(100);
  });

  it("or is equal for each camera that served at all, or goes by hours", () => {
    const all = time(1.5, 2, 400);
    expect(shareOfJointCost(300, "equal", time(0.5), all)).toBe(150);
    expect(shareOfJointCost(300, "hours", time(0.5, 1, 100), all)).toBe(75);
  });

  it("is not invented where nobody counts the hours, or nothing served", () => {
    expect(shareOfJointCost(300, "hours", time(1), time(2, 2, 400))).toBeUndefined();
    expect(shareOfJointCost(300, "hours", time(1, 1, 5), time(2, 2))).toBeUndefined();
    expect(shareOfJointCost(300, "camera-months", time(0), time(0, 0))).toBeUndefined();
  });

  it("tells a cost by the unit of each key", () => {
    const all = { cameraYears: 40, cameras: 50, hours: 20_000 };
    expect(allocationKeys.map((key) => costByUnitOfKey(2_000, key, all))).toEqual([50, 40, 10]);
    expect(costByUnitOfKey(2_000, "hours", { ...all, hours: null })).toBeUndefined();
  });

  it("adds up to the joint cost over all cameras, under each key", () => {
    const camera = fc.record({
      cameraYears: fc.double({ min: 0.01, max: 1, noNaN: true }),
      cameras: fc.constant(1),
      hours: fc.integer({ min: 1, max: 8760 }),
    });
    fc.assert(
      fc.property(
        fc.array(camera, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...allocationKeys),
        (cameras, key) => {
          const sum = (of: "cameraYears" | "cameras" | "hours") =>
            cameras.reduce((total, one) => total + one[of], 0);
          const all = {
            cameraYears: sum("cameraYears"),
            cameras: sum("cameras"),
            hours: sum("hours"),
          };
          const shares = cameras.map((one) => shareOfJointCost(1e6, key, one, all) ?? Number.NaN);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1e6, 4);
        },
      ),
    );
  });
});
