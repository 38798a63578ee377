import { isSmallCell, usualThreshold } from "#domain/disclosure/small-cell-rule.ts";
import { type FunnelName, funnelStages } from "#domain/outcome/funnel-stages.ts";
import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";
import { type CountOfYear, lossReasons } from "./outcome-series.ts";

export type FunnelStep = {
  count: CountOfYear;
  /** What is left of the first stage, 0 to 1, with its Wilson interval; undefined where one of the two is not known. */
  ofFirst: { share: number; interval: IntervalBounds } | undefined;
  /** Events that went no further, since the last stage whose count is known. */
  lost: number | undefined;
  /** Why they went no further, as far as somebody noted it, the commonest first. */
  reasons: readonly { reason: string; count: number }[];
};

export type Funnel = {
  name: FunnelName;
  year: number;
  scope: string;
  steps: readonly FunnelStep[];
};

/**
 * A funnel of one scope and year, stage by stage. Unit: that of each stage's definition.
 * Fines by video are a funnel of their own: they would swamp every ratio. A count from 1 to 4 is "withheld", and so is
 * the loss that would give it away. A later stage larger than the first gives no share: the two do not count the same
 * thing. Shares carry Wilson intervals, 95 %.
 */
export function outcomeFunnel(
  name: FunnelName,
  counts: readonly CountOfYear[],
  year: number,
  scope: string,
): Funnel {
  const stages: readonly string[] = funnelStages[name];
  const own = counts
    .filter((count) => count.funnel === name && count.year === year && count.scope === scope)
    .filter(({ stage }) => stages.includes(stage))
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
    .map(protectedCount);
  const first = own.find(({ value }) => value !== undefined)?.value;
  let previous: number | undefined;
  const steps = own.map((count) => {
    const { value } = count;
    const lost =
      value !== undefined && previous !== undefined && previous >= value
        ? previous - value
        : undefined;
    if (value !== undefined) previous = value;
    return {
      count,
      ofFirst: shareOf(value, first),
      lost: lost !== undefined && isSmall(lost) ? undefined : lost,
      reasons: reasonsOf(count),
    };
  });
  return { name, year, scope, steps };
}

function isSmall(count: number): boolean {
  return isSmallCell(count, usualThreshold);
}

/** Counts of events too few to be shown are withheld, whatever they count. */
export function protectedCount(count: CountOfYear): CountOfYear {
  if (count.value === undefined || !isSmall(count.value)) return count;
  return { ...count, state: "withheld", value: undefined, results: new Map() };
}

function shareOf(value: number | undefined, first: number | undefined): FunnelStep["ofFirst"] {
  if (value === undefined || first === undefined || first === 0 || value > first) return undefined;
  const { low, high } = wilsonInterval(value, first);
  return { share: value / first, interval: { low, high } };
}

function reasonsOf({ results }: CountOfYear): FunnelStep["reasons"] {
  return lossReasons
    .flatMap((reason) => {
      const count = results.get(reason) ?? 0;
      return count > 0 && !isSmall(count) ? [{ reason, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
}

/** Scopes of a funnel that have a count in a year, the one with the largest first stage first. */
export function scopesOf(name: FunnelName, counts: readonly CountOfYear[], year: number): string[] {
  const own = counts.filter((count) => count.funnel === name && count.year === year);
  const size = (scope: string) =>
    Math.max(0, ...own.filter((count) => count.scope === scope).map(({ value }) => value ?? 0));
  return [...new Set(own.map(({ scope }) => scope))].sort((a, b) => size(b) - size(a));
}
