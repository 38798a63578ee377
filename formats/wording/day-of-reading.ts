import { dayIn } from "./day-in.ts";

type ReadRelease = {
  /** Whether the address asks for the release by its number. */
  isNamed: boolean;
  publishedAt: Date | null;
  timezone: string;
};

/**
 * The day on which what depends on the day is judged: deadlines, states of orders, the nearest census, the point of today. An
 * address that names a release is read as on the day that it was published, for ever, so that pages, embeds and files of one
 * release agree and what is cited does not move; without a name it is the latest release, as of today.
 */
export function dayOfReading({ isNamed, publishedAt, timezone }: ReadRelease, now: Date): string {
  return dayIn(timezone, isNamed && publishedAt !== null ? publishedAt : now);
}
