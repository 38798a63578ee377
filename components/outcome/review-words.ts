import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";

/** Requests whose result is known: what the share that found something is a share of. */
export function knownResults({ requested, unknown }: FootageReview): number {
  return requested - (unknown ?? 0);
}

/**
 * What the results that nobody gives may hide: "12 results not known: 30 % to 42 % depending on what they are"; undefined when
 * none is. `say` words the "bounds" of "outcomes.reviews".
 */
export function wordUnknownResults(
  { unknown, bounds }: FootageReview,
  locale: string,
  say: (values: Record<string, string | number>) => string,
): string | undefined {
  if (!unknown || !bounds) return undefined;
  return say({
    count: unknown,
    number: wordNumber(locale, unknown),
    low: wordShare(locale, bounds.low),
    high: wordShare(locale, bounds.high),
  });
}
