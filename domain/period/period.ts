import { earliestDay, latestDay, type PartialDate } from "./partial-date.ts";

/** A closed interval of days, both ends included: { from: "2022-01-01", to: "2022-12-31" }. */
export type Period = { from: string; to: string };

/**
 * Reads "2022", "2022-03", "2009/2010", "2024-04-01/2025-03-31" (ISO 8601 interval, partial ends allowed).
 * Returns undefined for anything else, or when it ends before it starts.
 */
export function parsePeriod(text: string): Period | undefined {
  const [first, second, ...more] = text.trim().split("/");
  if (first === undefined || more.length > 0) return undefined;
  const start = parseEnd(first);
  const end = second === undefined ? start : parseEnd(second);
  if (start === undefined || end === undefined) return undefined;
  const period = { from: earliestDay(start), to: latestDay(end) };
  return period.from <= period.to ? period : undefined;
}

/** The days of a calendar year, both ends included. */
export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function parseEnd(text: string): PartialDate | undefined {
  const match = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const date = match[0];
  return latestDay(date.slice(0, 7)) >= date.slice(0, 10) ? date : undefined;
}
