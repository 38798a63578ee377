import type { DescribedMeasure } from "#domain/measure/described-measure.ts";
import type { Unit } from "#domain/measure/measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import type { Period } from "#domain/period/period.ts";
import { camerasInServiceOn, cameraYears } from "./camera-years.ts";
import { hasGap } from "./counted-period.ts";
import { measureOf } from "./counted-series.ts";
import { counted, type IndicatorFacts, type InputSeries, seriesOf } from "./indicator-facts.ts";

const daysPerYear = 365.25;
/** Cameras in service are counted on the last day of each of these years, and today. */
const yearsBack = 15;

/**
 * Cameras in service on the last day of each of the last fifteen years, and today. Unit: cameras. Past days are estimates as
 * soon as one camera has no known date.
 */
export function camerasInService(facts: IndicatorFacts): InputSeries[] {
  if (facts.cameras.length === 0) return [];
  const { today, cameras } = facts;
  const thisYear = yearOf(today);
  const starts = cameras.flatMap(({ since }) => (since === null ? [] : [yearOf(since)]));
  const first = Math.max(Math.min(...starts, thisYear), thisYear - yearsBack);
  const days = [
    ...Array.from({ length: thisYear - first }, (_, index) => `${first + index}-12-31`),
    today,
  ];
  const isUndated = cameras.some(({ since }) => since === null);
  return [
    seriesOf(
      { definition: "cameras-in-service", wording: undefined, scope: null },
      days.map((day) => {
        const period = { from: day, to: day };
        const value = camerasInServiceOn(cameras, day);
        const estimated = isUndated && day !== today;
        const context = registered(facts, {
          definition: "cameras-in-service",
          unit: "camera",
          period,
        });
        return { period, measure: counted(context, value, estimated) };
      }),
    ),
  ];
}

/** What a measure of the registry of cameras bears; the registry states no scope. */
export function registered(
  facts: Pick<IndicatorFacts, "registrySourceIds">,
  measured: { definition: string; unit: Unit; period: Period },
) {
  return { ...measured, scope: null, sources: facts.registrySourceIds };
}

/**
 * Camera-years of any period, or the camera-days that they make (365.25 a year). Estimates as soon as one camera has no
 * known date.
 */
export function servedTime(
  facts: IndicatorFacts,
  unit: "camera-year" | "camera-day",
): InputSeries[] {
  if (facts.cameras.length === 0) return [];
  const definition = `${unit}s`;
  const at = (period: Period) => {
    const years = cameraYears(facts.cameras, period);
    const value = unit === "camera-year" ? years.value : years.value * daysPerYear;
    return counted(registered(facts, { definition, unit, period }), value, years.undated > 0);
  };
  return [{ definition, wording: undefined, scope: null, periods: [], at }];
}

/**
 * Camera-days on which images were sent: those of the registry less those that the city counts out of order. Unit:
 * camera-days of the months counted, at least 0.
 */
export function daysInOrder(facts: IndicatorFacts): InputSeries[] {
  const lost = facts.counts.filter(
    ({ funnel, stage, result }) =>
      funnel === "availability" && stage === "out-of-service" && result === null,
  );
  const [first] = lost;
  if (!first || facts.cameras.length === 0) return [];
  const own = lost.filter(
    ({ definition, scope }) => definition === first.definition && scope === first.scope,
  );
  const { definition, wording, scope } = first;
  return [
    seriesOf(
      { definition, wording, scope },
      own.map((count) => {
        const { from, to } = count.counted;
        const period = { from, to };
        const all = cameraYears(facts.cameras, period);
        const measure = { ...measureOf(count), unit: "camera-day" as const };
        if (count.value === undefined) return { period, measure };
        const days = Math.max(0, all.value * daysPerYear - count.value);
        // Days out of order that some month does not count leave fewer in order.
        const bound = hasGap(count.counted) ? { bound: "upper" as const } : {};
        const inOrder = counted(measure, days, all.undated > 0);
        return { period, measure: { ...inOrder, ...bound } as DescribedMeasure };
      }),
    ),
  ];
}
