import type { Completeness } from "#domain/measure/measure.ts";
import { fiscalYearOf, fiscalYearPeriod } from "#domain/period/fiscal-year.ts";
import type { Period } from "#domain/period/period.ts";
import { type AmountSilence, isOfBasis, refusedChoices } from "./chosen-amount.ts";
import type { CostChoices } from "./cost-choices.ts";
import type { CostLine } from "./cost-line.ts";
import { type FamilyCost, familyCosts } from "./family-costs.ts";
import { grantCharges } from "./grant-charges.ts";
import { isEstimated, type LedgerLine, oneCurrency, sourcesOf } from "./ledger-line.ts";
import { chargesOf, type YearLine } from "./line-charges.ts";
import { usefulLifeOf } from "./useful-lives.ts";

/** A grant or a receipt as one year feels it. */
export type GrantShare = {
  funder: string | null;
  label: string | null;
  kind: "grant" | "receipt";
  /** Accounting year in which it was received. */
  receivedIn: number;
  /** What was received in all; null where the ledger does not say. */
  receivedCents: number | null;
  /** What it takes off this year; undefined for a silence. */
  cents: number | undefined;
  status: CostLine["status"];
  sourceIds: readonly number[];
};

export type FullCostYear = {
  /** Accounting year, named by the year in which it starts. */
  year: number;
  period: Period;
  currency: string;
  /** Whether the amounts added up have VAT in them; "mixed" where the ledger has both and was taken as it is. */
  vat: "excluded" | "included" | "mixed";
  /** Investments written off this year. */
  capitalCents: number;
  staffCents: number;
  /** Everything else that was paid to run the system. */
  runningCents: number;
  grossCents: number;
  grantCents: number;
  netCents: number;
  /** Of the gross: what lines on single cameras or districts weigh, and what all cameras cost together. */
  directCents: number;
  jointCents: number;
  families: FamilyCost[];
  grants: GrantShare[];
  /** Lines that would weigh on this year and have no amount: the cost is then a lower bound. */
  silences: {
    family: CostLine["family"];
    kind: CostLine["kind"];
    why: AmountSilence;
    lines: number;
  }[];
  estimated: boolean;
  /** Investments written off this year over a life that no ledger gives, by family. */
  assumedLives: { family: CostLine["family"]; years: number; lines: number }[];
  /** Investments of this year's charge whose commissioning is not known. */
  undatedInvestments: number;
  /** No line of staff or running cost falls on this year: it is not a year of accounts. */
  hasRunningLines: boolean;
  completeness: Completeness;
  sourceIds: number[];
};

/**
 * The full cost of every accounting year that the ledger covers: investments written off, staff, running costs, and what
 * grants take off. Unit: cents of one currency, with VAT and prices as chosen.
 * Gross = capital + staff + running; net = gross − grants and receipts. A line without an amount is never counted as
 * zero: it stands among the silences, and the cost is then a lower bound. Investments made before the ledger begins are
 * not in it. Years: from that of the first line to that of the last; write-offs beyond are not a year of accounts.
 * Refuses lines in several currencies, and choices that `refusedChoices` names.
 */
export function fullCosts(
  lines: readonly LedgerLine[],
  choices: CostChoices,
  startMonth: number,
): FullCostYear[] {
  const taken = lines.filter((line) => isOfBasis(line, choices.basis));
  const currency = oneCurrency(taken);
  if (currency === undefined) return [];
  const [refusal] = refusedChoices(taken, choices);
  if (refusal) throw new RangeError(`This ledger cannot be read so: ${refusal.reason}.`);
  const byYear = chargesByYear(taken, choices, startMonth);
  const starts = taken.map(({ periodFrom }) => fiscalYearOf(periodFrom, startMonth));
  const first = Math.min(...starts);
  const years = Array.from(
    { length: Math.max(...starts) - first + 1 },
    (_, index) => first + index,
  );
  return years.map((year) =>
    summarise(year, fiscalYearPeriod(year, startMonth), byYear.get(year) ?? [], {
      choices,
      currency,
      startMonth,
    }),
  );
}

/** What each group of lines weighs, by accounting year; grants and receipts as positive amounts. */
function chargesByYear(
  taken: readonly LedgerLine[],
  choices: CostChoices,
  startMonth: number,
): Map<number, YearLine[]> {
  const investments = taken.filter(({ kind }) => kind === "capital");
  const byYear = new Map<number, YearLine[]>();
  for (const line of taken) {
    const charges = isIncome(line)
      ? grantCharges(line, investments, choices, startMonth)
      : chargesOf(line, choices, startMonth);
    for (const charge of charges) {
      const known = byYear.get(charge.year);
      if (known) known.push({ line, charge });
      else byYear.set(charge.year, [{ line, charge }]);
    }
  }
  return byYear;
}

function isIncome({ kind }: Pick<LedgerLine, "kind">): boolean {
  return kind === "grant" || kind === "receipt";
}

type Reading = { choices: CostChoices; currency: string; startMonth: number };

function summarise(
  year: number,
  period: Period,
  found: readonly YearLine[],
  { choices, currency, startMonth }: Reading,
): FullCostYear {
  const costs = found.filter(({ line }) => !isIncome(line));
  const families = familyCosts(costs);
  const ofNature = (nature: FamilyCost["nature"]) =>
    sumOf(families.filter((family) => family.nature === nature));
  const capitalCents = ofNature("capital");
  const staffCents = ofNature("staff");
  const runningCents = ofNature("running");
  const grants = grantShares(found, startMonth);
  const grossCents = capitalCents + staffCents + runningCents;
  const grantCents = grants.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const directCents = families.reduce((sum, family) => sum + family.directCents, 0);
  return {
    year,
    period,
    currency,
    vat: vatOf(costs, choices.vat),
    capitalCents,
    staffCents,
    runningCents,
    grossCents,
    grantCents,
    netCents: grossCents - grantCents,
    directCents,
    jointCents: grossCents - directCents,
    families,
    grants,
    silences: silencesOf(found),
    estimated: costs.some(({ line }) => isEstimated(line)),
    assumedLives: assumedLives(costs, choices),
    undatedInvestments: countLines(
      costs.filter(({ line }) => line.kind === "capital" && line.commissionedOn === null),
    ),
    hasRunningLines: costs.some(({ line }) => line.kind === "operating"),
    completeness: {
      counted: countLines(costs.filter(({ charge }) => "cents" in charge)),
      expected: countLines(costs),
      of: "ledger lines",
    },
    sourceIds: sourcesOf(found.map(({ line }) => line)),
  };
}

function sumOf(families: readonly FamilyCost[]): number {
  return families.reduce((sum, { cents }) => sum + cents, 0);
}

/** A line that falls twice on a year, as a grant spread like two investments, is one line. */
function countLines(found: readonly YearLine[]): number {
  const distinct = new Set(found.map(({ line }) => line));
  return [...distinct].reduce((sum, { lines }) => sum + lines, 0);
}

function vatOf(costs: readonly YearLine[], chosen: CostChoices["vat"]): FullCostYear["vat"] {
  if (chosen !== "as-recorded") return chosen;
  const amounts = costs.filter(({ line }) => line.amountCents !== null);
  const included = amounts.filter(({ line }) => line.vatIncluded).length;
  if (included === 0) return "excluded";
  return included === amounts.length ? "included" : "mixed";
}

function silencesOf(found: readonly YearLine[]): FullCostYear["silences"] {
  const silences = new Map<string, FullCostYear["silences"][number]>();
  for (const { line, charge } of found) {
    if ("cents" in charge) continue;
    const { family, kind, lines } = line;
    const key = `${family} ${kind} ${charge.silence}`;
    const known = silences.get(key);
    silences.set(key, { family, kind, why: charge.silence, lines: lines + (known?.lines ?? 0) });
  }
  return [...silences.values()];
}

function assumedLives(
  costs: readonly YearLine[],
  choices: CostChoices,
): FullCostYear["assumedLives"] {
  const assumed = new Map<CostLine["family"], FullCostYear["assumedLives"][number]>();
  for (const { line } of costs) {
    if (line.kind !== "capital") continue;
    const life = usefulLifeOf(line, choices.usefulLife);
    if (life.from !== "default") continue;
    const lines = line.lines + (assumed.get(line.family)?.lines ?? 0);
    assumed.set(line.family, { family: line.family, years: life.years, lines });
  }
  return [...assumed.values()];
}

/** Each grant and receipt once, with what all its parts take off the year. */
function grantShares(found: readonly YearLine[], startMonth: number): GrantShare[] {
  const shares = new Map<LedgerLine, GrantShare>();
  for (const { line, charge } of found) {
    if (!isIncome(line)) continue;
    const before = shares.get(line);
    const cents = "cents" in charge ? charge.cents + (before?.cents ?? 0) : undefined;
    shares.set(line, {
      funder: line.funder,
      label: line.label ?? null,
      kind: line.kind === "grant" ? "grant" : "receipt",
      receivedIn: fiscalYearOf(line.periodFrom, startMonth),
      receivedCents: line.status === "declared-zero" ? 0 : line.amountCents,
      cents,
      status: line.status,
      sourceIds: line.sourceIds,
    });
  }
  return [...shares.values()].sort(
    (a, b) => (a.funder ?? "").localeCompare(b.funder ?? "") || a.receivedIn - b.receivedIn,
  );
}
