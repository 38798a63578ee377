import { hoursWatchedStage } from "#domain/outcome/funnel-stages.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import { isPartOfYear } from "./counted-period.ts";
import type { ProtectedCount } from "./protected-counts.ts";

/** Of one definition, scope and year. */
type Series = {
  readonly definition: string;
  readonly wording: string;
  readonly scope: string;
  readonly year: number;
  readonly sourceIds: readonly number[];
};

/** The hours of a year's cameras, added up. */
export type HoursOfCameras = Series & {
  /** Camera-hours. */
  readonly hours: number;
  /** Cameras whose hours are said; that there were none is said too. */
  readonly counted: number;
  /** Fewest and most hours of one camera. */
  readonly least: number;
  readonly most: number;
};

export type HoursWatched = Series & {
  /** What a joint cost is divided by, in camera-hours; null where only some cameras say theirs and the city nothing. */
  readonly hours: number | null;
  /** Who says the whole: the city, or its cameras, each of which says its own. */
  readonly from: "city" | "cameras";
  /** Undefined where the hours are those of the whole city only. */
  readonly ofCameras: HoursOfCameras | undefined;
};

/**
 * Hours for which operators watched the images of the city's cameras in an accounting year, from what may be read.
 *
 * Unit: camera-hours, one camera watched for an hour being one. Counts of the funnel "availability" and stage
 * "hours-watched", of the whole calendar year: an accounting year that is not one has none, since nothing says in which
 * months the hours fell. Whole: what the city says, or the sum of its cameras where that is more, so that their shares
 * never exceed what is shared; where the city says nothing, that sum, provided that as many cameras are counted as served.
 * Several definitions or scopes are never added up: one that says hours by camera comes first, then the widest. Undefined
 * where nobody counts the hours, or where they may not be read; never zero.
 *
 * `served`: cameras in service in the year.
 */
export function hoursWatched(
  ofCity: readonly ProtectedCount[],
  byCamera: readonly HoursOfCameras[],
  { from, to }: Period,
  served: number,
): HoursWatched | undefined {
  const year = from.slice(0, 4);
  if (from !== `${year}-01-01` || to !== `${year}-12-31`) return undefined;
  const totals = ofCity.filter(
    (cell) =>
      isWatching(cell) &&
      cell.period === year &&
      !isPartOfYear(cell.counted) &&
      (cell.value ?? 0) > 0,
  );
  const cameras = byCamera.filter((sum) => String(sum.year) === year && sum.counted > 0);
  const found = [
    ...cameras.map((sum) => ofCameras(sum, totals, served)),
    ...totals.map((total) => ({
      ...seriesOf(total),
      hours: total.value,
      from: "city" as const,
      ofCameras: undefined,
    })),
  ];
  const rank = ({ hours, ofCameras: own }: HoursWatched) =>
    hours === null ? 0 : own === undefined ? 1 : 2;
  const widthOf = ({ hours, ofCameras: own }: HoursWatched) => hours ?? present(own).hours;
  return found.sort((a, b) => rank(b) - rank(a) || widthOf(b) - widthOf(a))[0];
}

function isWatching({ funnel, stage, category, result }: ProtectedCount): boolean {
  const isOfStage = funnel === hoursWatchedStage.funnel && stage === hoursWatchedStage.stage;
  return isOfStage && category === null && result === null;
}

function ofCameras(
  sum: HoursOfCameras,
  totals: readonly ProtectedCount[],
  served: number,
): HoursWatched {
  const total = totals.find(
    ({ definition, scope }) => definition === sum.definition && scope === sum.scope,
  );
  const isWhole = sum.hours > 0 && (total !== undefined || sum.counted >= served);
  const isOfCity = (total?.value ?? 0) >= sum.hours;
  return {
    ...seriesOf(sum),
    sourceIds: [...new Set([...sum.sourceIds, ...(total?.sourceIds ?? [])])],
    hours: isWhole ? Math.max(sum.hours, total?.value ?? 0) : null,
    from: isOfCity && total !== undefined ? "city" : "cameras",
    ofCameras: sum,
  };
}

function seriesOf({ definition, wording, scope, year, sourceIds }: Series): Series {
  return { definition, wording, scope, year, sourceIds };
}
