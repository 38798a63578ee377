import {
  authorisationsExhibit,
  camerasExhibit,
  densityExhibit,
} from "#components/exhibit/camera-exhibits.ts";
import { evaluationExhibit } from "#components/exhibit/evaluation-exhibit.ts";
import { type ExhibitWords, knownText } from "#components/exhibit/exhibit-words.ts";
import { funnelExhibit } from "#components/exhibit/funnel-exhibit.ts";
import { spendExhibit } from "#components/exhibit/money-exhibits.ts";
import { offeredExhibit, wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { cameraExhibit, districtExhibit, planExhibit } from "#components/exhibit/place-exhibits.ts";
import { publishedExhibit } from "#components/exhibit/published-exhibit.ts";
import {
  requestsExhibit,
  usefulShareExhibit,
  usefulSharesExhibit,
} from "#components/exhibit/review-exhibits.ts";
import { type FigureChartWords, figureCharts } from "#components/published-figure/figure-charts.ts";
import type { FunnelName } from "#domain/outcome/funnel-stages.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getRegisterSources } from "#use-cases/camera/get-register-sources.ts";
import { type CityHome, getCityHome } from "#use-cases/city/get-city-home.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { getEvaluationPage } from "#use-cases/evaluation/get-evaluation-page.ts";
import { getEvaluationsPage } from "#use-cases/evaluation/get-evaluations-page.ts";
import { getCameraPlan } from "#use-cases/map/get-camera-plan.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";
import { chartEntries } from "./chart-entries.ts";
import { type ExhibitEntry, made } from "./exhibit-entry.ts";

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

function figureChartWords(words: ExhibitWords): FigureChartWords {
  return {
    locale: words.locale,
    t: wordsOf(words, "publishedFigures"),
    charts: wordsOf(words, "charts"),
    known: (group, text) => knownText(words, group, text),
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
  ...chartEntries,
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
    page: ([code = ""]) => ["districts", code],
    load: ({ city, which: [code = ""], now, release }, words) =>
      made(getDistrictPage(city, code, now, release), (page) => districtExhibit(page, words)),
  },
  {
    name: "cameras/*",
    group: "places",
    page: ([reference = ""]) => ["cameras", reference],
    load: async ({ city, which: [reference = ""], now, release }, words) => {
      const found = await getCameraPage(city, reference, now, release);
      const page =
        found && "movedTo" in found
          ? await getCameraPage(city, found.movedTo, now, release)
          : found;
      return page && "camera" in page
        ? { city: page.city, exhibit: cameraExhibit(page, words) }
        : undefined;
    },
  },
  {
    name: "evaluations/*",
    group: "published",
    page: ([slug = ""]) => ["evaluations", slug],
    // An opinion goes on between releases: frozen, it is what it was when the next one came.
    load: ({ city, which: [slug = ""], now, release }, words) =>
      made(getEvaluationPage(city, slug, now, undefined, release), (page) =>
        evaluationExhibit(page, words),
      ),
    list: async ({ city, now }) => {
      const page = await getEvaluationsPage(city, now);
      return (page?.evaluations ?? []).map(({ slug, title }) => ({
        name: `evaluations/${slug}`,
        label: title,
      }));
    },
  },
  {
    name: "published-figures/*",
    group: "published",
    page: () => ["published-figures"],
    load: ({ city, which: [reference = ""], release }, words) =>
      made(
        getPublishedFiguresPage(city, release),
        (page) =>
          publishedExhibit(page, reference, words) ??
          offeredExhibit(figureCharts(page, figureChartWords(words)), reference, page.city, words),
      ),
    list: async ({ city, release }, words) => {
      const page = await getPublishedFiguresPage(city, release);
      const charts = page ? figureCharts(page, figureChartWords(words)) : [];
      return charts.map(({ spec, title }) => ({
        name: `published-figures/${spec.id}`,
        label: title,
      }));
    },
  },
];

/** The entry that an address names, and what its stars stand for. */
export function findExhibit(
  name: readonly string[],
): { entry: ExhibitEntry; which: readonly string[] } | undefined {
  for (const entry of exhibits) {
    const parts = entry.name.split("/");
    const fits = parts.every((part, i) => (part === "*" ? name[i] : name[i] === part));
    if (fits && parts.length === name.length)
      return { entry, which: name.filter((_, i) => parts[i] === "*") };
  }
  return undefined;
}
