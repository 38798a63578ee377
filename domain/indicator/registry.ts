import { costIndicators } from "./cost-indicators.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";

const overRegistry = { accepts: ["scope-unknown"] } as const;
const sameScope = { accepts: [] } as const;
const noBetterWay = { reading: "no-better-way", published: null } as const;

const equipment: readonly IndicatorDefinition[] = [
  {
    id: "cameras-per-1000-inhabitants",
    family: "equipment",
    numerator: "cameras-in-service",
    denominator: "inhabitants",
    method: "ratio",
    unit: "per-thousand",
    times: 1000,
    ...overRegistry,
    byDistrict: true,
    ...noBetterWay,
    published: "cameras",
    methodology: "cameras-per-thousand-inhabitants",
  },
  {
    id: "service-availability",
    family: "equipment",
    numerator: "camera-days-in-order",
    denominator: "camera-days",
    method: "census-share",
    unit: "share",
    times: 1,
    ...overRegistry,
    byDistrict: false,
    ...noBetterWay,
    reading: "less-is-lost",
    methodology: "utilisation",
  },
];

const share = { method: "share", unit: "share", times: 1, ...sameScope } as const;
const rate = { method: "rate", unit: "per-camera-year", times: 1, ...overRegistry } as const;
const footage: readonly IndicatorDefinition[] = [
  {
    id: "requests-per-camera-year",
    family: "footage",
    numerator: "requests",
    denominator: "camera-years",
    ...rate,
    byDistrict: true,
    ...noBetterWay,
    published: "requests-per-camera",
    methodology: "utilisation",
  },
  {
    id: "availability-rate",
    family: "footage",
    numerator: "available",
    denominator: "requests",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    reading: "less-is-lost",
    methodology: "outcome-funnel",
  },
  {
    id: "usable-rate",
    family: "footage",
    numerator: "usable",
    denominator: "requests",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "outcome-funnel",
  },
  {
    id: "relevance-rate",
    family: "footage",
    numerator: "relevant",
    denominator: "requests",
    ...share,
    byDistrict: true,
    ...noBetterWay,
    methodology: "protected-reviews",
  },
  {
    id: "contribution-rate",
    family: "footage",
    numerator: "contributed",
    denominator: "requests",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "outcome-funnel",
  },
];

const investigations: readonly IndicatorDefinition[] = [
  {
    id: "investigation-contribution-rate",
    family: "investigations",
    numerator: "investigations-with-footage",
    denominator: "investigations",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
  {
    id: "solved-contribution-rate",
    family: "investigations",
    numerator: "solved-with-footage",
    denominator: "solved",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
];

const live: readonly IndicatorDefinition[] = [
  {
    id: "detections-per-camera-year",
    family: "live",
    numerator: "detections",
    denominator: "camera-years",
    ...rate,
    byDistrict: true,
    ...noBetterWay,
    methodology: "utilisation",
  },
  {
    id: "alerts-per-camera-year",
    family: "live",
    numerator: "alerts",
    denominator: "camera-years",
    ...rate,
    byDistrict: true,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
  {
    id: "live-arrests-per-camera-year",
    family: "live",
    numerator: "live-arrests",
    denominator: "camera-years",
    ...rate,
    byDistrict: false,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
  {
    id: "live-arrest-share",
    family: "live",
    numerator: "live-arrests",
    denominator: "arrests",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
  {
    id: "fines-per-camera-year",
    family: "fines",
    numerator: "fines",
    denominator: "camera-years",
    ...rate,
    byDistrict: false,
    ...noBetterWay,
    methodology: "compute-indicator",
  },
];

const lawAndRights: readonly IndicatorDefinition[] = [
  {
    id: "valid-authorisation-share",
    family: "law",
    numerator: "cameras-under-valid-order",
    denominator: "cameras-needing-order",
    method: "census-share",
    unit: "share",
    times: 1,
    ...overRegistry,
    byDistrict: false,
    reading: "more-is-lawful",
    published: null,
    methodology: "summarise-authorisations",
  },
  {
    id: "access-granted-rate",
    family: "rights",
    numerator: "access-granted",
    denominator: "access-received",
    ...share,
    byDistrict: false,
    ...noBetterWay,
    methodology: "outcome-funnel",
  },
];

/**
 * Every indicator of the product, as data: what is divided by what, how, in which unit, and what is refused. No indicator
 * ranks anything; a better way to read it is given only where the law or the loss of footage defines one.
 */
export const indicators: readonly IndicatorDefinition[] = [
  ...equipment,
  ...costIndicators,
  ...footage,
  ...investigations,
  ...live,
  ...lawAndRights,
];

/** The indicator of an address; undefined when there is none of that name. */
export function findIndicator(id: string): IndicatorDefinition | undefined {
  return indicators.find((indicator) => indicator.id === id);
}
