import type { BeforeAfter, ControlledCounts } from "./controlled-counts.ts";
import type { EffectStudy } from "./effect-study.ts";
import type { StudyYear } from "./study-years.ts";

/** Inhabitants of a district in a year in which they were counted. */
export type DistrictPopulation = {
  readonly district: string;
  readonly year: number;
  readonly inhabitants: number;
};

/**
 * What stands behind the four counts of a study: thousands of inhabitants × years, each year with the inhabitants of its own.
 *
 * Unit: 1,000 inhabitant-years. Between two counts of inhabitants a district is taken to grow evenly; before the first and
 * after the last it stands still. Undefined unless every district was counted in two years at least: with one count, inhabitants
 * would be the same before and after, and would cancel from a ratio, as periods of unequal length do.
 */
export function studyExposures(
  study: Pick<EffectStudy, "treated" | "control">,
  years: readonly StudyYear[],
  populations: readonly DistrictPopulation[],
): ControlledCounts | undefined {
  const [treated, control] = [
    exposureOf(study.treated, years, populations),
    exposureOf(study.control, years, populations),
  ];
  return treated && control && { treated, control };
}

function exposureOf(
  districts: readonly string[],
  years: readonly StudyYear[],
  populations: readonly DistrictPopulation[],
): BeforeAfter | undefined {
  const counts = districts.map((code) =>
    populations
      .filter(({ district }) => district === code)
      .toSorted((one, other) => one.year - other.year),
  );
  if (counts.length === 0 || counts.some((own) => own.length < 2)) return undefined;
  const total = (phase: "before" | "after") =>
    years
      .filter((year) => year.phase === phase)
      .reduce(
        (sum, { year }) => sum + counts.reduce((all, own) => all + inhabitantsIn(year, own), 0),
        0,
      ) / 1000;
  const [before, after] = [total("before"), total("after")];
  return before > 0 && after > 0 ? { before, after } : undefined;
}

/** Counts are in order of their years, one at least. */
function inhabitantsIn(year: number, counts: readonly DistrictPopulation[]): number {
  const earlier = counts.findLast((count) => count.year <= year);
  const later = counts.find((count) => count.year >= year);
  if (!earlier || !later) return (earlier ?? later)?.inhabitants ?? 0;
  if (earlier.year === later.year) return earlier.inhabitants;
  const share = (year - earlier.year) / (later.year - earlier.year);
  return earlier.inhabitants + share * (later.inhabitants - earlier.inhabitants);
}
