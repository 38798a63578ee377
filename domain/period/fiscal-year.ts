import type { Period } from "./period.ts";

const firstMonths: Readonly<Record<string, number>> = { GB: 4 };

/**
 * First month of the public accounting year. Unit: calendar month. Data, by ISO 3166 country; January where nothing is said.
 * Sources: UK local authorities 1 April–31 March (Local Government Finance Act 1992, s. 116); France calendar year
 * (CGCT L1612-1).
 */
export function fiscalYearStartMonth(country: string): number {
  return firstMonths[country] ?? 1;
}

/** The accounting year that a day falls in, named by the year in which it starts. */
export function fiscalYearOf(day: string, startMonth: number): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= startMonth ? year : year - 1;
}

/** The days of an accounting year, both ends included. */
export function fiscalYearPeriod(year: number, startMonth: number): Period {
  if (startMonth === 1) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = `${year}-${String(startMonth).padStart(2, "0")}-01`;
  const lastDay = new Date(Date.UTC(year + 1, startMonth - 1, 0));
  return { from, to: lastDay.toISOString().slice(0, 10) };
}
