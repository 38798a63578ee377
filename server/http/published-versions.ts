import { createHash } from "node:crypto";
import type { DatabaseWatch } from "../postgres/database-watch.ts";

/**
 * The version under which a page is kept: what its city has published, and the day there, since "valid
 * until" is read against today.
 */
export interface Versions {
  /** Grows at every change of any version; equal numbers mean that nothing changed. */
  readonly generation: number;
  /** Of one city's pages, or the log's; without a city, of the pages that span all. */
  of(city: string | undefined): string;
  refresh(): void;
}

/** Stands in the place of a city for the pages of the log, which change with each entry that is published. */
export const LOG_PAGES = "/transparency-log";

type DayIn = (timezone: string) => string;

export function dayIn(timezone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

function compute(
  watch: DatabaseWatch,
  day: DayIn,
  logSize: number,
): Map<string | undefined, string> {
  const versions = new Map<string | undefined, string>();
  const all = createHash("sha256");
  for (const { city, timezone, version } of watch.state.published) {
    const dated = `${version}@${day(timezone)}`;
    versions.set(city, dated);
    all.update(`${city}=${dated}\n`);
  }
  const overall = all.digest("base64url");
  return versions.set(undefined, overall).set(LOG_PAGES, `${overall}@${logSize}`);
}

export function followVersions(
  watch: DatabaseWatch,
  clock: () => Date,
  logSize: () => number = () => 0,
): Versions {
  const today: DayIn = (timezone) => dayIn(timezone, clock());
  let current = compute(watch, today, logSize());
  let generation = 0;
  const refresh = () => {
    const next = compute(watch, today, logSize());
    // The log's version depends on every other, and on which cities there are.
    if (next.get(LOG_PAGES) === current.get(LOG_PAGES)) return;
    current = next;
    generation += 1;
  };
  watch.onChange(refresh);
  return {
    get generation() {
      return generation;
    },
    // A city that does not exist yet changes when any does: one of them may be its founding.
    of: (city) => current.get(city) ?? current.get(undefined) ?? "",
    refresh,
  };
}
