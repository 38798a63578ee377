import { countOf } from "#domain/disclosure/read-cell.ts";
import { present } from "#domain/presence/present.ts";
import { isPartOfYear } from "./counted-period.ts";
import { type CountedTotal, type CountOfYear, countsByYear, isLoss } from "./outcome-series.ts";
import type { ProtectedCount } from "./protected-counts.ts";

/** What a source counts, when and how, without how many. */
export type StatedTotal = Omit<CountedTotal, "value">;

const counted = ["known", "zero", "declared-zero"];

/**
 * The counts of a city's years as everybody reads them: every number is that of a cell that disclosure control published,
 * or a sum of such cells. What the source states only says which stages exist, why a silence is one, and whether its
 * events are given by result.
 *
 * Unit: that of the definition. A year that is not published whole is known from below by what is: its months, or its
 * results; with none of them it keeps its silence. Events lost at a stage are taken off its total only where each of
 * their results is published, since the difference would tell the one that is not. A year of which nothing is published
 * yet is left out.
 */
export function publishedYears(
  cells: readonly ProtectedCount[],
  stated: readonly StatedTotal[],
): CountOfYear[] {
  const shapes = countsByYear(stated.map((total) => ({ ...total, value: null })));
  const groups = new Map<string, ProtectedCount[]>();
  for (const cell of cells)
    if (cell.category === null) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  const published = new Set(cells.map(({ year }) => year));
  return shapes.flatMap((shape) => {
    const own = groups.get(keyOf(shape));
    if (own) return [readYear(shape, own, isGivenByResult(stated, shape))];
    if (!counted.includes(shape.state)) return [shape];
    return published.has(shape.year) ? [silent(shape, "withheld")] : [];
  });
}

function keyOf({ definition, scope, year }: Pick<CountOfYear, "definition" | "scope" | "year">) {
  return [definition, scope, year].join("\u0000");
}

/** True where the total of a year is the sum of its results, hence holds what was lost. */
function isGivenByResult(stated: readonly StatedTotal[], shape: CountOfYear): boolean {
  const own = stated.filter((total) => keyOf(total) === keyOf(shape));
  return own.every(({ result }) => result !== null);
}

function readYear(
  shape: CountOfYear,
  cells: readonly ProtectedCount[],
  isByResult: boolean,
): CountOfYear {
  const year = cells.find(({ period, result }) => period.length === 4 && result === null);
  const named = cells.filter(({ result }) => result !== null);
  const months = cells.filter(({ period }) => period.length === 7);
  const { counted } = present(cells[0]);
  const losses = named.filter(({ result }) => isLoss(result));
  const read = {
    ...shape,
    results: new Map(
      named.flatMap(({ result, value }) => (result && value ? [[result, value] as const] : [])),
    ),
    period: { from: counted.from, to: counted.to },
    months: shape.months === undefined && !isPartOfYear(counted) ? undefined : counted.months,
    unknownCells: 0,
  };
  const lost = isByResult ? sumOf(losses) : 0;
  const total = year && countOf(year);
  if (total !== undefined && lost !== undefined) return withValue(read, total - lost);
  const parts = isByResult ? named.filter(({ result }) => !isLoss(result)) : months;
  const known = parts.filter((cell) => cell.state === "published");
  const least = known.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const hidden = cells.some(({ state }) => state === "withheld") ? "withheld" : reasonOf(shape);
  if (least === 0) return silent(read, hidden);
  return { ...withValue(read, least), unknownCells: Math.max(1, parts.length - known.length) };
}

function withValue(count: CountOfYear, value: number): CountOfYear {
  const zero = count.state === "declared-zero" ? "declared-zero" : "zero";
  return { ...count, state: value > 0 ? "known" : zero, value };
}

function silent(count: CountOfYear, state: string): CountOfYear {
  return { ...count, state, value: undefined, unknownCells: 0 };
}

/** Of a year that nobody withheld: what its source says, or, where it counts a part of it, that the rest is not told. */
function reasonOf({ state }: CountOfYear): string {
  return counted.includes(state) ? "not-communicated" : state;
}

/** The sum of cells, undefined where one of them may not be read. */
function sumOf(cells: readonly ProtectedCount[]): number | undefined {
  const counts = cells.map(countOf);
  return counts.some((count) => count === undefined)
    ? undefined
    : counts.reduce((sum: number, count) => sum + present(count), 0);
}
