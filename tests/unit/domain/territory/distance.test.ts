import { describe, expect, it } from "vitest";
import { metresBetween } from "#domain/territory/distance.ts";

const place = (longitude: number, latitude: number) => ({ longitude, latitude });

describe("the distance between two places", () => {
  it("is 2,886.448 km from Nashville to Los Angeles (Rosetta Code: 2,886.44444 km for R = 6,371 km)", () => {
    const metres = metresBetween(place(-86.67, 36.12), place(-118.4, 33.94));
    expect(metres).toBeCloseTo((2_886_444.442_838 * 6_371_008.8) / 6_371_000, 3);
  });

  it("is 111,195.08 m for a degree of any great circle", () => {
    expect(metresBetween(place(0, 0), place(1, 0))).toBeCloseTo(111_195.08, 2);
    expect(metresBetween(place(4, 45), place(4, 46))).toBeCloseTo(111_195.08, 2);
  });

  it("is nought from a place to itself, and the same both ways", () => {
    const [here, there] = [place(4.39, 45.44), place(4.3901, 45.4401)];
    expect(metresBetween(here, here)).toBe(0);
    expect(metresBetween(here, there)).toBe(metresBetween(there, here));
  });

  it("goes the short way across the date line", () => {
    expect(metresBetween(place(179.5, 0), place(-179.5, 0))).toBeCloseTo(111_195.08, 2);
  });

  it("is half the circumference between antipodes, where rounding could leave the sine above 1", () => {
    expect(metresBetween(place(0, 90), place(0, -90))).toBeCloseTo(20_015_114.4, 0);
    expect(metresBetween(place(4.39, 45.44), place(-175.61, -45.44))).toBeCloseTo(20_015_114.4, 0);
  });
});
