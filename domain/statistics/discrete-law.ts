import { requireCount, requireNonNegative } from "./statistical-input.ts";

/** Probabilities of consecutive counts: `probabilities[i]` belongs to the count `from + i`. They add up to 1. */
export type DiscreteLaw = { readonly from: number; readonly probabilities: Float64Array };

/** A term this much smaller than the mode's no longer weighs on a sum of double precision. */
const negligible = 1e-18;

/**
 * Poisson law of a mean, term by term from its mode outwards, then divided by its own sum: no factorial is ever
 * computed, so a mean of 100,000 loses no digit. Terms under 10⁻¹⁸ of the largest are left out.
 */
export function poissonLaw(mean: number): DiscreteLaw {
  requireNonNegative("A mean", mean);
  const mode = Math.floor(mean);
  const up = (count: number) => mean / (count + 1);
  return lawAround(mode, Number.POSITIVE_INFINITY, up);
}

/** Binomial law of n trials with a share strictly between 0 and 1, by the same recurrence. */
export function binomialLaw(trials: number, share: number): DiscreteLaw {
  requireCount("Trials", trials);
  const odds = share / (1 - share);
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  const up = (count: number) => (odds * (trials - count)) / (count + 1);
  return lawAround(mode, trials, up);
}

/** `up(n)` is the ratio between the probabilities of n + 1 and of n. */
function lawAround(mode: number, last: number, up: (count: number) => number): DiscreteLaw {
  const below: number[] = [];
  for (let count = mode, term = 1; count > 0; count -= 1) {
    term /= up(count - 1);
    if (term < negligible) break;
    below.push(term);
  }
  const terms = [...below.reverse(), 1];
  for (let count = mode, term = 1; count < last; count += 1) {
    term *= up(count);
    if (term < negligible) break;
    terms.push(term);
  }
  const sum = terms.reduce((total, term) => total + term, 0);
  return {
    from: mode - below.length,
    probabilities: Float64Array.from(terms, (term) => term / sum),
  };
}
