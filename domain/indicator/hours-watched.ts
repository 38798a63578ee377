import type { Period } from "#domain/period/period.ts";
import type { ProtectedCount } from "./protected-counts.ts";

export type HoursWatched = { hours: number; scope: string; sourceIds: readonly number[] };

/**
 * Hours for which operators watched the images of the city's cameras in an accounting year, from what may be read.
 *
 * Unit: camera-hours, one camera watched for an hour being one. Counts of the funnel "availability" and stage
 * "hours-watched", of the whole city and of the whole calendar year: an accounting year that is not one has none, since
 * nothing says in which months the hours fell. Several scopes are never added up: the widest stands. Undefined where
 * nobody counts the hours, or where they may not be read; never zero.
 */
export function hoursWatched(
  cells: readonly ProtectedCount[],
  { from, to }: Period,
): HoursWatched | undefined {
  const year = from.slice(0, 4);
  if (from !== `${year}-01-01` || to !== `${year}-12-31`) return undefined;
  return cells
    .filter(({ funnel, stage }) => funnel === "availability" && stage === "hours-watched")
    .filter(
      ({ period, category, result }) => period === year && category === null && result === null,
    )
    .flatMap(({ value, scope, sourceIds }) =>
      value === null || value <= 0 ? [] : [{ hours: value, scope, sourceIds }],
    )
    .sort((a, b) => b.hours - a.hours)[0];
}
