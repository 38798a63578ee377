import type { DistrictCode } from "./street-names.ts";

/** One decision of the fictional council: so many cameras in a district in a year. */
export type PlannedBatch = {
  plan: string;
  /** Undefined: voted, not yet put up. */
  year: number | undefined;
  district: DistrictCode;
  /** Cameras when the city has 400. */
  cameras: number;
};

const plan = (
  name: string,
  years: Readonly<Record<number, Partial<Record<DistrictCode, number>>>>,
): PlannedBatch[] =>
  Object.entries(years).flatMap(([year, districts]) =>
    Object.entries(districts).map(([district, cameras]) => ({
      plan: name,
      year: Number(year) > 2024 ? undefined : Number(year),
      district: district as DistrictCode,
      cameras,
    })),
  );

/** Three plans voted by the council, then one not yet carried out: 400 cameras, those of 2019 where effects are planted. */
export const councilPlans: readonly PlannedBatch[] = [
  ...plan("Plan 2015-2017", {
    2015: { VT01: 22, VT02: 9 },
    2016: { VT01: 20, VT05: 11 },
    2017: { VT01: 13, VT02: 13, VT05: 7, VT06: 9 },
  }),
  ...plan("Plan 2018-2020", {
    2018: { VT01: 9, VT04: 11, VT06: 11 },
    2019: { VT03: 41, VT08: 33 },
    2020: { VT01: 7, VT02: 11, VT04: 9 },
  }),
  ...plan("Plan 2021-2024", {
    2021: { VT05: 9, VT09: 11, VT11: 13 },
    2022: { VT01: 9, VT10: 13, VT12: 11 },
    2023: { VT04: 9, VT06: 13, VT09: 8, VT11: 11 },
    2024: { VT02: 9, VT05: 6, VT07: 4, VT10: 11, VT12: 7 },
  }),
  ...plan("Plan 2025-2027", { 2025: { VT07: 5, VT09: 8, VT12: 7 } }),
];

/**
 * Shares a number of things between parts in proportion to their weights, in whole numbers that add up exactly: each
 * part ends where the running sum of the weights rounds.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, passed] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const upTo = Math.round((total * passed) / whole);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}
