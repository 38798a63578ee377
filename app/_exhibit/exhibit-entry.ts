import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";

export type ExhibitedCity = {
  slug: string;
  name: string;
  timezone: string;
  fictional: boolean;
  release: number;
  latestRelease: number;
  publishedAt: Date | null;
};

export type AskedExhibit = {
  city: string;
  /** What the stars of the exhibit's name stand for, in their order: the code of a district, a chart of an indicator. */
  which: readonly string[];
  release: number | undefined;
  now: Date;
};

type Loaded = { city: ExhibitedCity; exhibit: Exhibit | undefined };

/** Something to choose in the builder: its whole name, in words. */
export type Listed = { name: string; label: string };

/** One thing that can be embedded, cited and taken away. */
export type ExhibitEntry = {
  /** Its address after the city; a star stands for one part. */
  name: string;
  group: "figures" | "charts" | "indicators" | "places" | "published";
  /** Path of the page where it is read, after the city. */
  page: (which: readonly string[]) => readonly string[];
  load: (asked: AskedExhibit, words: ExhibitWords) => Promise<Loaded | undefined>;
  /** What its stars may stand for in a city, where they are few enough to choose from. */
  list?: (asked: Omit<AskedExhibit, "which">, words: ExhibitWords) => Promise<Listed[]>;
};

/** A page's use-case, then the exhibit made from what it gives; undefined when there is no such city or release. */
export async function made<Page extends { city: ExhibitedCity }>(
  loading: Promise<Page | undefined>,
  exhibit: (page: Page) => Exhibit | undefined,
): Promise<Loaded | undefined> {
  const page = await loading;
  return page && { city: page.city, exhibit: exhibit(page) };
}
