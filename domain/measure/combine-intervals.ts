import { present } from "#domain/presence/present.ts";
import type { Interval, Measure } from "./measure.ts";

/** The interval of a measure, or the point itself where it has none. */
export function endsOf(measure: Measure, value: number): { low: number; high: number } {
  const interval = measure.kind === "known" ? measure.interval : undefined;
  return interval ? { low: interval.low, high: interval.high } : { low: value, high: value };
}

/**
 * Level and method of an interval made from others. Level: 1 − Σ(1 − level), at least 0 (Bonferroni): whatever the
 * dependence between them, the ends hold together at least that often. Undefined when none of them has an interval.
 */
export function levelAndMethodOf(
  measures: readonly Measure[],
): Pick<Interval, "level" | "method"> | undefined {
  const intervals = measures.flatMap((measure) =>
    measure.kind === "known" && measure.interval ? [measure.interval] : [],
  );
  if (intervals.length === 0) return undefined;
  const miss = intervals.reduce((sum, { level }) => sum + (1 - level), 0);
  return {
    level: intervals.length === 1 ? present(intervals[0]).level : Math.max(0, 1 - miss),
    method: [...new Set(intervals.map(({ method }) => method))].sort().join(" + "),
  };
}
