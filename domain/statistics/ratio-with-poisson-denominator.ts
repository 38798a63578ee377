import { garwoodInterval } from "./garwood-interval.ts";
import { usualLevel } from "./interval-bounds.ts";
import { requireNonNegative } from "./statistical-input.ts";

/** A ratio to a counted denominator. Without any event, only a lower bound can be stated. */
export type PoissonRatio =
  | {
      readonly kind: "estimate";
      readonly point: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "lower-bound"; readonly low: number };

/**
 * A known amount divided by a Poisson count, for instance a full annual cost per outcome.
 *
 * Unit: unit of the amount per event. Formula: amount / n, with [amount / high, amount / low] where [low, high]
 * is the exact Garwood interval of n. The amount is taken as known: its own uncertainty is not in the interval.
 * No event (n = 0) gives a lower bound only, amount / 3.689 at 95 %: never infinity, never blank.
 * Source: Garwood 1936, inverted.
 */
export function ratioWithPoissonDenominator(
  amount: number,
  count: number,
  level: number = usualLevel,
): PoissonRatio {
  requireNonNegative("An amount", amount);
  const events = garwoodInterval(count, level);
  const low = amount / events.high;
  if (count === 0) return { kind: "lower-bound", low };
  return { kind: "estimate", point: amount / count, low, high: amount / events.low };
}
