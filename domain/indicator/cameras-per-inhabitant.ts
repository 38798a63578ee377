import type { Measure } from "#domain/measure/measure.ts";
import { yearPeriod } from "#domain/period/period.ts";

/** Inhabitants of an area in a year, with the source that counted them. */
export type Inhabitants = { year: number; inhabitants: number; sourceId: number };

/** The population count nearest to a year, the earlier one on a tie; undefined when none is known. */
export function nearestPopulation(
  counts: readonly Inhabitants[],
  year: number,
): Inhabitants | undefined {
  return [...counts].sort(
    (a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year,
  )[0];
}

/**
 * Cameras in service per 1,000 inhabitants.
 * Numerator: cameras in service in the release asked; denominator: municipal population of the year named in the
 * figure's period, which may differ: both years are shown. No population gives no figure. Ratio of two counts of
 * the whole: it has no sampling interval.
 */
export function camerasPerThousandInhabitants(
  cameras: number,
  population: Inhabitants | undefined,
  sources: readonly number[],
): Measure {
  const unit = "cameras per 1,000 inhabitants" as const;
  if (!population || population.inhabitants === 0) {
    const period = yearPeriod(population?.year ?? 2000);
    return { kind: "not-collected", unit, period, sources };
  }
  const context = {
    unit,
    period: yearPeriod(population.year),
    sources: [...sources, population.sourceId],
  };
  if (cameras === 0) return { kind: "zero", ...context };
  return {
    kind: "known",
    value: (cameras * 1000) / population.inhabitants,
    estimated: false,
    ...context,
  };
}
