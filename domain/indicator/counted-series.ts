import type { DescribedMeasure } from "#domain/measure/described-measure.ts";
import type { Unit } from "#domain/measure/measure.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import { hasGap, isPartOfYear } from "./counted-period.ts";
import { type CountedInputId, countedInputs } from "./indicator-definition.ts";
import { type InputSeries, seriesOf } from "./indicator-facts.ts";
import type { PublishedCount } from "./protected-counts.ts";

/** What the completeness of a count of a part of a year is counted in. */
export const monthsOfYear = "months of the year";

/**
 * The yearly counts of an input, one series per definition and scope. Unit: that of the definition. A count that was withheld
 * or that nobody made keeps its state; one of a part of its year is of the months that it counts.
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
          period: periodOf(count),
          measure: measureOf(count),
          unknown: count.unknownResults,
        })),
      ),
    ),
  );
}

/** From the first month counted to the last. */
function periodOf({ counted: { from, to } }: PublishedCount): Period {
  return { from, to };
}

/**
 * A yearly count as a measure, with its silence. Its period is that of the months that it counts, and says how many of the
 * twelve they are; where one between the first and the last is missing it is a least count.
 */
export function measureOf(count: PublishedCount): DescribedMeasure {
  const context = {
    definition: count.definition,
    scope: count.scope,
    unit: unitOf(count),
    period: periodOf(count),
    sources: count.sourceIds,
    ...(isPartOfYear(count.counted)
      ? { completeness: { counted: count.counted.months, expected: 12, of: monthsOfYear } }
      : {}),
  };
  if (count.kind !== "known") return { ...context, kind: count.kind };
  const bound = hasGap(count.counted) ? { bound: "lower" as const } : {};
  return { ...context, kind: "known", value: present(count.value), estimated: false, ...bound };
}

function unitOf({ funnel, stage }: Pick<PublishedCount, "funnel" | "stage">): Unit {
  if (stage === "resolved" || stage === "arrests") return "arrest";
  switch (funnel) {
    case "live-monitoring":
      return "alert";
    case "investigations":
      return "investigation";
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
