import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";

export type ShareOfKnown = {
  /** Share among the cases whose result is known, 0 to 1. */
  observed: number;
  /** What the share would be if no unknown case had succeeded, and if all had. Equal when none is unknown. */
  bounds: IntervalBounds;
  known: number;
  unknown: number;
};

/**
 * The share that a part is of a whole of which some cases have no known result: the one rule of every page that shows one.
 *
 * Unit: share, 0 to 1. observed = part / (whole − unknown); bounds = part / whole … (part + unknown) / whole. Refused where the
 * part exceeds what is known: the two then do not count the same cases. Undefined where no result is known.
 * Source: worst-case bounds, Manski 1989.
 */
export function shareOfKnown(
  part: number,
  whole: number,
  unknown: number,
): ShareOfKnown | "part-exceeds-whole" | undefined {
  const known = whole - unknown;
  if (part > known) return "part-exceeds-whole";
  if (known === 0) return undefined;
  const bounds = { low: part / whole, high: (part + unknown) / whole };
  return { observed: part / known, bounds, known, unknown };
}

/**
 * The Wilson interval of such a share, 95 %: what chance alone does. What the silence may hide is in the bounds: neither
 * replaces the other. Counts are whole.
 */
export function wilsonOf(part: number, { known }: Pick<ShareOfKnown, "known">): IntervalBounds {
  const { low, high } = wilsonInterval(part, known);
  return { low, high };
}
