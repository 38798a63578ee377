import { fiscalYearOf } from "#domain/period/fiscal-year.ts";
import { isOfBasis } from "./chosen-amount.ts";
import type { CostChoices } from "./cost-choices.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { chargesOf } from "./line-charges.ts";

/**
 * What is left to write off, at the end of an accounting year, of the investments made until then: money that is spent
 * whatever is decided. Unit: cents; investments whose amount is not known are not in it.
 * Formula: Σ straight-line charges of the years after, whatever the method chosen for the yearly cost: an equivalent
 * annual cost pays for capital as well, and has no book value.
 */
export function bookValue(
  lines: readonly LedgerLine[],
  choices: CostChoices,
  startMonth: number,
  year: number,
): number {
  const straight: CostChoices = { ...choices, method: { kind: "straight-line" } };
  return lines
    .filter((line) => line.kind === "capital" && isOfBasis(line, choices.basis))
    .filter(({ periodFrom }) => fiscalYearOf(periodFrom, startMonth) <= year)
    .flatMap((line) => chargesOf(line, straight, startMonth))
    .reduce((sum, charge) => sum + (charge.year > year && "cents" in charge ? charge.cents : 0), 0);
}
