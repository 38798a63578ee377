import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { type ChangedReading, changedReadings } from "#formats/exhibit/exhibit-readings.ts";
import type { ExhibitedCity } from "./exhibit-entry.ts";
import { findExhibit } from "./exhibits.ts";

export type ExhibitAddress = {
  city: string;
  /** Parts of the exhibit's name, decoded. */
  name: readonly string[];
  /** Frozen at this release; live without. */
  release?: number | undefined;
};

export type Shown = {
  address: ExhibitAddress;
  city: ExhibitedCity;
  exhibit: Exhibit;
  /** Path of the page where it is read, after the city. */
  page: readonly string[];
  /** Of a frozen one: what is said today, when that is not the same release or not the same thing. */
  since: Since | undefined;
};

export type Since = {
  release: number;
  publishedAt: Date | null;
  changes: readonly ChangedReading[];
  /** There is no such figure any more. */
  isGone: boolean;
};

/**
 * An exhibit as an address asks for it; undefined when there is none. A frozen one is read as on the day that its release was
 * published (`dayOfReading`), so that what counts days until an expiry does not move under the article that cites it.
 */
export async function showExhibit(
  address: ExhibitAddress,
  words: ExhibitWords,
  now = new Date(),
): Promise<Shown | undefined> {
  const found = findExhibit(address.name);
  if (!found) return undefined;
  const { entry, which } = found;
  const { city, release } = address;
  const load = (at: { release: number | undefined; now: Date }) =>
    entry.load({ city, which, ...at }, words);
  const asked = await load({ release, now });
  if (!asked?.exhibit) return undefined;
  const shown = { address, page: entry.page(which) };
  if (release === undefined || asked.city.publishedAt === null)
    return { ...shown, city: asked.city, exhibit: asked.exhibit, since: undefined };
  const live = await load({ release: undefined, now });
  const { city: frozen, exhibit } = asked;
  return { ...shown, city: frozen, exhibit, since: sinceThen(exhibit, frozen, live) };
}

function sinceThen(
  frozen: Exhibit,
  { release, latestRelease }: ExhibitedCity,
  live: { city: ExhibitedCity; exhibit: Exhibit | undefined } | undefined,
): Since | undefined {
  const changes = live?.exhibit ? changedReadings(frozen, live.exhibit) : [];
  const isGone = live?.exhibit === undefined;
  if (release === latestRelease && changes.length === 0 && !isGone) return undefined;
  return {
    release: latestRelease,
    publishedAt: live?.city.publishedAt ?? null,
    changes,
    isGone,
  };
}
