import type { DescribedMeasure } from "#domain/measure/described-measure.ts";
import type { Unit } from "#domain/measure/measure.ts";
import { yearPeriod } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import { type CountedInputId, countedInputs } from "./indicator-definition.ts";
import { type InputSeries, seriesOf } from "./indicator-facts.ts";
import type { PublishedCount } from "./protected-counts.ts";

/**
 * The yearly counts of an input, one series per definition and scope. Unit: that of the definition. A count that was withheld
 * or that nobody made keeps its state.
 */
export function countedSeries(
  id: CountedInputId,
  counts: readonly PublishedCount[],
): InputSeries[] {
  const { funnel, stage } = countedInputs[id];
  const groups = new Map<string, PublishedCount[]>();
  for (const count of counts) {
    const isInput =
      count.funnel === funnel && count.stage === stage && count.result === resultOf(id);
    if (!isInput) continue;
    const key = `${count.definition}\u0000${count.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ definition, wording, scope }) =>
      seriesOf(
        { definition, wording, scope },
        group.map((count) => ({
          period: yearPeriod(count.year),
          measure: measureOf(count),
          unknown: count.unknownResults,
        })),
      ),
    ),
  );
}

/** A yearly count as a measure, with its silence. */
export function measureOf(count: PublishedCount): DescribedMeasure {
  const context = {
    definition: count.definition,
    scope: count.scope,
    unit: unitOf(count.funnel),
    period: yearPeriod(count.year),
    sources: count.sourceIds,
  };
  if (count.kind !== "known") return { ...context, kind: count.kind };
  return { ...context, kind: "known", value: present(count.value), estimated: false };
}

function unitOf(funnel: string): Unit {
  switch (funnel) {
    case "live-monitoring":
      return "alert";
    case "video-fines":
      return "fine";
    case "availability":
      return "camera-day";
    default:
      return "request";
  }
}

function resultOf(id: CountedInputId): string | null {
  const input = countedInputs[id];
  return "result" in input ? input.result : null;
}
