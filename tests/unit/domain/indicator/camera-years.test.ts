import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CamerasByDates,
  camerasInServiceOn,
  cameraYears,
} from "#domain/indicator/camera-years.ts";

const year = { from: "2025-01-01", to: "2025-12-31" };
const group = (given: Partial<CamerasByDates>): CamerasByDates => ({
  status: "in-service",
  since: null,
  removedOn: null,
  cameras: 1,
  ...given,
});

describe("Camera-years", () => {
  it("count a camera installed in December for its days, not for a year", () => {
    expect(cameraYears([group({ since: "2025-12-01" })], year)).toEqual({
      value: 31 / 365,
      dated: 1,
      undated: 0,
    });
  });

  it("count one removed in November until it was, and not at all once its day is unknown", () => {
    const removed = { status: "removed", since: "2020" } as const;
    const counted = cameraYears([group({ ...removed, removedOn: "2025-11-30" })], year);
    expect(counted.value).toBeCloseTo(334 / 365, 12);
    expect(cameraYears([group(removed)], year).value).toBe(0);
  });

  it("count a camera without a known date for the whole period, and say so", () => {
    expect(cameraYears([group({ cameras: 3 })], year)).toEqual({ value: 3, dated: 0, undated: 3 });
  });

  it("of less than a year are that part of it, and of a year and a half are one and a half", () => {
    const one = [group({ since: "2020" })];
    const years = (from: string, to: string) => cameraYears(one, { from, to }).value;
    expect(years("2025-01-01", "2025-03-31")).toBeCloseTo(90 / 365.25, 12);
    expect(years("2025-01-01", "2025-01-01")).toBeCloseTo(1 / 365.25, 12);
    expect(years("2024-01-01", "2025-06-30")).toBeCloseTo(547 / 365.25, 12);
    expect(years("2024-01-01", "2024-12-31")).toBe(1);
    expect(years("2021-04-01", "2025-03-31")).toBe(4);
  });

  it("leave out what was only planned, and what came later", () => {
    const later = [group({ status: "planned" }), group({ since: "2026-01-01" })];
    expect(cameraYears(later, year)).toEqual({ value: 0, dated: 0, undated: 0 });
  });

  it("read a partial date from the first day that it may mean", () => {
    expect(cameraYears([group({ since: "2025" })], year).value).toBe(1);
    expect(camerasInServiceOn([group({ since: "2025-06" })], "2025-06-01")).toBe(1);
    expect(camerasInServiceOn([group({ since: "2025-06" })], "2025-05-31")).toBe(0);
  });

  it("never exceed the cameras over a year, and add up over groups", () => {
    const groups = fc.array(
      fc.record({
        status: fc.constantFrom("in-service" as const, "removed" as const, "planned" as const),
        since: fc.constantFrom(null, "2024", "2025-03", "2025-12-31"),
        removedOn: fc.constantFrom(null, "2025-04", "2025-12-31", "2026-02-01"),
        cameras: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(groups, (all) => {
        const whole = cameraYears(all, year);
        const sum = all.reduce((total, one) => total + cameraYears([one], year).value, 0);
        expect(whole.value).toBeCloseTo(sum, 9);
        expect(whole.value).toBeLessThanOrEqual(whole.dated + whole.undated + 1e-9);
      }),
    );
  });
});
