/** The calendar day, as "2026-11-24", that an instant falls on in a time zone; in UTC where the zone is unknown. */
export function dayIn(timeZone: string, instant: Date): string {
  try {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).format(instant);
  } catch {
    return instant.toISOString().slice(0, 10);
  }
}
