import type { EffectStudy } from "./effect-study.ts";
import { type StudyArea, studyAreas, studyPhase } from "./study-years.ts";

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
  /** Years in which treated districts were equipped while the study lasted. */
  readonly waves: readonly number[];
  /** Several waves, at least one of them within a period compared. */
  readonly isStaggered: boolean;
  /** Cameras of the treated districts have their years, and none came with the declared start. */
  readonly isStartContradicted: boolean;
};

/** Share of the cameras that a district received during a study under which a year is no wave: a replacement, an addition. */
const leastShare = 0.1;

/**
 * What the registry says of the cameras of a study's areas: the declaration is checked, not believed.
 * Unit: cameras, by year of installation: before the study begins, while it lasts, later, year unknown. A wave is a year of
 * the study in which a treated district received at least a tenth of the cameras it received during the study: what stood
 * before the study changes nothing between its periods. Staggered: several waves, unless all fall between the periods, where
 * nothing is compared. The start is contradicted where the cameras of the treated districts have years and no wave is of
 * the year of the start or of the year before. Cameras removed since and no longer in the registry are not seen.
 * Source: Goodman-Bacon 2021 for what staggered adoption does to a comparison of two periods.
 */
export function studyEquipment(
  study: EffectStudy,
  installations: readonly Installations[],
): StudyEquipment {
  const areas = Object.fromEntries(
    studyAreas.map((area) => [area, equipmentOf(study, study[area], installations)]),
  ) as unknown as StudyEquipment["areas"];
  const waves = [
    ...new Set(study.treated.flatMap((district) => wavesOf(study, district, installations))),
  ].sort((a, b) => a - b);
  const isCompared = (year: number) => studyPhase(study, year) !== "between";
  return {
    areas,
    waves,
    isStaggered: waves.length > 1 && waves.some(isCompared),
    isStartContradicted: isStartContradicted(study, waves, areas.treated),
  };
}

function isStartContradicted(
  { startedOn }: EffectStudy,
  waves: readonly number[],
  { before, during, later, undated }: AreaEquipment,
): boolean {
  if (startedOn === undefined || undated > 0 || before + during + later === 0) return false;
  const start = Number(startedOn.slice(0, 4));
  return !waves.some((year) => year === start || year === start - 1);
}

function equipmentOf(
  study: EffectStudy,
  districts: readonly string[],
  installations: readonly Installations[],
): AreaEquipment {
  const [from, to] = spanOf(study);
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

function wavesOf(
  study: EffectStudy,
  district: string,
  installations: readonly Installations[],
): number[] {
  const [from, to] = spanOf(study);
  const byYear = new Map<number, number>();
  for (const { district: code, year, cameras } of installations) {
    if (code !== district || year === null || year < from || year > to) continue;
    byYear.set(year, (byYear.get(year) ?? 0) + cameras);
  }
  const total = [...byYear.values()].reduce((sum, cameras) => sum + cameras, 0);
  return [...byYear]
    .filter(([, cameras]) => cameras > 0 && cameras >= leastShare * total)
    .map(([year]) => year);
}

function spanOf(study: EffectStudy): [from: number, to: number] {
  return [Number(study.beforeFrom.slice(0, 4)), Number(study.afterTo.slice(0, 4))];
}
