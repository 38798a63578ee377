import { requirePositive } from "#domain/statistics/statistical-input.ts";
import type { PublishedCell } from "./cell-state.ts";

/** A rate inherits the state of its numerator. */
export type PublishedRate =
  | { readonly state: "published"; readonly rate: number }
  | { readonly state: Exclude<PublishedCell["state"], "published"> };

/**
 * A rate made of what the public already reads.
 *
 * Unit: events per unit of the denominator. Formula: published count / denominator. The function is given the
 * published cell (rounded or exact) and never the count behind it: multiplying the rate back by its denominator gives
 * what was published, nothing more (attack 7). Withheld, zero and not available pass through.
 */
export function publishableRate(numerator: PublishedCell, denominator: number): PublishedRate {
  requirePositive("The denominator of a rate", denominator);
  if (numerator.state !== "published") return { state: numerator.state };
  return { state: "published", rate: numerator.count / denominator };
}
