import type { CostRange } from "#domain/indicator/expected-cost.ts";

/** The years of the ledger that some terms were read in. */
export function ledgerYears(ranges: readonly CostRange[]): { from: string; to: string } {
  return {
    from: String(Math.min(...ranges.map(({ from }) => from))),
    to: String(Math.max(...ranges.map(({ to }) => to))),
  };
}
