import { present } from "#domain/presence/present.ts";

/**
 * The controlled lists of the map, beside those of the camera record. Order is the code on the wire and in
 * snapshots, so a value is only ever appended.
 */

/** Full yearly cost of one camera, in the city's currency; each band starts at its number, included. */
export const costBands = ["unknown", "0", "2500", "5000", "10000", "20000"] as const;
export type CostBand = (typeof costBands)[number];

/** Requests for footage in a year, in the bands that protect small numbers; "0" is a declared zero, "withheld" a protected band. */
export const outcomeBands = [
  "not-communicated",
  "0",
  "1-9",
  "10-24",
  "25-49",
  "50-99",
  "100-plus",
  "withheld",
] as const;
export type OutcomeBand = (typeof outcomeBands)[number];

/** Yearly cost over requests, in the city's currency; "no-outcome" has a cost and a declared zero. */
export const costPerOutcomeBands = ["unknown", "0", "250", "1000", "4000", "no-outcome"] as const;
export type CostPerOutcomeBand = (typeof costPerOutcomeBands)[number];

/** Number of sectors of the compass in which a public direction is drawn: 22.5° each, the first centred on north. */
export const directionSectors = 16;

/**
 * Band of a full yearly cost. Unit: cents in, band of whole currency units out. Unknown stays unknown.
 */
export function costBandOf(cents: number | null): CostBand {
  if (cents === null || cents < 0) return "unknown";
  return bandFrom(costBands, cents / 100);
}

/**
 * Band of a yearly number of requests. Unit: requests per year. `null` is "not communicated", never zero; what disclosure control
 * withholds stays withheld.
 */
export function outcomeBandOf(requests: number | "withheld" | null): OutcomeBand {
  if (requests === "withheld") return requests;
  if (requests === null || requests < 0) return "not-communicated";
  if (requests === 0) return "0";
  if (requests < 10) return "1-9";
  if (requests < 25) return "10-24";
  if (requests < 50) return "25-49";
  return requests < 100 ? "50-99" : "100-plus";
}

/**
 * Band of the yearly cost over the yearly requests. Unit: cents and requests in, currency units per request out.
 * Zero requests are a band of their own, not a division; an unknown stays unknown.
 */
export function costPerOutcomeBandOf(
  cents: number | null,
  requests: number | "withheld" | null,
): CostPerOutcomeBand {
  if (cents === null || requests === null || requests === "withheld") return "unknown";
  if (cents < 0 || requests < 0) return "unknown";
  return requests === 0 ? "no-outcome" : bandFrom(costPerOutcomeBands, cents / 100 / requests);
}

/** The last band whose starting number is not above the value; bands that are words are passed over. */
function bandFrom<Band extends string>(bands: readonly Band[], value: number): Band {
  return present(bands.filter((band) => value >= Number(band)).at(-1));
}
