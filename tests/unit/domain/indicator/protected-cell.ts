import type { ProtectedCount } from "#domain/indicator/protected-counts.ts";

/** A published cell of requests for footage in the city's year 2022, changed as asked. */
export function protectedCell(changes: Partial<ProtectedCount>): ProtectedCount {
  const year = changes.year ?? 2022;
  return {
    definition: "requests",
    funnel: "footage-review",
    stage: "requested",
    unit: "request",
    wording: "Demandes d’images",
    scope: "city",
    year,
    period: String(year),
    category: null,
    result: null,
    state: "published",
    value: 12,
    sourceIds: [3],
    ...changes,
  };
}
