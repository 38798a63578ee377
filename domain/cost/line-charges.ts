import { splitCents } from "#domain/money/split-cents.ts";
import { fiscalYearOf, fiscalYearPeriod } from "#domain/period/fiscal-year.ts";
import { daysBetween, type PartialDate } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import { type AmountSilence, amountAsChosen, atChosenPrices } from "./chosen-amount.ts";
import type { CostChoices } from "./cost-choices.ts";
import { equivalentAnnualCost } from "./equivalent-annual-cost.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { monthsInService, straightLine } from "./straight-line.ts";
import { type UsefulLife, usefulLifeOf } from "./useful-lives.ts";

/** What some ledger lines weigh on one accounting year: cents, or why nobody can say. */
export type LineCharge = { year: number } & ({ cents: number } | { silence: AmountSilence });

/** One group of lines with what it weighs on one year. */
export type YearLine = { line: LedgerLine; charge: LineCharge };

/**
 * What a group of ledger lines weighs on each accounting year. Unit: cents.
 * An investment is written off from the month of its commissioning (failing that, the first of its period) over its
 * useful life, straight line or as an equivalent annual cost; anything else falls on the years of its period, by days.
 * Prices: an amount is brought from the accounting year in which it was spent, an investment before it is written off.
 * A line without an amount gives a silence on every year it would weigh on, never a zero.
 */
export function chargesOf(
  line: LedgerLine,
  choices: CostChoices,
  startMonth: number,
): LineCharge[] {
  const cents = amountAsChosen(line, choices.vat);
  if (cents === undefined) throw new RangeError("The VAT of a line is not said.");
  const isCapital = line.kind === "capital";
  const years = isCapital
    ? spreadOf(0, startOf(line), usefulLifeOf(line, choices.usefulLife), choices, startMonth)
    : overPeriod(0, line, startMonth);
  if (cents === null) {
    const silence = line.status as AmountSilence;
    return years.map(({ year }) => ({ year, silence }));
  }
  return isCapital
    ? capitalCharges(cents, line, choices, startMonth)
    : overPeriod(cents, line, startMonth).map(({ year, cents: part }) =>
        charge(year, atChosenPrices(part, year, choices.prices)),
      );
}

function capitalCharges(
  cents: number,
  line: LedgerLine,
  choices: CostChoices,
  startMonth: number,
): LineCharge[] {
  const life = usefulLifeOf(line, choices.usefulLife);
  return investmentCharges(cents, line, startOf(line), life, choices, startMonth);
}

/** An amount paid in the accounting year of a line, at the prices chosen, spread over a life. */
export function investmentCharges(
  cents: number,
  paid: Pick<LedgerLine, "periodFrom">,
  from: PartialDate,
  life: UsefulLife,
  choices: CostChoices,
  startMonth: number,
): LineCharge[] {
  const spent = fiscalYearOf(paid.periodFrom, startMonth);
  const converted = atChosenPrices(cents, spent, choices.prices);
  return spreadOf(converted ?? 0, from, life, choices, startMonth).map(({ year, cents: part }) =>
    charge(year, converted === undefined ? undefined : part),
  );
}

function charge(year: number, cents: number | undefined): LineCharge {
  return cents === undefined ? { year, silence: "no-price-index" } : { year, cents };
}

/** When an investment begins to be written off: its commissioning, or the first day of its period. */
export function startOf(line: Pick<LedgerLine, "commissionedOn" | "periodFrom">): PartialDate {
  return line.commissionedOn ?? line.periodFrom;
}

function spreadOf(
  cents: number,
  commissionedOn: PartialDate,
  { years: lifeYears }: UsefulLife,
  { method }: CostChoices,
  startMonth: number,
): { year: number; cents: number }[] {
  if (method.kind === "straight-line") {
    return straightLine({ cents, commissionedOn, lifeYears }, startMonth);
  }
  const yearly = equivalentAnnualCost(cents, method.rate, lifeYears);
  return monthsInService({ commissionedOn, lifeYears }, startMonth).map(({ year, months }) => ({
    year,
    cents: Math.round((yearly * months) / 12),
  }));
}

/** An amount on the accounting years of its period, in proportion to the days; whole cents that add up. */
function overPeriod(
  cents: number,
  { periodFrom, periodTo }: LedgerLine,
  startMonth: number,
): { year: number; cents: number }[] {
  const first = fiscalYearOf(periodFrom, startMonth);
  const last = fiscalYearOf(periodTo, startMonth);
  if (first === last) return [{ year: first, cents }];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const days = years.map((year) => {
    const { from, to } = fiscalYearPeriod(year, startMonth);
    return daysBetween(periodFrom > from ? periodFrom : from, periodTo < to ? periodTo : to) + 1;
  });
  const parts = splitCents(cents, days);
  return years.map((year, index) => ({ year, cents: present(parts[index]) }));
}
