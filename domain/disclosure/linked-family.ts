import { requireCount } from "#domain/statistics/statistical-input.ts";
import { isSmallCell } from "./small-cell-rule.ts";

/** One count of a family of tables. */
export type FamilyCell = {
  readonly id: string;
  readonly count: number;
  /** Hidden whatever its count: a category never published at this level. */
  readonly sensitive?: boolean;
  /** Already public, or published by someone else: it can no longer be hidden. */
  readonly frozen?: boolean;
  /** Never published by us: hidden in an earlier release, or the difference between two. */
  readonly internal?: boolean;
  /** The count this one is an outcome of: a zero outcome of a small count tells how each inquiry ended. */
  readonly outcomeOf?: string;
  /** Hidden, it may be a zero for all that a reader knows: a difference that nobody publishes. */
  readonly mayBeZero?: boolean;
  /** Protected where it was judged: no path is sought for it, but the audit attacks it like any other. */
  readonly isProven?: boolean;
  /** What a band says of it, both ends included: hidden, it is known to lie there. */
  readonly within?: { readonly from: number; readonly to?: number };
  /** How much readers miss it, relative to others; 1 unless said. */
  readonly priority?: number;
};

/** total = sum of parts. */
export type FamilyEquation = { readonly total: string; readonly parts: readonly string[] };

/**
 * Tables that share cells or totals, with everything a reader can add or subtract: hierarchies, quarters and years,
 * earlier releases. What is protected in one table is protected in all or in none.
 */
export type LinkedFamily = {
  readonly cells: readonly FamilyCell[];
  readonly equations: readonly FamilyEquation[];
};

/** Refuses a family whose totals are not the sum of their parts: nothing could be proved of it. */
export function checkFamily(family: LinkedFamily): void {
  const counts = new Map<string, number>();
  for (const cell of family.cells) {
    requireCount(`Cell ${cell.id}`, cell.count);
    if (counts.has(cell.id)) throw new RangeError(`Cell ${cell.id} is in the family twice.`);
    counts.set(cell.id, cell.count);
  }
  const countOf = (id: string) => {
    const count = counts.get(id);
    if (count === undefined) throw new RangeError(`Cell ${id} is not in the family.`);
    return count;
  };
  for (const { total, parts } of family.equations) {
    const sum = parts.reduce((part, id) => part + countOf(id), 0);
    if (countOf(total) !== sum) {
      throw new RangeError(`Cell ${total} is ${countOf(total)} and its parts add up to ${sum}.`);
    }
  }
  for (const { outcomeOf } of family.cells) if (outcomeOf !== undefined) countOf(outcomeOf);
}

/**
 * Cells that must not be read for their own sake: 1 to k − 1, sensitive ones, and outcomes of a count of 1 to k − 1,
 * zero included. What is already public is no longer anyone's to hide.
 */
export function primaryCells(family: LinkedFamily, threshold: number): Set<string> {
  const counts = new Map<string | undefined, number>(
    family.cells.map((cell) => [cell.id, cell.count]),
  );
  const isSmall = (id: string | undefined) => {
    const count = counts.get(id);
    return count !== undefined && isSmallCell(count, threshold);
  };
  return new Set(
    family.cells
      .filter((cell) => !cell.frozen)
      .filter((cell) => cell.sensitive || isSmall(cell.id) || isSmall(cell.outcomeOf))
      .map((cell) => cell.id),
  );
}

/**
 * The least a reader may suppose of a hidden cell. Zeros are always shown, so a hidden count is at least 1; except
 * where zeros may be hidden too (sensitive cells, outcomes, differences).
 */
export function leastHiddenCount(cell: FamilyCell): number {
  if (cell.within) return cell.within.from;
  return mayHideZero(cell) || cell.count === 0 ? 0 : 1;
}

/** The most a reader may suppose of a hidden cell; infinite where nothing says so. */
export function greatestHiddenCount(cell: FamilyCell): number {
  return cell.within?.to ?? Number.POSITIVE_INFINITY;
}

/** True where a hidden cell may be a zero. */
export function mayHideZero(cell: FamilyCell): boolean {
  return cell.sensitive === true || cell.outcomeOf !== undefined || cell.mayBeZero === true;
}

/** True where another count may stand for all that a reader knows: not of what is public, nor of a zero that is shown. */
export function canMove(cell: FamilyCell): boolean {
  if (cell.frozen) return false;
  return cell.count > 0 || mayHideZero(cell);
}
