import {
  type ComparableArea,
  compareAreas,
  type SuggestedArea,
  suggestComparison,
} from "#domain/indicator/comparison-area.ts";
import { polygonsOfArea } from "#domain/territory/rings-of.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";
import type { EffectStudy } from "./effect-study.ts";
import { preTrend } from "./pre-trend.ts";
import type { Installations } from "./study-equipment.ts";
import { type StudyCell, studyPhase } from "./study-years.ts";

/** How many times the rate of a control may be that of the treated area, either way, before the two are called unlike. */
export const largestRateRatio = 2;
export type ControlComparison = SuggestedArea & {
  readonly differs: readonly ("rate" | "trend")[];
};

export type ControlComparability = {
  /** Each declared control against the treated districts taken together, over the years before. */
  readonly controls: readonly ControlComparison[];
  /** Controls of which too little is known: fewer than three years before, twenty events a year, inhabitants. */
  readonly unknown: readonly string[];
  /** The district that is most like the treated ones, among those away from them and outside the rings. */
  readonly suggested: SuggestedArea | undefined;
};

type Known = {
  readonly inhabitants: ReadonlyMap<string, number>;
  readonly installations: readonly Installations[];
  readonly outlines: ReadonlyMap<string, AreaGeometry>;
};

/**
 * Are declared controls like the treated districts before the start? The declaration is checked, not believed.
 * Unit: events per 1,000 inhabitants and year; trends as shares a year; cameras per 1,000 inhabitants at the end of the period
 * before. A control differs where its rate is more than twice, or less than half, that of the treated districts together, a
 * convention of this product said beside the figures, or where its counts part from theirs by more than chance over the years
 * before, as preTrend has it: over few years and counts, trends some points apart are noise. The suggestion is that of
 * suggestComparison. Counts that may not be read are absent, never zero.
 */
export function controlComparability(
  study: EffectStudy,
  cells: readonly StudyCell[],
  known: Known,
): ControlComparability {
  const before = cells.filter(({ year }) => studyPhase(study, year) === "before");
  const areaOf = (districts: readonly string[], code: string) =>
    comparableArea(districts, code, { study, before, known });
  const treated = areaOf(study.treated, "");
  const controls = study.control.flatMap((code) => {
    const area = areaOf([code], code);
    return compareAreas(treated, area).map((one) => ({
      ...one,
      differs: differencesOf(one, treated, area),
    }));
  });
  const apart = new Set([...study.treated, ...study.ring, ...study.controlRing]);
  const others = [...known.inhabitants.keys()].filter((code) => !apart.has(code));
  return {
    controls,
    unknown: study.control.filter((code) => !controls.some((one) => one.code === code)),
    suggested: suggestComparison(
      treated,
      others.map((code) => areaOf([code], code)),
    ),
  };
}

function differencesOf(
  { rates }: SuggestedArea,
  treated: ComparableArea,
  control: ComparableArea,
): ("rate" | "trend")[] {
  const ratio = rates.area / rates.place;
  const isUnlike = ratio > largestRateRatio || ratio < 1 / largestRateRatio;
  const years = [...treated.recorded].flatMap(([year, count]) => {
    const other = control.recorded.get(year);
    return other === undefined ? [] : [{ year, treated: count, control: other }];
  });
  const { diverges } = preTrend(
    years.toSorted((a, b) => a.year - b.year),
    { grain: "year" },
  );
  return [...(isUnlike ? (["rate"] as const) : []), ...(diverges ? (["trend"] as const) : [])];
}

type Given = { study: EffectStudy; before: readonly StudyCell[]; known: Known };

/** Districts as one area; what is not known of one of them is not known of all. */
function comparableArea(
  districts: readonly string[],
  code: string,
  { study, before, known }: Given,
): ComparableArea {
  const inhabitants = wholeSum(districts.map((district) => known.inhabitants.get(district)));
  const cameras = known.installations
    .filter(({ district }) => districts.includes(district))
    .reduce((sum, { year, cameras: count }) => {
      return year !== null && year <= Number(study.beforeTo.slice(0, 4)) ? sum + count : sum;
    }, 0);
  const years = [...new Set(before.map(({ year }) => year))];
  const recorded = years.flatMap((year): [number, number][] => {
    const sum = wholeSum(
      districts.map(
        (district) =>
          before.find((cell) => cell.district === district && cell.year === year)?.value,
      ),
    );
    return sum === undefined ? [] : [[year, sum]];
  });
  return {
    code,
    name: code,
    geometry: unionOf(districts.map((district) => known.outlines.get(district))),
    inhabitants,
    recorded: new Map(recorded),
    camerasPerThousand: inhabitants ? (1000 * cameras) / inhabitants : undefined,
  };
}

function wholeSum(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce<number | undefined>(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}

/** Outlines side by side, which is enough to know what is near. */
function unionOf(outlines: readonly (AreaGeometry | undefined)[]): AreaGeometry | undefined {
  const known = outlines.flatMap((outline) => outline ?? []);
  if (known.length === 0 || known.length < outlines.length) return undefined;
  return {
    type: "MultiPolygon",
    coordinates: known.flatMap(polygonsOfArea),
  } as unknown as AreaGeometry;
}
