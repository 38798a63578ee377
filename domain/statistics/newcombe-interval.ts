import { type IntervalBounds, usualLevel } from "./interval-bounds.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** Successes among trials. */
export type Proportion = { readonly successes: number; readonly trials: number };

/**
 * Interval of the difference of two independent proportions, second less first, from the Wilson interval of each.
 *
 * Unit: difference of shares, −1 to 1. Formula, with p the shares and l, u their Wilson bounds:
 * low = (p₂ − p₁) − √((p₂ − l₂)² + (u₁ − p₁)²), high = (p₂ − p₁) + √((u₂ − p₂)² + (p₁ − l₁)²).
 * Never beyond −1 or 1, and right where a share is 0 or 1.
 * Source: Newcombe 1998 (Statistics in Medicine 17, 873–890), method 10.
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  level: number = usualLevel,
): IntervalBounds {
  const [p1, p2] = [first.successes / first.trials, second.successes / second.trials];
  const one = wilsonInterval(first.successes, first.trials, level);
  const two = wilsonInterval(second.successes, second.trials, level);
  const difference = p2 - p1;
  return {
    low: difference - Math.hypot(p2 - two.low, one.high - p1),
    high: difference + Math.hypot(two.high - p2, p1 - one.low),
  };
}
