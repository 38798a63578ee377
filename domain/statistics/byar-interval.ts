import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { twoSidedZ } from "./normal-quantile.ts";
import { requireCount } from "./statistical-input.ts";

/**
 * Byar's approximation of the exact Poisson interval, usual in public health: right to a few per cent from 5 events.
 *
 * Unit: events. Formula: low = k(1 − 1/9k − z/3√k)³, high = (k+1)(1 − 1/9(k+1) + z/3√(k+1))³.
 * No event gives 0 below. Published beside Garwood's interval for comparison, never instead of it.
 * Source: Breslow & Day 1987 (IARC Scientific Publications 82, p. 69).
 */
export function byarInterval(count: number, level: number = usualLevel): IntervalBounds {
  requireCount("A count", count);
  const z = twoSidedZ(level);
  return { low: count === 0 ? 0 : cubed(count, -z), high: cubed(count + 1, z) };
}

function cubed(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
