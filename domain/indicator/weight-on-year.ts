import { isOfBasis } from "#domain/cost/chosen-amount.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { chargesOf } from "#domain/cost/line-charges.ts";

/** What some lines weigh on the year, and whether one of them is silent. */
export function weightOnYear(
  { year }: FullCostYear,
  lines: readonly LedgerLine[],
  choices: CostChoices,
  startMonth: number,
): { cents: number; isPartial: boolean } {
  const charges = lines
    .filter((line) => isOfBasis(line, choices.basis))
    .filter(({ kind }) => kind === "capital" || kind === "operating")
    .flatMap((line) => chargesOf(line, choices, startMonth))
    .filter((charge) => charge.year === year);
  return {
    cents: charges.reduce((sum, charge) => sum + ("cents" in charge ? charge.cents : 0), 0),
    isPartial: charges.some((charge) => "silence" in charge),
  };
}
