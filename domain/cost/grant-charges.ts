import { splitCents } from "#domain/money/split-cents.ts";
import { fiscalYearOf } from "#domain/period/fiscal-year.ts";
import { present } from "#domain/presence/present.ts";
import { amountAsChosen } from "./chosen-amount.ts";
import type { CostChoices } from "./cost-choices.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { chargesOf, investmentCharges, type LineCharge, startOf } from "./line-charges.ts";
import { usefulLifeOf } from "./useful-lives.ts";

/**
 * What a grant takes off each accounting year. Unit: cents.
 * A grant for investments is taken back into the accounts as fast as what it paid for is written off: it is spread like
 * the investments of its accounting year, in proportion to their amounts, so that the net cost is what it would be had
 * they cost less. With a useful life or a commissioning date of its own it keeps to them; without investments that
 * year, the default life. A receipt falls on the years of its period.
 * Source: grants attached to depreciable assets are written back at the pace of their depreciation (M57, accounts 131
 * and 139).
 */
export function grantCharges(
  grant: LedgerLine,
  investments: readonly LedgerLine[],
  choices: CostChoices,
  startMonth: number,
): LineCharge[] {
  const cents = amountAsChosen(grant, choices.vat);
  if (grant.kind === "receipt" || cents === null || cents === undefined)
    return chargesOf(grant, choices, startMonth);
  const paidFor = isDated(grant) ? [] : sameYear(grant, investments, startMonth);
  if (paidFor.length === 0) {
    const life = usefulLifeOf(grant, choices.usefulLife);
    return investmentCharges(cents, grant, startOf(grant), life, choices, startMonth);
  }
  const parts = splitCents(
    cents,
    paidFor.map(({ amountCents }) => present(amountCents)),
  );
  return paidFor.flatMap((asset, index) => {
    const life = usefulLifeOf(asset, choices.usefulLife);
    return investmentCharges(
      present(parts[index]),
      grant,
      startOf(asset),
      life,
      choices,
      startMonth,
    );
  });
}

function isDated({ commissionedOn, usefulLifeYears }: LedgerLine): boolean {
  return commissionedOn !== null || usefulLifeYears !== null;
}

function sameYear(
  grant: LedgerLine,
  investments: readonly LedgerLine[],
  startMonth: number,
): LedgerLine[] {
  const year = fiscalYearOf(grant.periodFrom, startMonth);
  return investments.filter(
    ({ periodFrom, amountCents }) =>
      amountCents !== null && amountCents > 0 && fiscalYearOf(periodFrom, startMonth) === year,
  );
}
