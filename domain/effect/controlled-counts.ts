import { requireCount, requirePositive } from "#domain/statistics/statistical-input.ts";

/** Events of one area before and after, or the exposure (months, km², inhabitants) behind them. */
export type BeforeAfter = { readonly before: number; readonly after: number };

/** The four counts of a controlled before/after study: a, b in the treated area; c, d in the control area. */
export type ControlledCounts = { readonly treated: BeforeAfter; readonly control: BeforeAfter };

/** The four cells in the order a, b, c, d. */
export function fourCells(
  counts: ControlledCounts,
): readonly [a: number, b: number, c: number, d: number] {
  const { treated, control } = counts;
  return [treated.before, treated.after, control.before, control.after];
}

/** Refuses anything but whole numbers of events. */
export function requireCounts(area: string, counts: BeforeAfter): void {
  requireCount(`${area} before`, counts.before);
  requireCount(`${area} after`, counts.after);
}

/** Refuses an exposure that cannot divide. */
export function requireExposure(area: string, exposure: BeforeAfter): void {
  requirePositive(`The exposure of ${area} before`, exposure.before);
  requirePositive(`The exposure of ${area} after`, exposure.after);
}

/**
 * Smallest count expected in the four cells if treated and control changed alike: row total × column total / total.
 * Unit: events; 0 when nothing happened anywhere. Under 5, no comparison is drawn: "too few events to conclude".
 */
export function smallestExpectedCount(counts: ControlledCounts): number {
  const [a, b, c, d] = fourCells(counts);
  const total = a + b + c + d;
  if (total === 0) return 0;
  return (Math.min(a + b, c + d) * Math.min(a + c, b + d)) / total;
}
