import { localeOf } from "./word-date.ts";

/** Words an instant to the minute, in universal time and saying so: "26 nov. 2026, 10:04 UTC". */
export function wordMoment(locale: string, instant: Date): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(localeOf(locale), options).format(instant)} UTC`;
}
