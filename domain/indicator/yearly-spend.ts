import { fiscalYearOf, fiscalYearPeriod } from "#domain/period/fiscal-year.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";

/** Ledger lines summed by month of start, kind, family, status, basis and target. */
export type LedgerTotal = {
  periodFrom: string;
  kind: string;
  family: string;
  status: string;
  basis: string;
  targetKind: string;
  vatIncluded: boolean;
  currency: string;
  amountCents: number | null;
  lines: number;
  sourceIds: readonly number[];
};

export type YearlySpend = {
  /** Accounting year, named by the year in which it starts. */
  year: number;
  period: Period;
  currency: string;
  operatingCents: number;
  capitalCents: number;
  grantCents: number;
  /** Families with a line whose amount is not known this year, and why. Never counted as zero. */
  missing: readonly { family: string; status: string }[];
  estimated: boolean;
  vatIncluded: boolean;
  lines: number;
  sourceIds: readonly number[];
};

/**
 * What was spent in each accounting year, as paid: operating and capital apart, grants received apart.
 * This is not a full annual cost: an investment weighs wholly on its year and nothing is depreciated.
 * Unit: cents of one currency, VAT as the lines say. What is planned or only committed is left out; estimates are flagged.
 * Credit notes are negative lines and cancel what they correct.
 */
export function yearlySpend(totals: readonly LedgerTotal[], startMonth: number): YearlySpend[] {
  const years = new Map<number, LedgerTotal[]>();
  for (const total of totals) {
    if (total.basis === "planned" || total.basis === "committed") continue;
    const year = fiscalYearOf(total.periodFrom, startMonth);
    years.set(year, [...(years.get(year) ?? []), total]);
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, lines]) => summarise(year, fiscalYearPeriod(year, startMonth), lines));
}

function summarise(year: number, period: Period, lines: readonly LedgerTotal[]): YearlySpend {
  const sum = (...kinds: string[]) =>
    lines.reduce(
      (cents, line) => (kinds.includes(line.kind) ? cents + (line.amountCents ?? 0) : cents),
      0,
    );
  const silent = lines.filter(
    (line) => line.amountCents === null && line.status !== "declared-zero",
  );
  return {
    year,
    period,
    currency: present(lines[0]).currency,
    operatingCents: sum("operating"),
    capitalCents: sum("capital"),
    grantCents: sum("grant", "receipt"),
    missing: silent.map(({ family, status }) => ({ family, status })),
    estimated: lines.some((line) => line.status === "estimated" || line.basis === "estimated"),
    vatIncluded: lines.some((line) => line.vatIncluded),
    lines: lines.reduce((count, line) => count + line.lines, 0),
    sourceIds: [...new Set(lines.flatMap((line) => line.sourceIds))].sort((a, b) => a - b),
  };
}
