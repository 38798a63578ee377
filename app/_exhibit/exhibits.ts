import {
  authorisationsExhibit,
  camerasExhibit,
  densityExhibit,
} from "#components/exhibit/camera-exhibits.ts";
import { effectsExhibit, studyExhibit } from "#components/exhibit/effect-exhibits.ts";
import type { ExhibitWords } from "#components/exhibit/exhibit-words.ts";
import { funnelExhibit } from "#components/exhibit/funnel-exhibit.ts";
import { spendExhibit } from "#components/exhibit/money-exhibits.ts";
import { cameraExhibit, districtExhibit, planExhibit } from "#components/exhibit/place-exhibits.ts";
import { publishedExhibit } from "#components/exhibit/published-exhibit.ts";
import {
  requestsExhibit,
  usefulShareExhibit,
  usefulSharesExhibit,
} from "#components/exhibit/review-exhibits.ts";
import type { FunnelName } from "#domain/indicator/outcome-funnel.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getRegisterSources } from "#use-cases/camera/get-register-sources.ts";
import { type CityHome, getCityHome } from "#use-cases/city/get-city-home.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { getCameraPlan } from "#use-cases/map/get-camera-plan.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";

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
  /** What the star of the exhibit's name stands for: the code of a district, the reference of a camera. */
  which: string;
  release: number | undefined;
  now: Date;
};

type Loaded = { city: ExhibitedCity; exhibit: Exhibit | undefined };

/** One thing that can be embedded, cited and taken away. */
export type ExhibitEntry = {
  /** Its address after the city; a star stands for one part. */
  name: string;
  group: "figures" | "charts" | "places" | "published";
  /** Path of the page where it is read, after the city. */
  page: (which: string) => readonly string[];
  load: (asked: AskedExhibit, words: ExhibitWords) => Promise<Loaded | undefined>;
};

/** A page's use-case, then the exhibit made from what it gives; undefined when there is no such city or release. */
async function made<Page extends { city: ExhibitedCity }>(
  loading: Promise<Page | undefined>,
  exhibit: (page: Page) => Exhibit | undefined,
): Promise<Loaded | undefined> {
  const page = await loading;
  return page && { city: page.city, exhibit: exhibit(page) };
}

function ofHome(
  name: string,
  page: readonly string[],
  exhibit: (home: CityHome, words: ExhibitWords) => Exhibit | undefined,
): ExhibitEntry {
  return {
    name,
    group: "figures",
    page: () => page,
    load: ({ city, now, release }, words) =>
      made(getCityHome(city, now, release), (home) => exhibit(home, words)),
  };
}

/** A figure of the home whose source is the register itself. */
function ofRegister(
  name: string,
  exhibit: typeof camerasExhibit | typeof densityExhibit,
): ExhibitEntry {
  return {
    name,
    group: "figures",
    page: () => [],
    load: async ({ city, now, release }, words) => {
      const home = await getCityHome(city, now, release);
      if (!home) return undefined;
      const registerSources = await getRegisterSources(city, release);
      return { city: home.city, exhibit: exhibit({ ...home, registerSources }, words) };
    },
  };
}

function ofFunnel(name: FunnelName): ExhibitEntry {
  return {
    name: `outcomes/${name}`,
    group: "charts",
    page: () => ["outcomes"],
    load: ({ city, release }, words) =>
      made(getOutcomesPage(city, undefined, release), (page) => funnelExhibit(page, name, words)),
  };
}

function ofReviews(name: string, exhibit: typeof usefulSharesExhibit): ExhibitEntry {
  return {
    name: `outcomes/${name}`,
    group: "charts",
    page: () => ["outcomes"],
    load: ({ city, release }, words) =>
      made(getOutcomesPage(city, undefined, release), (page) => exhibit(page, words)),
  };
}

/** Everything that can be embedded. A new figure or chart is one entry here. */
export const exhibits: readonly ExhibitEntry[] = [
  ofRegister("cameras", camerasExhibit),
  ofRegister("cameras-per-inhabitant", densityExhibit),
  ofHome("spend-per-camera-year", [], spendExhibit),
  ofHome("useful-footage-share", ["outcomes"], usefulShareExhibit),
  ofHome("authorisations", ["authorisations"], (home, words) =>
    authorisationsExhibit({ ...home, registerSources: [] }, words),
  ),
  ofReviews("useful-share", usefulSharesExhibit),
  ofReviews("requests", requestsExhibit),
  ofFunnel("footage-review"),
  ofFunnel("live-monitoring"),
  ofFunnel("video-fines"),
  {
    name: "effects",
    group: "charts",
    page: () => ["effects"],
    load: ({ city, release }, words) =>
      made(getEffectsPage(city, release), (page) => effectsExhibit(page, words)),
  },
  {
    name: "effects/*",
    group: "charts",
    page: (which) => ["effects", which],
    load: ({ city, which, release }, words) =>
      made(getEffectsPage(city, release), (page) => studyExhibit(page, which, words)),
  },
  {
    name: "map",
    group: "places",
    page: () => ["map"],
    load: ({ city, release }, words) =>
      made(getCameraPlan(city, release), (page) => planExhibit(page, words)),
  },
  {
    name: "districts/*",
    group: "places",
    page: (which) => ["districts", which],
    load: ({ city, which, now, release }, words) =>
      made(getDistrictPage(city, which, dayIn("UTC", now), release), (page) =>
        districtExhibit(page, words),
      ),
  },
  {
    name: "cameras/*",
    group: "places",
    page: (which) => ["cameras", which],
    load: async ({ city, which, now, release }, words) => {
      const today = dayIn("UTC", now);
      const found = await getCameraPage(city, which, today, release);
      const page =
        found && "movedTo" in found
          ? await getCameraPage(city, found.movedTo, today, release)
          : found;
      return page && "camera" in page
        ? { city: page.city, exhibit: cameraExhibit(page, words) }
        : undefined;
    },
  },
  {
    name: "published-figures/*",
    group: "published",
    page: () => ["published-figures"],
    load: ({ city, which, release }, words) =>
      made(getPublishedFiguresPage(city, release), (page) => publishedExhibit(page, which, words)),
  },
];

/** The entry that an address names, and what its star stands for. */
export function findExhibit(
  name: readonly string[],
): { entry: ExhibitEntry; which: string } | undefined {
  for (const entry of exhibits) {
    const parts = entry.name.split("/");
    const fits = parts.every((part, i) => (part === "*" ? name[i] : name[i] === part));
    if (fits && parts.length === name.length)
      return { entry, which: entry.name.endsWith("*") ? (name.at(-1) ?? "") : "" };
  }
  return undefined;
}
