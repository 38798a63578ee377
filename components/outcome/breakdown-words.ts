import type { Words } from "#components/chart/offered-chart.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import { capitalise } from "#formats/wording/capitalise.ts";

/** A category as the vocabulary words it, else in its source's own words; `outcomes` is the namespace of that name. */
export function wordCategory(category: string, locale: string, outcomes: Words): string {
  if (category === remainder) return outcomes("breakdown.noCategory");
  const key = `areas.categories.${category}`;
  return isKey(category) && outcomes.has(key) ? outcomes(key) : capitalise(locale, category);
}

/** What became of requests, the same way. */
export function wordResult(result: string, locale: string, outcomes: Words): string {
  if (result === remainder) return outcomes("breakdown.noResult");
  const key = `breakdown.results.${result}`;
  return isKey(result) && outcomes.has(key) ? outcomes(key) : capitalise(locale, result);
}

/** A source's own words may hold dots, which a key of messages reads as a path. */
function isKey(text: string): boolean {
  return /^[a-z-]+$/.test(text);
}
