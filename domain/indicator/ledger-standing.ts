import type { FullCostYear } from "#domain/cost/full-cost.ts";

/** What a full cost cannot do without. */
export type MissingNature = "capital" | "staff" | "running";

/**
 * What a year lacks to be called a full cost: a ledger without any line of investment, of staff or of running cost tells
 * what was spent, not what the system costs. A line whose amount is silent counts as there: the silence is named.
 * Empty when the year may be called a full cost.
 */
export function lackingForFullCost(year: FullCostYear): MissingNature[] {
  return (["capital", "staff", "running"] as const).filter(
    (nature) => !year.families.some((family) => family.nature === nature),
  );
}
