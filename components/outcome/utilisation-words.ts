import type { Utilisation } from "#domain/indicator/utilisation.ts";
import { wordRatio, wordShare } from "#formats/wording/word-number.ts";

/** A use as it is read, and its interval: "2.2" and "2.0 – 2.4"; "97.1 %" without one. */
export function wordUse(
  { use, value, interval }: Pick<Utilisation, "use" | "value" | "interval">,
  locale: string,
): { value: string; interval: string | undefined } {
  if (use === "availability") return { value: wordShare(locale, value), interval: undefined };
  const ends = interval && [wordRatio(locale, interval.low), wordRatio(locale, interval.high)];
  return { value: wordRatio(locale, value), interval: ends?.join(" – ") };
}
