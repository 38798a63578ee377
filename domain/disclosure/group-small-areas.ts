import { requireCount } from "#domain/statistics/statistical-input.ts";
import { isSmallCell, usualThreshold } from "./small-cell-rule.ts";

/** Requests with a result and without, in one perimeter. */
export type AreaCounts = { readonly found: number; readonly notFound: number };
export type Area = AreaCounts & { readonly id: string };

export type AreaRow = AreaCounts & { readonly areaIds: readonly string[] };

/** `withheld`: no grouping of these areas can be read safely; only the city total may be published. */
export type AreaBreakdown =
  | { readonly kind: "published"; readonly rows: readonly AreaRow[]; readonly other?: AreaRow }
  | { readonly kind: "withheld" };

export type AreaGroupingOptions = {
  /** What the public reads for the whole city. The areas must add up to it, requests without an area included. */
  readonly cityTotal: AreaCounts;
  /** Smallest readable count. */
  readonly threshold?: number;
  /** Areas an earlier release of the same period already grouped: separating them now would give both by difference. */
  readonly alreadyGrouped?: readonly string[];
};

/**
 * Breaks two results (found, not found) down by area, the areas with a small cell grouped as "other areas".
 *
 * Unit: events. Every published cell is 0 or at least the threshold k, as is what remains when the published rows are
 * subtracted from the city total, because what remains is the "other areas" row itself: at least two areas, both with
 * events, so that a small cell inside can be anything from 0 to k or more. Smallest areas join first; ties by name.
 * Sums stay exact. Empty areas stay visible as zeros and hide nobody. Withheld when no area is left to join, or
 * when one row would hold the whole city.
 * Refused: areas that do not add up to the city total, whose difference would be one more readable row.
 * Source: attacks 1 and 4 (margin and geographic differencing); grouping as in the SDC Handbook, chapter 5.
 */
export function groupSmallAreas(
  areas: readonly Area[],
  options: AreaGroupingOptions,
): AreaBreakdown {
  const { cityTotal, threshold = usualThreshold, alreadyGrouped = [] } = options;
  refuseOtherSums(areas, cityTotal);

  const isAlone = (area: Area) => isReadable(area, threshold) && !alreadyGrouped.includes(area.id);
  const grouped = areas.filter((area) => !isAlone(area));
  if (grouped.length === 0) return { kind: "published", rows: areas.map((area) => rowOf([area])) };

  const waiting = areas.filter((area) => isAlone(area) && size(area) > 0).sort(smallestFirst);
  while (!hidesItsAreas(grouped, threshold)) {
    const next = waiting.shift();
    if (next === undefined) return { kind: "withheld" };
    grouped.push(next);
  }
  const rows = areas.filter((area) => !grouped.includes(area)).map((area) => rowOf([area]));
  if (rows.length === 0) return { kind: "withheld" };
  return { kind: "published", rows, other: rowOf(grouped) };
}

function smallestFirst(a: Area, b: Area): number {
  return size(a) - size(b) || a.id.localeCompare(b.id, "en");
}

function hidesItsAreas(areas: readonly Area[], threshold: number): boolean {
  const inhabited = areas.filter((area) => size(area) > 0);
  return inhabited.length >= 2 && isReadable(rowOf(areas), threshold);
}

function isReadable(row: AreaCounts, threshold: number): boolean {
  return !isSmallCell(row.found, threshold) && !isSmallCell(row.notFound, threshold);
}

function size(area: AreaCounts): number {
  return area.found + area.notFound;
}

function rowOf(areas: readonly Area[]): AreaRow {
  return {
    areaIds: areas.map((area) => area.id),
    found: areas.reduce((sum, area) => sum + area.found, 0),
    notFound: areas.reduce((sum, area) => sum + area.notFound, 0),
  };
}

function refuseOtherSums(areas: readonly Area[], cityTotal: AreaCounts): void {
  for (const area of areas) {
    requireCount(`Found in ${area.id}`, area.found);
    requireCount(`Not found in ${area.id}`, area.notFound);
  }
  const sum = rowOf(areas);
  if (sum.found !== cityTotal.found || sum.notFound !== cityTotal.notFound) {
    throw new RangeError(
      `Areas add up to ${sum.found} found and ${sum.notFound} not found, the city to ${cityTotal.found} and ` +
        `${cityTotal.notFound}: the difference would be readable. Count requests without an area as an area.`,
    );
  }
}
