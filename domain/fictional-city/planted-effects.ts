import type { DistrictCode } from "./street-names.ts";

/** Kinds of recorded offences of the fictional city, as its records name them. */
export const offenceCategories = {
  vehicles: "Vols de véhicules et dans les véhicules",
  assaults: "Violences physiques non crapuleuses",
  thefts: "Vols sans violence contre des personnes",
  damage: "Destructions et dégradations",
  drugs: "Usage et trafic de stupéfiants",
} as const;
export type OffenceKind = keyof typeof offenceCategories;

/**
 * The truth behind the generated counts of Ville-Témoin, put there so that methods can be tested against it. Factors
 * multiply the expected number of events from `from` on (1 changes nothing, 0.8 takes a fifth away); a relative effect
 * size, which is above 1 when crime falls, should find 1 / factor. Every count of events has a variance of `dispersion`
 * times its mean. Nothing else differs between districts but their level: trends and seasons are common to all.
 *
 * - `vehicles`: cameras put up in 2019 in two districts lower vehicle offences there.
 * - `assaults`: the same cameras change nothing to assaults.
 * - `displacement`: part of what they avoid moves next door.
 * - `footage`: share of requests for footage that find something relevant, by district; years before 2017 have no result.
 * - `controls`: districts on the other side of the city, where cameras were put up too, planted to change nothing.
 * - `controlRing`: a district beside the controls and beside no treated one, where nothing is planted.
 */
export const plantedEffects = {
  treated: ["VT03", "VT08"],
  displacedTo: ["VT09"],
  controls: ["VT05", "VT06", "VT11", "VT12"],
  controlRing: ["VT10"],
  installedIn: 2019,
  from: "2020-01-01",
  before: { from: 2015, to: 2018 },
  after: { from: 2020, to: 2023 },
  factors: { vehicles: 0.8, assaults: 1, displacement: 1.1 },
  dispersion: 1.6,
  footage: {
    resultsSince: 2017,
    relevanceShare: {
      VT01: 0.34,
      VT02: 0.31,
      VT03: 0.38,
      VT04: 0.27,
      VT05: 0.29,
      VT06: 0.3,
      VT07: 0.18,
      VT08: 0.36,
      VT09: 0.22,
      VT10: 0.24,
      VT11: 0.26,
      VT12: 0.2,
    } satisfies Record<DistrictCode, number>,
  },
} as const;

/** Factor planted on a kind of offence, in a district, in a year. */
export function plantedFactor(kind: OffenceKind, district: DistrictCode, year: number): number {
  if (year < Number(plantedEffects.from.slice(0, 4))) return 1;
  const isIn = (codes: readonly DistrictCode[]) => codes.includes(district);
  if (kind === "assaults")
    return isIn(plantedEffects.treated) ? plantedEffects.factors.assaults : 1;
  if (kind !== "vehicles") return 1;
  if (isIn(plantedEffects.treated)) return plantedEffects.factors.vehicles;
  return isIn(plantedEffects.displacedTo) ? plantedEffects.factors.displacement : 1;
}
