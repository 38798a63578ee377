import type { FullCostYear } from "#domain/cost/full-cost.ts";

export type MarginalCost = {
  /** Cents of the year with investments written off: what the system costs. */
  withCapital: number;
  /** Cents of the year without them: what would no longer be paid, were everything switched off. */
  withoutCapital: number;
  /** The write-off: already paid, whatever is decided. */
  sunk: number;
  /** Cents left to write off after the year. */
  bookValue: number;
  /** Share of the yearly cost that can still be avoided, 0 to 1; undefined when nothing was spent. */
  avoidableShare: number | undefined;
};

/**
 * What of a year's gross cost can still be decided, against what is spent already. Unit: cents.
 * Avoidable = staff + running; sunk = write-off. An upper bound of what stopping would save in the first year: contracts
 * have a term, and people change posts. Grants are left out: some have to be paid back when what they paid for stops.
 */
export function marginalCost(year: FullCostYear, bookValue: number): MarginalCost {
  const withoutCapital = year.staffCents + year.runningCents;
  return {
    withCapital: year.grossCents,
    withoutCapital,
    sunk: year.capitalCents,
    bookValue,
    avoidableShare: year.grossCents > 0 ? withoutCapital / year.grossCents : undefined,
  };
}
