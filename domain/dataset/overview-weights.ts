import { type CameraFilter, isYearWithin, listFacets } from "./camera-filter.ts";

/** Cells of a coarse grid with one column of counts per facet value, named `facet:value`. */
export type OverviewCells = {
  count: number;
  columns: readonly {
    name: string;
    kind: string;
    values: ArrayLike<number | string>;
  }[];
};

export type OverviewWeights = {
  /** Cameras per cell that pass the filter. */
  weights: Float64Array;
  matching: number;
  /** False when several facets narrow at once: the counts are then a product of shares, not a count. */
  isExact: boolean;
};

/**
 * How many cameras of each cell pass the filter, from the counts of each value. Unit: cameras.
 * Exact when one facet is chosen. With several, the shares of the facets within a cell are multiplied, which
 * supposes them independent: an estimate, to be shown as such ("environ"), until the reader zooms in.
 */
export function overviewWeights(cells: OverviewCells, filter: CameraFilter): OverviewWeights {
  const totals = cells.columns.find(({ name }) => name === "total")?.values ?? [];
  const weights = Float64Array.from({ length: cells.count }, (_, cell) => Number(totals[cell]));
  const narrowing = chosenFacets(filter);
  let applied = 0;
  for (const [facet, isWanted] of narrowing) {
    const wanted = cells.columns.filter(
      ({ name }) => name.startsWith(`${facet}:`) && isWanted(name.slice(facet.length + 1)),
    );
    if (!cells.columns.some(({ name }) => name.startsWith(`${facet}:`))) continue;
    applied += 1;
    for (let cell = 0; cell < cells.count; cell++) {
      const passing = wanted.reduce((sum, { values }) => sum + Number(values[cell]), 0);
      const total = Number(totals[cell]);
      weights[cell] = total === 0 ? 0 : ((weights[cell] as number) * passing) / total;
    }
  }
  const isExact = narrowing.length === applied && applied <= 1 && filter.text === "";
  for (let cell = 0; cell < weights.length; cell++) {
    weights[cell] = Math.round(weights[cell] as number);
  }
  return { weights, matching: weights.reduce((a, b) => a + b, 0), isExact };
}

function chosenFacets(filter: CameraFilter): [string, (value: string) => boolean][] {
  const chosen: [string, (value: string) => boolean][] = [];
  for (const facet of listFacets) {
    const wanted: readonly string[] = filter[facet];
    if (wanted.length > 0) chosen.push([facet, (value) => wanted.includes(value)]);
  }
  if (filter.from !== null || filter.to !== null) {
    chosen.push(["year", (value) => isYearWithin(filter, Number(value))]);
  }
  return chosen;
}
