import type { RegistryYear } from "#domain/annual-report/registry-year.ts";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import type { PublishedCount } from "#domain/indicator/protected-counts.ts";

export const noCameras: RegistryYear = {
  year: 2024,
  release: 7,
  asOf: "2024-12-31",
  builtOn: "2025-03-01",
  currency: "EUR",
  needsOrders: true,
  facts: {
    today: "2024-12-31",
    counts: [],
    located: [],
    cameras: [],
    populations: [],
    costs: [],
    authorisations: undefined,
    registrySourceIds: [],
    orderSourceIds: [],
  },
  authorisations: {
    inService: 0,
    byState: {},
    byOrder: new Map(),
    overRetention: 0,
    withRetention: 0,
  },
  orders: [],
  purposes: [],
  camerasWithPurpose: 0,
  cameras: { inService: 0, undated: 0 },
  cost: undefined,
  costBefore: undefined,
  hasNextBudget: false,
  population: undefined,
  districts: [],
  areDistrictsKnown: false,
  studies: [],
  opinions: [],
  releases: [],
  institutions: [],
};

export function countOf(given: Partial<PublishedCount>): PublishedCount {
  return {
    definition: "requests",
    funnel: "footage-review",
    stage: "requested",
    unit: "request",
    wording: "requests for footage received by the control room",
    scope: "streets",
    year: 2024,
    counted: wholeYear(given.year ?? 2024),
    result: null,
    kind: "known",
    value: 120,
    unknownResults: undefined,
    sourceIds: [3],
    ...given,
  };
}

/** A city of one camera, in service since 2023, with one count of each kind. */
export const oneCamera: RegistryYear = {
  ...noCameras,
  facts: {
    ...noCameras.facts,
    cameras: [{ status: "in-service", since: "2023-05-01", removedOn: null, cameras: 1 }],
    populations: [{ year: 2022, inhabitants: 5000, sourceId: 4 }],
    registrySourceIds: [1],
    orderSourceIds: [2],
    counts: [
      countOf({}),
      countOf({ year: 2023, value: 90 }),
      countOf({ result: "relevant-found", value: 40 }),
      countOf({ result: "nothing-found", value: 80 }),
      countOf({
        definition: "breaches",
        funnel: "rights",
        stage: "breaches",
        kind: "withheld",
        value: undefined,
      }),
      countOf({
        definition: "complaints",
        funnel: "rights",
        stage: "complaints",
        kind: "zero",
        value: 0,
      }),
    ],
  },
  authorisations: {
    inService: 1,
    byState: { expired: 1 },
    byOrder: new Map([["A1", 1]]),
    overRetention: 0,
    withRetention: 1,
  },
  orders: [{ number: "A1", grantedOn: "2019-02-01", expiresOn: "2024-02-01", perimeter: null }],
  purposes: [{ purpose: "traffic-flow", cameras: 1 }],
  camerasWithPurpose: 1,
  cameras: { inService: 1, undated: 0 },
  districts: [
    {
      code: "A",
      name: "Old Town",
      cameras: [{ status: "in-service", since: "2023-05-01", removedOn: null, cameras: 1 }],
      population: undefined,
    },
  ],
  areDistrictsKnown: true,
};
