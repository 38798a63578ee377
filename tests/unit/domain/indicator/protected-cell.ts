import type { CategoryCell } from "#domain/indicator/protected-categories.ts";

/** A published cell of requests for footage in the city's year 2022, changed as asked. */
export function protectedCell(changes: Partial<CategoryCell>): CategoryCell {
  const year = changes.year ?? 2022;
  return {
    definition: "requests",
    funnel: "footage-review",
    stage: "requested",
    unit: "request",
    wording: "Demandes d’images",
    scope: "city",
    areaKind: "city",
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
