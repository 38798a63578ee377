import type { EffectStudy } from "./effect-study.ts";
import { type StudyArea, studyAreas } from "./study-years.ts";

/** Cameras that the registry says were installed in a district in a year; `null` when the year is not known. */
export type Installations = {
  readonly district: string;
  readonly year: number | null;
  readonly cameras: number;
};

/** Cameras of an area by the year in which they were installed, against the periods of a study. */
export type AreaEquipment = {
  readonly before: number;
  readonly during: number;
  readonly later: number;
  readonly undated: number;
};

export type StudyEquipment = {
  readonly areas: Readonly<Record<StudyArea, AreaEquipment>>;
  /** Treated districts whose first cameras came in different years. */
  readonly isStaggered: boolean;
};

/**
 * What the registry says of the cameras of a study's areas: the declaration is checked, not believed.
 * Unit: cameras, by year of installation: before the study begins, while it lasts, later, year unknown. Cameras removed
 * since and no longer in the registry are not seen.
 */
export function studyEquipment(
  study: EffectStudy,
  installations: readonly Installations[],
): StudyEquipment {
  const areas = Object.fromEntries(
    studyAreas.map((area) => [area, equipmentOf(study, study[area], installations)]),
  ) as unknown as StudyEquipment["areas"];
  const firsts = study.treated.flatMap((district) => firstYearOf(district, installations) ?? []);
  return { areas, isStaggered: new Set(firsts).size > 1 };
}

function equipmentOf(
  study: EffectStudy,
  districts: readonly string[],
  installations: readonly Installations[],
): AreaEquipment {
  const [from, to] = [Number(study.beforeFrom.slice(0, 4)), Number(study.afterTo.slice(0, 4))];
  const own = installations.filter(({ district }) => districts.includes(district));
  const add = (isCounted: (year: number) => boolean) =>
    own.reduce((sum, { year, cameras }) => {
      return year !== null && isCounted(year) ? sum + cameras : sum;
    }, 0);
  return {
    before: add((year) => year < from),
    during: add((year) => year >= from && year <= to),
    later: add((year) => year > to),
    undated: own.reduce((sum, { year, cameras }) => (year === null ? sum + cameras : sum), 0),
  };
}

function firstYearOf(
  district: string,
  installations: readonly Installations[],
): number | undefined {
  const years = installations.flatMap((one) =>
    one.district === district && one.year !== null && one.cameras > 0 ? [one.year] : [],
  );
  return years.length === 0 ? undefined : Math.min(...years);
}
