import { present } from "#domain/presence/present.ts";
import { requireCount } from "#domain/statistics/statistical-input.ts";

/** A band of yearly events of one camera: 0 · 1–9 · 10–24 · 25–49 · 50–99 · 100 and more. Both ends included. */
export type CountBand = { readonly from: number; readonly to?: number };

export const countBands = [
  { from: 0, to: 0 },
  { from: 1, to: 9 },
  { from: 10, to: 24 },
  { from: 25, to: 49 },
  { from: 50, to: 99 },
  { from: 100 },
] as const satisfies readonly CountBand[];

const bands: readonly CountBand[] = countBands;

/**
 * The only form in which a year of one camera is public: the band of its count, all categories together.
 * Unit: events a year. The lowest band runs from 1 to 9, above any threshold: it never tells 1 from 4. Bands are not added up.
 */
export function countBand(count: number): CountBand {
  requireCount("A camera's yearly count", count);
  return present(bands.find((band) => count <= (band.to ?? count)));
}
