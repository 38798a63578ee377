import { present } from "#domain/presence/present.ts";
import { areasTouch } from "#domain/territory/areas-touch.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";

/** A district with what decides whether it may be set beside another. */
export type ComparableArea = {
  code: string;
  name: string;
  geometry: AreaGeometry | undefined;
  inhabitants: number | undefined;
  /** Facts recorded in a year that may be read, by year. */
  recorded: ReadonlyMap<number, number>;
  camerasPerThousand: number | undefined;
};

export type SuggestedArea = {
  code: string;
  name: string;
  /** Recorded facts per 1,000 inhabitants and year, over the years compared, in the place and in the area. */
  rates: { place: number; area: number };
  /** Yearly change of the recorded facts over those years, as a share, in the place and in the area. */
  trends: { place: number; area: number };
  camerasPerThousand: { place: number | undefined; area: number | undefined };
  years: { from: number; to: number };
};

/** Years of recorded facts that a comparison needs before it starts; a shorter trend is noise. */
export const fewestYears = 3;
/** Nearer than this, what a camera moves away could arrive there: the widest of the buffers of the literature, 100 to 300 m. */
export const bufferMetres = 300;
/** Expected counts below this say nothing of a trend. */
const fewestFacts = 20;

/**
 * The district most like a place before anything is installed, so that before and after may be read against before and
 * after somewhere else.
 *
 * Chosen among the districts farther than 300 m from the place (a shift of facts would hide in a neighbour), with the same years
 * of recorded facts, three at least and twenty facts a year on average. Distance: |ln(rate ratio)| + 5 × |difference of yearly
 * trends|; the nearest is suggested. Rates per 1,000 inhabitants. A suggestion, not a design: what else changes there must be
 * asked. Undefined where no district qualifies.
 * Source: comparable control areas and buffer zones, Maryland Scientific Methods Scale (Farrington et al. 2002), level 3.
 */
export function suggestComparison(
  place: ComparableArea,
  others: readonly ComparableArea[],
): SuggestedArea | undefined {
  return others
    .filter(({ code }) => code !== place.code)
    .filter((other) => !isNeighbour(place, other))
    .flatMap((other) => compareAreas(place, other))
    .sort((a, b) => distanceOf(a) - distanceOf(b))[0];
}

/** Without shapes nothing says that two districts are apart. */
function isNeighbour(place: ComparableArea, other: ComparableArea): boolean {
  if (!place.geometry || !other.geometry) return true;
  return areasTouch(place.geometry, other.geometry, bufferMetres);
}

/** Two areas over the years that both are known of; empty where too few years, facts or inhabitants are. */
export function compareAreas(place: ComparableArea, other: ComparableArea): SuggestedArea[] {
  const years = [...place.recorded.keys()].filter((year) => other.recorded.has(year)).sort();
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined || years.length < fewestYears) return [];
  const [a, b] = [summaryOf(place, years), summaryOf(other, years)];
  if (!a || !b) return [];
  return [
    {
      code: other.code,
      name: other.name,
      rates: { place: a.rate, area: b.rate },
      trends: { place: a.trend, area: b.trend },
      camerasPerThousand: { place: place.camerasPerThousand, area: other.camerasPerThousand },
      years: { from, to },
    },
  ];
}

function summaryOf({ recorded, inhabitants }: ComparableArea, years: readonly number[]) {
  const counts = years.map((year) => present(recorded.get(year)));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (!inhabitants || mean < fewestFacts) return undefined;
  return { rate: (mean * 1000) / inhabitants, trend: slopeOf(years, counts) / mean };
}

/** Least-squares slope of counts along years. */
function slopeOf(years: readonly number[], counts: readonly number[]): number {
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  const spread = years.reduce((sum, year) => sum + (year - middle) ** 2, 0);
  return years.reduce((sum, year, i) => sum + (year - middle) * present(counts[i]), 0) / spread;
}

function distanceOf({ rates, trends }: SuggestedArea): number {
  return Math.abs(Math.log(rates.area / rates.place)) + 5 * Math.abs(trends.area - trends.place);
}
