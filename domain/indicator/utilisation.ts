import type { Period } from "#domain/period/period.ts";
import { garwoodInterval } from "#domain/statistics/garwood-interval.ts";
import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { protectedCount } from "./outcome-funnel.ts";
import type { CountOfYear } from "./outcome-series.ts";

/** What use is measured by, each with the count that it is made of. */
const uses = {
  requests: { funnel: "footage-review", stage: "requested" },
  detections: { funnel: "live-monitoring", stage: "detected" },
  availability: { funnel: "availability", stage: "out-of-service" },
} as const;
export type Use = keyof typeof uses;
export const useNames = Object.keys(uses) as Use[];

/** One use in one year and scope. */
export type Utilisation = Pick<
  CountOfYear,
  "definition" | "wording" | "scope" | "year" | "period" | "months" | "sourceIds"
> & {
  use: Use;
  /** Requests, detections, or camera-days out of service. */
  count: number;
  cameraYears: number;
  /** Events per camera in service all year; of availability, the share of camera-days on which images were sent, 0 to 1. */
  value: number;
  /** Exact Poisson interval of the rate, 95 %; undefined for availability, of which every day is counted. */
  interval: IntervalBounds | undefined;
  /** Some cells of the count are not known: events are at least these, days in order at most. */
  isPartlyKnown: boolean;
};

const daysInYear = 365.25;

/**
 * How much the cameras are used, per year. Units: requests per camera-year; detections per camera-year; share of
 * camera-days.
 * Camera-years come from the registry: they say nothing of cameras that it does not hold, and the counts may cover
 * another scope, which is named beside each. Scopes are never added up and none is chosen: each has its own lines, the one
 * that counts most in its latest year first. Interval: Garwood of the count, divided by the camera-years.
 * availability = 1 − days out of service / (camera-years × 365.25). A year without camera-years is left out, and a partial
 * year is divided by the camera-years of its own period.
 */
export function utilisation(
  counts: readonly CountOfYear[],
  cameraYearsOf: (period: Period) => number,
): Utilisation[] {
  return useNames.flatMap((use) => {
    const { funnel, stage } = uses[use];
    const own = counts
      .filter((count) => count.funnel === funnel && count.stage === stage)
      .map(protectedCount);
    return bySize(own)
      .flat()
      .flatMap((count) => lineOf(use, count, cameraYearsOf(count.period)));
  });
}

/** Counts of one definition and scope together, the latest year first; the largest of these groups first. */
function bySize(counts: readonly CountOfYear[]): CountOfYear[][] {
  const groups = new Map<string, CountOfYear[]>();
  for (const count of counts) {
    const key = `${count.definition}\u0000${count.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  const latest = (group: readonly CountOfYear[]) =>
    group.find(({ value }) => value !== undefined)?.value ?? 0;
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => b.year - a.year))
    .sort((a, b) => latest(b) - latest(a));
}

function lineOf(use: Use, counted: CountOfYear, cameraYears: number): Utilisation[] {
  const { value: count, definition, wording, scope, year, period, months, sourceIds } = counted;
  if (count === undefined || cameraYears <= 0) return [];
  return [
    {
      ...{ use, definition, wording, scope, year, period, months, sourceIds, count, cameraYears },
      ...rateOf(use, count, cameraYears),
      isPartlyKnown: counted.unknownCells > 0,
    },
  ];
}

function rateOf(
  use: Use,
  count: number,
  cameraYears: number,
): Pick<Utilisation, "value" | "interval"> {
  if (use === "availability") {
    return { value: Math.max(0, 1 - count / (cameraYears * daysInYear)), interval: undefined };
  }
  const { low, high } = garwoodInterval(count);
  const interval = { low: low / cameraYears, high: high / cameraYears };
  return { value: count / cameraYears, interval };
}
