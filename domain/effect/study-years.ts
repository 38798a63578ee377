import { isSmallCell } from "#domain/disclosure/small-cell-rule.ts";
import type { BeforeAfter, ControlledCounts } from "./controlled-counts.ts";
import type { EffectStudy } from "./effect-study.ts";

/** A count of what a study counts, in one district and year. A value that is not known is undefined. */
export type StudyCell = { district: string; year: number; value: number | undefined };

/** The groups of districts of a study. */
export const studyAreas = ["treated", "control", "ring", "controlRing"] as const;
export type StudyArea = (typeof studyAreas)[number];

export type StudyPhase = "before" | "between" | "after";

/** Events of each area in one year; undefined where an area is not declared, or not known in full. */
export type StudyYear = { year: number; phase: StudyPhase } & Readonly<
  Record<StudyArea, number | undefined>
>;

export type StudyCounts = ControlledCounts & {
  readonly ring: BeforeAfter | undefined;
  readonly controlRing: BeforeAfter | undefined;
};

/** Police-recorded facts: a yearly count of 5 or fewer is never shown (SSMSI). */
const threshold = 6;

/** Calendar years that a study spans, with what each area counted. Unit: events per year. */
export function studyYears(study: EffectStudy, cells: readonly StudyCell[]): StudyYear[] {
  const first = yearOf(study.beforeFrom);
  return Array.from({ length: yearOf(study.afterTo) - first + 1 }, (_, i) => {
    const year = first + i;
    const sum = (area: StudyArea) => sumOf(study[area], year, cells);
    return {
      year,
      phase: studyPhase(study, year),
      treated: sum("treated"),
      control: sum("control"),
      ring: sum("ring"),
      controlRing: sum("controlRing"),
    };
  });
}

/** Where a year stands: before or after only when the whole of it is; what is cut by a date is between. */
export function studyPhase(study: EffectStudy, year: number): StudyPhase {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  if (from >= study.beforeFrom && to <= study.beforeTo) return "before";
  return from >= study.afterFrom && to <= study.afterTo ? "after" : "between";
}

/** Events of each area before and after; undefined as soon as a year of the treated or control area is not known. */
export function studyCounts(years: readonly StudyYear[]): StudyCounts | undefined {
  const [treated, control] = [countsOf("treated", years), countsOf("control", years)];
  if (!treated || !control) return undefined;
  return {
    treated,
    control,
    ring: countsOf("ring", years),
    controlRing: countsOf("controlRing", years),
  };
}

/** Years on each side. */
export function yearsOfPhase(years: readonly StudyYear[], phase: StudyPhase): number {
  return years.filter((year) => year.phase === phase).length;
}

function countsOf(area: StudyArea, years: readonly StudyYear[]): BeforeAfter | undefined {
  const total = (phase: StudyPhase) =>
    years
      .filter((year) => year.phase === phase)
      .reduce<number | undefined>(
        (sum, { [area]: count }) =>
          sum === undefined || count === undefined ? undefined : sum + count,
        0,
      );
  const [before, after] = [total("before"), total("after")];
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** Nothing is known of an area in a year as soon as one of its districts is silent, or too small to be shown. */
function sumOf(
  districts: readonly string[],
  year: number,
  cells: readonly StudyCell[],
): number | undefined {
  if (districts.length === 0) return undefined;
  let sum = 0;
  for (const district of districts) {
    const cell = cells.find((known) => known.district === district && known.year === year);
    if (cell?.value === undefined || isSmallCell(cell.value, threshold)) return undefined;
    sum += cell.value;
  }
  return sum;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
