import {
  type CameraPurpose,
  type CameraStatus,
  type CameraType,
  cameraPurposes,
  cameraStatuses,
  cameraTypes,
} from "#domain/camera/camera-vocabulary.ts";
import {
  type AuthorisationState,
  authorisationStates,
} from "#domain/compliance/authorisation-state.ts";
import { type CostBand, costBands, type OutcomeBand, outcomeBands } from "./map-vocabulary.ts";

/**
 * What the reader has chosen to see, as written in the address of the map. One pure filter serves the list made
 * on the server and the map drawn in the browser. An empty list means "all"; several values of one facet widen,
 * several facets narrow.
 */
export type CameraFilter = {
  readonly district: readonly string[];
  readonly operator: readonly string[];
  readonly purpose: readonly CameraPurpose[];
  readonly type: readonly CameraType[];
  readonly status: readonly CameraStatus[];
  readonly authorisation: readonly AuthorisationState[];
  readonly cost: readonly CostBand[];
  readonly outcome: readonly OutcomeBand[];
  /** Installation year, both ends included; cameras without a known year are left out as soon as one is set. */
  readonly from: number | null;
  readonly to: number | null;
  /** Words that must all occur in the reference, place or address, whatever their case and accents. */
  readonly text: string;
};

export const noFilter: CameraFilter = {
  district: [],
  operator: [],
  purpose: [],
  type: [],
  status: [],
  authorisation: [],
  cost: [],
  outcome: [],
  from: null,
  to: null,
  text: "",
};

/** The part of a camera that the filter looks at. */
export type FilterableCamera = {
  district: string | null;
  operator: string | null;
  purposes: readonly CameraPurpose[];
  type: CameraType;
  status: CameraStatus;
  authorisation: AuthorisationState;
  /** 0 when unknown. */
  year: number;
  cost: CostBand;
  outcome: OutcomeBand;
  /** Reference, place and address, in one string. */
  words: string;
};

/** Facets whose values are controlled lists; the others are names given by the city. */
export const facetVocabularies = {
  purpose: cameraPurposes,
  type: cameraTypes,
  status: cameraStatuses,
  authorisation: authorisationStates,
  cost: costBands,
  outcome: outcomeBands,
} as const;

export const listFacets = [
  "district",
  "operator",
  "purpose",
  "type",
  "status",
  "authorisation",
  "cost",
  "outcome",
] as const;
export type ListFacet = (typeof listFacets)[number];

const longestText = 100;
const mostValues = 60;

/**
 * Reads the filter from an address. Facets are repeated parameters (`status=planned&status=removed`), as an HTML
 * form sends them. Whatever is unknown, malformed or too long is left out; nothing here can fail.
 */
export function parseCameraFilter(query: URLSearchParams): CameraFilter {
  const listed = <Value extends string>(facet: keyof typeof facetVocabularies) => {
    const known: readonly string[] = facetVocabularies[facet];
    return known.filter((value) => query.has(facet, value)) as unknown as readonly Value[];
  };
  return {
    district: namesIn(query, "district"),
    operator: namesIn(query, "operator"),
    purpose: listed("purpose"),
    type: listed("type"),
    status: listed("status"),
    authorisation: listed("authorisation"),
    cost: listed("cost"),
    outcome: listed("outcome"),
    from: yearIn(query, "from"),
    to: yearIn(query, "to"),
    text: cleanText(query.get("q") ?? ""),
  };
}

/** Writes the filter as an address, in a fixed order, so that one choice has one address. */
export function formatCameraFilter(filter: CameraFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const facet of listFacets) {
    for (const value of filter[facet]) query.append(facet, value);
  }
  if (filter.from !== null) query.set("from", String(filter.from));
  if (filter.to !== null) query.set("to", String(filter.to));
  if (filter.text !== "") query.set("q", filter.text);
  return query;
}

/** Whether the reader has chosen anything: without a choice every camera passes. */
export function isFiltering(filter: CameraFilter): boolean {
  return formatCameraFilter(filter).size > 0;
}

/** Whether a camera is among those the reader has chosen. */
export function matchesCameraFilter(filter: CameraFilter, camera: FilterableCamera): boolean {
  const single = (wanted: readonly string[], value: string | null) =>
    wanted.length === 0 || (value !== null && wanted.includes(value));
  return (
    single(filter.district, camera.district) &&
    single(filter.operator, camera.operator) &&
    single(filter.type, camera.type) &&
    single(filter.status, camera.status) &&
    single(filter.authorisation, camera.authorisation) &&
    single(filter.cost, camera.cost) &&
    single(filter.outcome, camera.outcome) &&
    (filter.purpose.length === 0 || filter.purpose.some((p) => camera.purposes.includes(p))) &&
    isYearWithin(filter, camera.year) &&
    matchesText(filter.text, camera.words)
  );
}

/** Whether an installation year (0: unknown) is within the chosen years. */
export function isYearWithin({ from, to }: Pick<CameraFilter, "from" | "to">, year: number) {
  if (from === null && to === null) return true;
  return year !== 0 && (from === null || year >= from) && (to === null || year <= to);
}

/** Whether every word of the search occurs in the text, whatever case, accents and punctuation. */
export function matchesText(search: string, text: string): boolean {
  if (search === "") return true;
  const folded = foldText(text);
  return foldText(search)
    .split(" ")
    .every((word) => folded.includes(word));
}

/** Lower case, without accents, ligatures and punctuation, single spaces: what a search compares. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function namesIn(query: URLSearchParams, facet: "district" | "operator"): readonly string[] {
  const names = query.getAll(facet).slice(0, mostValues).map(cleanText);
  return [...new Set(names)].filter((name) => name !== "");
}

function yearIn(query: URLSearchParams, end: "from" | "to"): number | null {
  const year = query.get(end) ?? "";
  return /^(19|20)\d\d$/.test(year) ? Number(year) : null;
}

function cleanText(text: string): string {
  return text
    .slice(0, longestText * 4)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, longestText)
    .trim();
}
