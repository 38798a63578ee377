import {
  formatAnnotationsQuestion,
  parseAnnotationsQuestion,
} from "#domain/annotation/annotations-question.ts";
import { plainestKey, readAllocationKey } from "#domain/cost/allocation-key.ts";
import { formatCostView, parseCostView } from "#domain/cost/cost-view.ts";
import { formatCameraFilter, parseCameraFilter } from "#domain/dataset/camera-filter.ts";
import { LOG_PAGES } from "./http/published-versions.ts";

/**
 * Which addresses anyone may read, and what in them counts. Only these are kept ready; everything else
 * goes to Next each time. An address that is missing here is slow, never wrong.
 */
export interface PublicAddress {
  /** Path and the parameters that count, in one spelling: two visitors who ask for the same get the same. */
  readonly target: string;
  /** The city whose releases change the page, or the log; absent: any city's do. */
  readonly city: string | undefined;
  /** May stand in a frame of any other site. */
  readonly isFramed: boolean;
  /** Answers otherwise to who would rather have linked data. */
  readonly isNegotiated: boolean;
}

type Normaliser = (query: URLSearchParams) => URLSearchParams;

interface Page {
  /** `:city` and other `:names` stand for one part each, a last `*` for one or more. */
  readonly pattern: readonly string[];
  readonly parameters: Normaliser;
}

const LOCALE_PREFIX = "en";
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_PART = 200;
const PAGE_NUMBER = /^[1-9]\d{0,5}$/;

const noParameters: Normaliser = () => new URLSearchParams();

/** `page=1` is the address without it. */
function withPage(query: URLSearchParams, kept: URLSearchParams): URLSearchParams {
  const page = query.get("page");
  if (page !== null && page !== "1" && PAGE_NUMBER.test(page)) kept.set("page", page);
  return kept;
}

const cameraFilter: Normaliser = (query) =>
  withPage(query, formatCameraFilter(parseCameraFilter(query)));

/** An earlier release is another page; what is no release number goes to Next, which does not find it. */
const asOf: Normaliser = (query) => {
  const release = query.get("release");
  return new URLSearchParams(release === null ? {} : { release: release.slice(0, 20) });
};

/** A cost shared by another key than the plainest is another page; any other word is no key. */
const underKey: Normaliser = (query) => {
  const kept = asOf(query);
  const key = readAllocationKey(query.get("key"));
  if (key !== undefined && key !== plainestKey) kept.set("key", key);
  return kept;
};

const ofYear: Normaliser = (query) => {
  const kept = asOf(query);
  const year = query.get("year");
  if (year !== null) kept.set("year", year.slice(0, 20));
  return kept;
};

const ofVersion: Normaliser = (query) => {
  const version = query.get("version");
  return new URLSearchParams(version === null ? {} : { version: version.slice(0, 20) });
};

const costView: Normaliser = (query) => {
  const kept = formatCostView(parseCostView(query));
  // What is no year goes to Next, which does not find it; any other choice that is none counts as not said.
  const year = query.get("year");
  if (year !== null) kept.set("year", year.slice(0, 20));
  const release = query.get("release");
  if (release !== null) kept.set("release", release.slice(0, 20));
  return kept;
};

const embedded: Normaliser = (query) => {
  const kept = asOf(query);
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") kept.set("theme", theme);
  return kept;
};

const builder: Normaliser = (query) => {
  const kept = new URLSearchParams();
  for (const name of ["city", "figure", "camera", "release", "language", "theme", "width"]) {
    const value = query.get(name);
    if (value) kept.set(name, value.slice(0, LONGEST_PART));
  }
  return kept;
};

/** Room for an address inside an address. */
const LONGEST_ASKED_ADDRESS = 1500;

const description: Normaliser = (query) => {
  const kept = new URLSearchParams();
  for (const name of ["url", "format", "maxwidth", "maxheight"]) {
    const value = query.get(name);
    if (value !== null) kept.set(name, value.slice(0, LONGEST_ASKED_ADDRESS));
  }
  return kept;
};

const logQuestion: Normaliser = (query) => {
  const kept = new URLSearchParams();
  for (const name of ["city", "type", "from", "to"]) {
    const value = query.get(name);
    if (value) kept.set(name, value.slice(0, 63));
  }
  return withPage(query, kept);
};

const paged: Normaliser = (query) => withPage(query, new URLSearchParams());

const annotations: Normaliser = (query) =>
  formatAnnotationsQuestion(parseAnnotationsQuestion(query));

/** A feed is its first page. */
const annotationFeed: Normaliser = (query) =>
  formatAnnotationsQuestion({ ...parseAnnotationsQuestion(query), page: 1 });

function page(path: string, parameters: Normaliser = noParameters): Page {
  return { pattern: path.split("/").filter(Boolean), parameters };
}

/** Fixed words before names: `/methodology` is never the city called "methodology". */
const PAGES: readonly Page[] = [
  page("/"),
  page("/methodology"),
  page("/data"),
  page("/data/api"),
  page("/data/dictionary"),
  page("/problems/:type"),
  page("/transparency-log", logQuestion),
  page("/transparency-log/:index"),
  page("/credits"),
  page("/press", builder),
  page("/embed/:city/*", embedded),
  page("/oembed", description),
  page("/:city", asOf),
  page("/:city/credits"),
  page("/:city/data", asOf),
  page("/:city/authorisations", asOf),
  page("/:city/authorisations/:file", asOf),
  page("/:city/published-figures", asOf),
  page("/:city/published-figures/:file", asOf),
  page("/:city/costs", costView),
  page("/:city/costs.xlsx", costView),
  page("/:city/workbooks/:file", ofYear),
  page("/:city/workbooks/:page/:file", asOf),
  page("/:city/costs/:file", costView),
  page("/:city/releases"),
  page("/:city/releases/:number"),
  page("/:city/effects", asOf),
  page("/:city/effects/:study", asOf),
  page("/:city/effects/files/:file", asOf),
  page("/:city/outcomes", ofYear),
  page("/:city/evaluations"),
  page("/:city/evaluations/:slug", ofVersion),
  page("/:city/committee/annual-report/:year", ofVersion),
  page("/:city/committee/annual-report/:year/:file", ofVersion),
  page("/:city/annotations", annotations),
  page("/:city/annotations.atom", annotationFeed),
  page("/:city/annotations/moderation", paged),
  page("/:city/annotations/:number"),
  page("/:city/feed.atom"),
  page("/:city/outcomes/:file", ofYear),
  page("/:city/indicators", asOf),
  page("/:city/indicators/:indicator", asOf),
  page("/:city/indicators/:indicator/:file", asOf),
  page("/:city/figures/*", asOf),
  page("/:city/files/*", asOf),
  page("/:city/map", cameraFilter),
  page("/:city/cameras", cameraFilter),
  page("/:city/cameras/:reference", underKey),
  page("/:city/districts", asOf),
  page("/:city/districts/files/:file", asOf),
  page("/:city/districts/:district", underKey),
  page("/:city/districts/:district/:file", asOf),
];

/** Pages alone, and those that need no other name than the city's: what a sitemap lists. */
export function pagesOf(city: string | undefined): string[] {
  const isNamed = (part: string) => /^:|[*.]/.test(part);
  return PAGES.filter(({ pattern }) => {
    if (pattern[0] === "oembed") return false;
    const rest = city === undefined ? pattern : pattern.slice(1);
    return (city === undefined || pattern[0] === ":city") && !rest.some(isNamed);
  }).map(({ pattern }) => `/${pattern.join("/").replace(":city", city ?? "")}`);
}

function matches({ pattern }: Page, segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === "*";
  return (
    (isOpen ? segments.length >= pattern.length : pattern.length === segments.length) &&
    segments.every((part) => !isOpen || (part !== "" && part.length <= LONGEST_PART)) &&
    pattern.every((part, index) => {
      const given = segments[index] ?? "";
      if (part === "*") return true;
      if (part === ":city") return SLUG.test(given) && given !== LOCALE_PREFIX;
      return part.startsWith(":") ? given !== "" && given.length <= LONGEST_PART : part === given;
    })
  );
}

/** What the page changes with. */
function ownerOf({ pattern }: Page, parts: readonly string[]): string | undefined {
  if (pattern[0] === "transparency-log" || pattern[1] === "feed.atom") return LOG_PAGES;
  return parts[pattern.indexOf(":city")];
}

export function findPublicAddress(
  segments: readonly string[],
  query: URLSearchParams,
): PublicAddress | undefined {
  const english = segments[0] === LOCALE_PREFIX;
  const parts = english ? segments.slice(1) : segments;
  const found = PAGES.find((candidate) => matches(candidate, parts));
  if (!found) return undefined;
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  const parameters = found.parameters(query).toString();
  return {
    target: parameters ? `${path}?${parameters}` : path,
    city: ownerOf(found, parts),
    isFramed: found.pattern[0] === "embed",
    isNegotiated: found.pattern[1] === "annotations",
  };
}
