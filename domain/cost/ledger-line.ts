import type { CostLine } from "./cost-line.ts";

/**
 * Ledger lines of the same nature, period and asset, summed for the engine.
 * Unit: integer cents of one currency; a credit note is negative. Lines may be summed together only when everything
 * here but the amounts, the count and the sources is the same, and when all of them say their VAT or none does:
 * `vatCents` is null as soon as one line of the group does not say it.
 */
export type LedgerLine = {
  /** Reference of the line when it is alone in its group. */
  reference?: string;
  /** What the line says it is for: kept for grants and receipts, which are shown one by one. */
  label?: string | null;
  kind: CostLine["kind"];
  family: CostLine["family"];
  status: CostLine["status"];
  basis: CostLine["basis"];
  /** A line on districts that names none is one on the system. */
  targetKind: CostLine["targetKind"];
  periodFrom: string;
  periodTo: string;
  commissionedOn: string | null;
  usefulLifeYears: number | null;
  /** Null when the status says why there is no amount: never to be read as zero. */
  amountCents: number | null;
  vatCents: number | null;
  vatIncluded: boolean;
  currency: string;
  funder: string | null;
  /** Lines summed here. */
  lines: number;
  sourceIds: readonly number[];
};

/** True for a line that names what it is for, cameras or districts: it is theirs, and no key shares it among all. */
export function isDirect({ targetKind }: Pick<LedgerLine, "targetKind">): boolean {
  return targetKind === "camera" || targetKind === "district";
}

/** True for an amount that somebody estimated, either as a line or as the basis of its budget. */
export function isEstimated(line: Pick<LedgerLine, "status" | "basis">): boolean {
  return line.status === "estimated" || line.basis === "estimated";
}

/**
 * The one currency of some ledger lines; undefined when there is no line.
 * Refuses lines in several currencies: they are never added, and no exchange rate is assumed.
 */
export function oneCurrency(lines: readonly { currency: string }[]): string | undefined {
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  if (currencies.length > 1) {
    throw new RangeError(`Amounts in ${currencies.join(" and ")} cannot be added.`);
  }
  return currencies[0];
}

/** Sources of some lines, each once, in order. */
export function sourcesOf(lines: readonly { sourceIds: readonly number[] }[]): number[] {
  return [...new Set(lines.flatMap(({ sourceIds }) => sourceIds))].sort((a, b) => a - b);
}
