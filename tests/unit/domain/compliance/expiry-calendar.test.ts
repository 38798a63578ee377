import { describe, expect, it } from "vitest";
import { expiriesByHalfYear } from "#domain/compliance/expiry-calendar.ts";

const order = (expiresOn: string | null, cameras = 1) => ({
  grantedOn: "2021-01-01",
  expiresOn,
  cameras,
});

describe("Orders by the half-year in which they end", () => {
  it("stand from the first to the last, the empty ones between included", () => {
    const halves = expiriesByHalfYear(
      [
        order("2026-06-30", 4),
        order("2027-07-01", 3),
        order("2026-01-01", 2),
        order("2026-11-23", 5),
        order("2026-11-24", 7),
        order(null, 99),
      ],
      "2026-11-24",
    );
    expect(halves).toEqual([
      { year: 2026, half: 1, past: 2, coming: 0, cameras: 6 },
      { year: 2026, half: 2, past: 1, coming: 1, cameras: 12 },
      { year: 2027, half: 1, past: 0, coming: 0, cameras: 0 },
      { year: 2027, half: 2, past: 0, coming: 1, cameras: 3 },
    ]);
  });

  it("are none where no end is published", () => {
    expect(expiriesByHalfYear([order(null)], "2026-11-24")).toEqual([]);
    expect(expiriesByHalfYear([], "2026-11-24")).toEqual([]);
  });
});
