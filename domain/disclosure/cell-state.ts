/**
 * What the public reads of one cell. Four states, never collapsed into one blank.
 *
 * `zero`: counted, and there was none. `withheld`: known and protected; nothing says whether for its own sake (a small
 * cell) or for a neighbour's, because that alone would tell that it holds 1 to k − 1 events.
 * `not-available`: not collected, or late.
 */
export type PublishedCell =
  | { readonly state: "published"; readonly count: number }
  | { readonly state: "zero" | "withheld" | "not-available" };

export type CellState = PublishedCell["state"];

export const cellStates = [
  "published",
  "zero",
  "withheld",
  "not-available",
] as const satisfies readonly CellState[];

/** The public face of a count: 0 is shown as a zero, a hidden count as withheld, an absent one as not available. */
export function publishCell(count: number | undefined, hidden: boolean): PublishedCell {
  if (hidden) return { state: "withheld" };
  if (count === undefined) return { state: "not-available" };
  return count === 0 ? { state: "zero" } : { state: "published", count };
}
