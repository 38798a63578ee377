import { wholeYear } from "#domain/indicator/counted-period.ts";
import type { CostOfYear, IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import type { PublishedCount } from "#domain/indicator/protected-counts.ts";

/** What is known of an area in a test: nothing but what the test says. */
export function factsOf(facts: Partial<IndicatorFacts> = {}): IndicatorFacts {
  return {
    today: "2026-06-01",
    counts: [],
    located: [],
    cameras: [],
    populations: [],
    costs: [],
    authorisations: undefined,
    registrySourceIds: [7],
    orderSourceIds: [8],
    ...facts,
  };
}

/** A yearly count; a silence is given in the place of its number. */
export function countOf(
  [funnel, stage]: readonly [string, string],
  value: number | PublishedCount["kind"],
  changes: Partial<PublishedCount> = {},
): PublishedCount {
  const isNumber = typeof value === "number";
  return {
    definition: `${funnel}-${stage}`,
    funnel,
    stage,
    unit: "request",
    wording: "as counted",
    scope: "streets",
    year: 2024,
    counted: wholeYear(changes.year ?? 2024),
    result: null,
    sourceIds: [1],
    unknownResults: undefined,
    kind: isNumber ? (value === 0 ? "zero" : "known") : value,
    value: isNumber ? value : undefined,
    ...changes,
  };
}

/** Cameras in service since a day. */
export function camerasSince(since: string | null, cameras: number) {
  return { status: "in-service" as const, since, removedOn: null, cameras };
}

export function costOf(changes: Partial<CostOfYear> = {}): CostOfYear {
  return {
    period: { from: "2024-01-01", to: "2024-12-31" },
    cents: 130_000_000,
    currency: "EUR",
    vatIncluded: false,
    estimated: false,
    counted: 9,
    lines: 9,
    definition: "yearly-spend",
    sourceIds: [3],
    ...changes,
  };
}
