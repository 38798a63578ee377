import { fiscalYearOf } from "#domain/period/fiscal-year.ts";
import { isOfBasis } from "./chosen-amount.ts";
import type { CostLine } from "./cost-line.ts";
import { type LedgerLine, oneCurrency, sourcesOf } from "./ledger-line.ts";

/** What the ledger says of one basis: an amount, and how many lines of it have none; undefined without any line. */
export type BasisTotal = { cents: number; lines: number; silentLines: number };

export type PlannedAndActual = {
  family: CostLine["family"];
  kind: CostLine["kind"];
  planned: BasisTotal | undefined;
  committed: BasisTotal | undefined;
  actual: BasisTotal | undefined;
  sourceIds: number[];
};

/**
 * What was planned, committed and spent in one accounting year, by kind and family, as the accounts have it.
 * Unit: cents of one currency, as recorded; nothing is written off, so that a budget is read against its execution.
 * Estimates stand with what was spent. A basis without a line has no figure: it is not zero.
 * Refuses lines in several currencies.
 */
export function plannedAndActual(
  lines: readonly LedgerLine[],
  year: number,
  startMonth: number,
): PlannedAndActual[] {
  const ofYear = lines.filter(({ periodFrom }) => fiscalYearOf(periodFrom, startMonth) === year);
  oneCurrency(ofYear);
  const groups = new Map<string, LedgerLine[]>();
  for (const line of ofYear) {
    const key = `${line.kind} ${line.family}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ family, kind }) => ({
      family,
      kind,
      planned: totalOf(group, "planned"),
      committed: totalOf(group, "committed"),
      actual: totalOf(group, "actual"),
      sourceIds: sourcesOf(group),
    })),
  );
}

function totalOf(
  group: readonly LedgerLine[],
  basis: "actual" | "committed" | "planned",
): BasisTotal | undefined {
  const lines = group.filter((line) => isOfBasis(line, basis));
  if (lines.length === 0) return undefined;
  const count = (some: readonly LedgerLine[]) => some.reduce((sum, line) => sum + line.lines, 0);
  return {
    cents: lines.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
    lines: count(lines),
    silentLines: count(
      lines.filter(({ amountCents, status }) => amountCents === null && status !== "declared-zero"),
    ),
  };
}
