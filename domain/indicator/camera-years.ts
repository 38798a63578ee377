import { type CameraStatus, inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  daysBetween,
  earliestDay,
  latestDay,
  type PartialDate,
} from "#domain/period/partial-date.ts";
import type { Period } from "#domain/period/period.ts";

/** Cameras that share their dates and status; `cameras` counts devices, not sites. */
export type CamerasByDates = {
  status: CameraStatus;
  /** Commissioning date, or installation date where commissioning is unknown. */
  since: PartialDate | null;
  removedOn: PartialDate | null;
  cameras: number;
};

export type CameraYears = {
  /** Camera-years in service: 1 = one camera during the whole period when the period is a year. */
  value: number;
  /** Cameras counted whose first day is known; the others are counted for the whole period. */
  dated: number;
  undated: number;
};

// Statuses of cameras that were in service at some time; one that is no longer counts until the day of its removal.
export const statusesThatServed: readonly CameraStatus[] = [
  ...inServiceStatuses,
  "removed",
  "replaced",
  "moved",
  "suspended",
];

/**
 * Time that cameras were in service during a period, in camera-years: Σ days in service ÷ days in the period × years.
 * A period within two days of whole years is those years (a leap year is one year); any other is its days ÷ 365.25.
 * A count on 31 December would charge a whole year to a camera installed in December, and nothing to one
 * removed in November.
 * A partial date counts from the first day it may mean. A camera in service without a known date counts for
 * the whole period and is reported as undated; one removed without a known date is left out.
 */
export function cameraYears(groups: readonly CamerasByDates[], period: Period): CameraYears {
  const length = daysBetween(period.from, period.to) + 1;
  const years = yearsOf(length);
  const result = { value: 0, dated: 0, undated: 0 };
  for (const group of groups) {
    const days = daysInService(group, period);
    if (days <= 0) continue;
    result.value += (group.cameras * days * years) / length;
    if (group.since === null) result.undated += group.cameras;
    else result.dated += group.cameras;
  }
  return result;
}

/**
 * Cameras in service on one day. Unit: cameras (devices, not sites). A partial date counts from the first day it may
 * mean; one in service without a known date is counted on every day, one removed without a known date on none.
 */
export function camerasInServiceOn(groups: readonly CamerasByDates[], day: string): number {
  return groups
    .filter((group) => daysInService(group, { from: day, to: day }) > 0)
    .reduce((sum, { cameras }) => sum + cameras, 0);
}

/** A fiscal year is one year whatever its days; half a year is half of one, never none. */
function yearsOf(days: number): number {
  const whole = Math.round(days / 365.25);
  return whole > 0 && Math.abs(days - whole * 365.25) < 2 ? whole : days / 365.25;
}

function daysInService(group: CamerasByDates, period: Period): number {
  if (!statusesThatServed.includes(group.status)) return 0;
  const stillThere = inServiceStatuses.includes(group.status);
  if (!stillThere && group.removedOn === null) return 0;
  const from = group.since === null ? period.from : laterOf(earliestDay(group.since), period.from);
  const to =
    group.removedOn === null ? period.to : earlierOf(latestDay(group.removedOn), period.to);
  return daysBetween(from, to) + 1;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

function earlierOf(a: string, b: string): string {
  return a < b ? a : b;
}
