import { present } from "#domain/presence/present.ts";
import type { PopulationCount } from "#domain/territory/territory-records.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { type DistrictCode, districtNames } from "./street-names.ts";

/** Inhabitants of each district in 2015; about 84,000 together. One is small enough for small counts to occur. */
const inhabitantsIn2015: Readonly<Record<DistrictCode, number>> = {
  VT01: 9_800,
  VT02: 8_900,
  VT03: 10_400,
  VT04: 7_600,
  VT05: 9_700,
  VT06: 8_200,
  VT07: 1_900,
  VT08: 7_900,
  VT09: 5_200,
  VT10: 4_300,
  VT11: 6_100,
  VT12: 4_200,
};
const countedYears = [2015, 2018, 2021, 2023];
const definition = "Population municipale (donnée fictive)";

/** Population by district in four years, and the city as their sum. */
export function populationsOf(random: SeededRandom): PopulationCount[] {
  const growth = districtNames.map(() => random.between(-0.006, 0.011));
  return countedYears.flatMap((year) => {
    const districts = districtNames.map(({ code }, index) => ({
      districtCode: code,
      year,
      inhabitants: Math.round(
        inhabitantsIn2015[code] * (1 + present(growth[index])) ** (year - 2015),
      ),
      definition,
    }));
    const inhabitants = districts.reduce((sum, district) => sum + district.inhabitants, 0);
    return [...districts, { year, inhabitants, definition }];
  });
}

/** Thousands of inhabitants on which the level of a district's events stands: those of 2015, so that trends are common. */
export function thousandsOf(district: DistrictCode): number {
  return inhabitantsIn2015[district] / 1000;
}
