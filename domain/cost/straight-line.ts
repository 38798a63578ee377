import { splitCents } from "#domain/money/split-cents.ts";
import { fiscalYearOf } from "#domain/period/fiscal-year.ts";
import { earliestDay, type PartialDate } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";

/** An asset as the ledger knows it: what it cost, when it went into service, how long it is written off over. */
export type Asset = {
  /** Historical cost, in cents; negative when a credit note corrects it. */
  cents: number;
  commissionedOn: PartialDate;
  /** Useful life in whole years, as the council decided it. */
  lifeYears: number;
};

/** What weighs on one accounting year, named by the year in which it starts. */
export type YearCharge = { year: number; cents: number };

/**
 * Straight-line depreciation of one asset, by accounting year.
 * Unit: cents. Formula: K / L a year, pro rata by whole months from the month of commissioning, which counts whole:
 * an asset in service in April of a calendar year bears 9/12 of a year first, and the last year takes the months that
 * remain. The years add up to the cost to the cent (largest remainder).
 * A partial date counts from the first month that it may mean: "2019" from January 2019.
 * Refuses a useful life that is not a whole number of years, 1 or more.
 * Source: linear depreciation on historical cost, CGCT R2321-1; pro rata from commissioning, M57.
 */
export function straightLine(asset: Asset, startMonth: number): YearCharge[] {
  const months = monthsInService(asset, startMonth);
  const cents = splitCents(
    asset.cents,
    months.map(({ months: weight }) => weight),
  );
  return months.map(({ year }, index) => ({ year, cents: present(cents[index]) }));
}

/** Months of an asset's useful life that fall in each accounting year, the first year first. */
export function monthsInService(
  { commissionedOn, lifeYears }: Omit<Asset, "cents">,
  startMonth: number,
): { year: number; months: number }[] {
  if (!Number.isSafeInteger(lifeYears) || lifeYears < 1) {
    throw new RangeError(`A useful life is a whole number of years, 1 or more; got ${lifeYears}.`);
  }
  const first = earliestDay(commissionedOn);
  const firstYear = fiscalYearOf(first, startMonth);
  // Months of the accounting year already gone when the asset goes into service.
  const late = (Number(first.slice(5, 7)) - startMonth + 12) % 12;
  const whole = Array.from({ length: lifeYears }, (_, index) => ({
    year: firstYear + index,
    months: index === 0 ? 12 - late : 12,
  }));
  return late === 0 ? whole : [...whole, { year: firstYear + lifeYears, months: late }];
}
