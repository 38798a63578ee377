import type { CostChoices } from "./cost-choices.ts";
import type { CostLine } from "./cost-line.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { atConstantPrices } from "./price-index.ts";

/** Why a line brings no amount: three silences of the ledger, and a year of which the price index says nothing. */
export type AmountSilence =
  | Extract<CostLine["status"], "not-broken-down" | "not-communicated">
  | "no-price-index";

/**
 * What was paid of a line, with or without VAT as chosen. Unit: cents.
 * "as-recorded" takes the amount as the ledger has it. Undefined where the line does not say its VAT and the choice
 * needs it: no rate is assumed. Null where the ledger has no amount; 0 where it declares none.
 */
export function amountAsChosen(
  line: LedgerLine,
  vat: CostChoices["vat"],
): number | null | undefined {
  if (line.status === "declared-zero") return 0;
  const { amountCents, vatCents, vatIncluded } = line;
  if (amountCents === null) return null;
  if (vat === "as-recorded" || (vat === "included") === vatIncluded) return amountCents;
  if (vatCents === null) return undefined;
  return vat === "included" ? amountCents + vatCents : amountCents - vatCents;
}

/** True for a line that the basis takes: what was spent and estimates of it, or what is planned, or only committed. */
export function isOfBasis(line: Pick<LedgerLine, "basis">, basis: CostChoices["basis"]): boolean {
  return line.basis === basis || (basis === "actual" && line.basis === "estimated");
}

/** Cents of one year at the prices chosen; undefined where the index is silent on that year. */
export function atChosenPrices(
  cents: number,
  year: number,
  prices: CostChoices["prices"],
): number | undefined {
  return prices.kind === "current"
    ? cents
    : atConstantPrices(cents, year, prices.year, prices.index);
}

/** A choice that this ledger cannot honour, and why. The figure asked is then not shown at all. */
export type RefusedChoice =
  | { reason: "vat-not-said"; lines: number }
  | { reason: "index-silent"; year: number };

/**
 * The choices that these lines cannot honour: amounts with or without VAT where some lines do not say it, prices of a
 * year on which the index is silent. Ask before `fullCosts`, which refuses them too.
 */
export function refusedChoices(
  lines: readonly LedgerLine[],
  choices: CostChoices,
): RefusedChoice[] {
  const unsaid = lines
    .filter((line) => isOfBasis(line, choices.basis))
    .filter((line) => amountAsChosen(line, choices.vat) === undefined);
  const count = unsaid.reduce((sum, line) => sum + line.lines, 0);
  const { prices } = choices;
  const isSilent = prices.kind === "constant" && prices.index.values[prices.year] === undefined;
  return [
    ...(count > 0 ? [{ reason: "vat-not-said" as const, lines: count }] : []),
    ...(isSilent ? [{ reason: "index-silent" as const, year: prices.year }] : []),
  ];
}
