import { present } from "#domain/presence/present.ts";

/** A calendar date that keeps the precision of its source: "2019", "2019-05" or "2019-05-14". No time, no zone. */
export type PartialDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export type DatePrecision = "year" | "month" | "day";

/** True for a real calendar date between 1900 and 2100 in one of the three precisions. */
export function isPartialDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2100) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  if (month < 1 || month > 12) return false;
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return day >= 1 && day <= daysInMonth(year, month);
}

/** How precise a date is: what its source wrote of it. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return "year";
  return date.length === 7 ? "month" : "day";
}

/** The year of a date, whatever its precision. Unit: calendar year. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** First day that the date may mean: "2019-05" → "2019-05-01". */
export function earliestDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day that the date may mean: "2019-02" → "2019-02-28". */
export function latestDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date}-${String(days).padStart(2, "0")}`;
}

/** Whole days from one full date to another, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A full date plus whole years; 29 February becomes 28 February in a common year. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${year}-${date.slice(5, 7)}-${String(day).padStart(2, "0")}`;
}

/** A full date plus whole months, on the last day of the month when the day does not exist there. */
export function addMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Gregorian calendar, without a Date: a file of a million rows asks three million times. */
function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : present(daysOfMonths[month - 1]);
}
