import type { Period } from "#domain/period/period.ts";
import { protectedCount } from "./outcome-funnel.ts";
import type { CountOfYear } from "./outcome-series.ts";

export type Utilisation = {
  year: number;
  cameraYears: number;
  /** Requests for footage per camera in service all year; undefined when they are not known. */
  requestsPerCameraYear: number | undefined;
  /** Events seen live per camera in service all year. */
  detectionsPerCameraYear: number | undefined;
  /** Share of the camera-days of the year on which images were sent, 0 to 1. */
  availability: number | undefined;
  sourceIds: readonly number[];
};

const daysInYear = 365.25;

/**
 * How much the cameras are used, per year. Units: requests per camera-year; detections per camera-year; share of
 * camera-days.
 * Camera-years come from the registry: they say nothing of cameras that it does not hold, and the counts may cover
 * another scope, which is named beside each. availability = 1 − days out of service / (camera-years × 365.25). A year
 * without camera-years is left out, and a partial year is divided by the camera-years of its own period.
 */
export function utilisation(
  counts: readonly CountOfYear[],
  cameraYearsOf: (period: Period) => number,
): Utilisation[] {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a);
  return years.flatMap((year) => {
    const own = counts.filter((count) => count.year === year).map(protectedCount);
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const cameras = cameraYearsOf(period);
    if (cameras <= 0) return [];
    const requested = largest(own, "footage-review", "requested");
    const detected = largest(own, "live-monitoring", "detected");
    const outOfService = largest(own, "availability", "out-of-service");
    const used = [requested, detected, outOfService].flatMap((count) =>
      count?.value === undefined ? [] : [count],
    );
    if (used.length === 0) return [];
    return [
      {
        year,
        cameraYears: cameras,
        requestsPerCameraYear: perCamera(requested, cameras),
        detectionsPerCameraYear: perCamera(detected, cameras),
        availability:
          outOfService?.value === undefined
            ? undefined
            : Math.max(0, 1 - outOfService.value / (cameras * daysInYear)),
        sourceIds: [...new Set(used.flatMap(({ sourceIds }) => sourceIds))],
      },
    ];
  });
}

/** Several scopes are never added up: the widest stands. */
function largest(
  counts: readonly CountOfYear[],
  funnel: string,
  stage: string,
): CountOfYear | undefined {
  return counts
    .filter((count) => count.funnel === funnel && count.stage === stage)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
}

function perCamera(count: CountOfYear | undefined, cameras: number): number | undefined {
  return count?.value === undefined ? undefined : count.value / cameras;
}
