import { present } from "#domain/presence/present.ts";
import { openPathFinder, type PathFinder } from "./alternate-path.ts";
import { confirmFamily, type FamilyAudit } from "./audit-family.ts";
import { type PublishedCell, publishCell } from "./cell-state.ts";
import type { LinearProgramSolver } from "./linear-program-solver.ts";
import { checkFamily, type LinkedFamily, leastHiddenCount, primaryCells } from "./linked-family.ts";
import { type Attacker, openAttacker } from "./open-attacker.ts";
import { republishCells } from "./republish-cells.ts";
import { usualThreshold } from "./small-cell-rule.ts";
import { openWitnesses, type Witnesses } from "./witnesses.ts";

export type SuppressionOptions = {
  readonly solver: LinearProgramSolver;
  /** Smallest readable count. */
  readonly threshold?: number;
  /** Hidden cells tried for publication again at the end, largest first. Each costs some linear programs. */
  readonly republicationAttempts?: number;
  /** Next coarser family, categories or districts merged; undefined when there is none. */
  readonly coarsen?: (family: LinkedFamily) => LinkedFamily | undefined;
};

export type Suppression =
  | {
      readonly kind: "published";
      /** What the public reads, by cell. Nothing tells a primary cell from a secondary one. */
      readonly cells: ReadonlyMap<string, PublishedCell>;
      /** Private: never leaves the release's log. */
      readonly log: SuppressionLog;
    }
  /** No publication of this family protects it, whatever is hidden or merged. */
  | { readonly kind: "withheld"; readonly unprotectable: readonly string[] };

export type SuppressionLog = {
  readonly threshold: number;
  readonly family: LinkedFamily;
  readonly hidden: ReadonlySet<string>;
  /** What the last audit proved of each primary cell. */
  readonly audit: FamilyAudit;
};

/**
 * Algorithm S: hides the small cells of a family of linked tables, and as few others as keep them hidden.
 *
 * Unit: events. Steps: primary cells (1 to k − 1, sensitive categories, outcomes of a small count) are hidden; the worst
 * protected one that an attacker cannot be shown to miss gets the cheapest alternate path through the equations, whose cells
 * are hidden too, until each could be at least k and is known to within no less than k; then hidden cells are published again, largest first, where the
 * proof holds; a last, independent audit of the result must pass. Totals are exact; zeros are never hidden for another cell.
 * When no path exists (totals already public, nothing to move) the family is coarsened, or withheld altogether.
 * Edge cases: no primary cell publishes everything. A single police unit behind two cells of a path could tell them apart:
 * choose a larger k where that may happen.
 * Source: Fischetti & Salazar 2001 (Management Science 47, 1008–1027); SDC Handbook, chapter 5; τ-ARGUS.
 */
export function suppressCells(family: LinkedFamily, options: SuppressionOptions): Suppression {
  const { threshold = usualThreshold, solver, coarsen } = options;
  checkFamily(family);
  const { hidden, unprotectable } = protect(family, threshold, options);
  if (unprotectable.length > 0) {
    const coarser = coarsen?.(family);
    return coarser === undefined
      ? { kind: "withheld", unprotectable }
      : suppressCells(coarser, options);
  }
  const audit = confirmFamily(family, hidden, threshold, solver);
  if (audit.verdict === "disclosed") {
    throw new RangeError(
      "The audit refuses the suppression it should confirm: nothing is published.",
    );
  }
  const cells = new Map(
    family.cells
      .filter((cell) => !cell.internal)
      .map((cell) => [cell.id, publishCell(cell.count, hidden.has(cell.id))]),
  );
  return { kind: "published", cells, log: { threshold, family, hidden, audit } };
}

function protect(family: LinkedFamily, threshold: number, options: SuppressionOptions) {
  const { solver, republicationAttempts = 200 } = options;
  const primaryIds = primaryCells(family, threshold);
  const indices = family.cells.map((_, index) => index);
  const primaries = family.cells.flatMap(({ id, isProven }, i) =>
    primaryIds.has(id) && !isProven ? [i] : [],
  );
  const hidden = new Set(indices.filter((i) => family.cells[i]?.internal || primaries.includes(i)));
  const truth = Float64Array.from(family.cells, (cell) => cell.count);
  const witnesses = openWitnesses(primaries, truth, threshold);
  const finder = openPathFinder(family, 4 * threshold, solver);
  for (const cell of hidden) finder.hide(cell);
  const least = Float64Array.from(family.cells, leastHiddenCount);
  const attacker = openAttacker(family, hidden, solver);
  const search = { attacker, truth, least, threshold, witnesses, finder, hidden };
  const unprotectable: number[] = [];
  try {
    let worst = worstProtected(primaries, witnesses, unprotectable);
    while (worst !== undefined) {
      if (!attacker.prove(worst, witnesses) && !protectCell(worst, search))
        unprotectable.push(worst);
      worst = worstProtected(primaries, witnesses, unprotectable);
    }
    if (unprotectable.length === 0) {
      const attempts = republicationAttempts;
      republishCells(family, { primaries, hidden, witnesses, attacker, attempts });
    }
  } finally {
    finder.close();
    attacker.close();
  }
  const idOf = (i: number) => present(family.cells[i]).id;
  return { hidden: new Set([...hidden].map(idOf)), unprotectable: unprotectable.map(idOf) };
}

function worstProtected(
  primaries: readonly number[],
  witnesses: Witnesses,
  given: readonly number[],
): number | undefined {
  let worst: number | undefined;
  for (const cell of primaries) {
    if (witnesses.isProtected(cell) || given.includes(cell)) continue;
    if (worst === undefined || witnesses.width(cell) < witnesses.width(worst)) worst = cell;
  }
  return worst;
}

type Search = {
  readonly truth: Float64Array;
  /** What a reader may suppose of each cell at least. */
  readonly least: Float64Array;
  readonly threshold: number;
  readonly witnesses: Witnesses;
  readonly finder: PathFinder;
  readonly attacker: Attacker;
  readonly hidden: Set<number>;
};

/** Up by the threshold if it can; otherwise up just enough to reach it, and down by the rest. */
function protectCell(cell: number, search: Search): boolean {
  const { threshold, truth, least } = search;
  if (move(cell, threshold, search)) return true;
  const count = present(truth[cell]);
  const most = Math.min(count - present(least[cell]), threshold);
  for (let down = most; down > 0; down -= 1) {
    const up = Math.max(threshold - down, threshold - count);
    if (up > 0 && !move(cell, up, search)) return false;
    if (move(cell, -down, search)) return true;
  }
  return false;
}

/** Hides the cells of the cheapest path, which from then on proves the ambiguity of all it moves. */
function move(
  cell: number,
  by: number,
  { truth, finder, attacker, hidden, witnesses }: Search,
): boolean {
  const path = finder.find(cell, by);
  if (path === undefined) return false;
  path.moves.forEach((moved, index) => {
    if (moved === 0 || hidden.has(index)) return;
    hidden.add(index);
    finder.hide(index);
    attacker.hide(index);
  });
  witnesses.learn(truth.map((count, index) => count + present(path.moves[index])));
  return true;
}
