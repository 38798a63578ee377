import { present } from "#domain/presence/present.ts";
import { familyEquations } from "./audit-family.ts";
import type { LinearProgramSolver, OpenedProgram } from "./linear-program-solver.ts";
import { type LinkedFamily, leastHiddenCount } from "./linked-family.ts";
import type { Witnesses } from "./witnesses.ts";

type Republication = {
  readonly primaries: readonly number[];
  /** Cells now hidden; those published again leave it. */
  readonly hidden: Set<number>;
  readonly witnesses: Witnesses;
  readonly solver: LinearProgramSolver;
  readonly attempts: number;
};

/**
 * Publishes again the secondary cells that no proof needs, largest first.
 *
 * Each try fixes one cell at its count and looks for new proofs of the primary cells that leaned on it; it stays hidden if
 * one cannot be had. Hidden counts are searched up to ten thousand above their own, which errs on the side of hiding.
 */
export function republishCells(family: LinkedFamily, republication: Republication): void {
  const { hidden, primaries, attempts } = republication;
  const primary = new Set(primaries);
  const countOf = (cell: number) => present(family.cells[cell]).count;
  const secondary = [...hidden]
    .filter((cell) => !primary.has(cell) && !family.cells[cell]?.internal)
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, attempts);
  if (secondary.length === 0) return;
  const program = openAttacker(family, republication);
  try {
    for (const cell of secondary) {
      if (mayBeRepublished(cell, countOf(cell), program, republication.witnesses)) {
        hidden.delete(cell);
      } else {
        program.setBounds(cell, 1, countOf(cell) + reach);
      }
    }
  } finally {
    program.close();
  }
}

/** Farthest a hidden count is searched above its own, events. */
const reach = 10_000;

function openAttacker(family: LinkedFamily, { hidden, solver }: Republication): OpenedProgram {
  return solver.open({
    lower: family.cells.map((cell, i) => (hidden.has(i) ? leastHiddenCount(cell) : cell.count)),
    upper: family.cells.map((cell, i) => cell.count + (hidden.has(i) ? reach : 0)),
    equations: familyEquations(family),
  });
}

/** Looks for values of the other cells that leave this one free, downwards and upwards. */
function seekWitnesses(primary: number, program: OpenedProgram, witnesses: Witnesses): void {
  for (const cost of [-1, 1]) {
    if (witnesses.isProtected(primary)) return;
    program.setCost(primary, cost);
    const result = program.minimise();
    program.setCost(primary, 0);
    if (result.kind === "optimal") witnesses.learn(result.values);
  }
}

function mayBeRepublished(
  cell: number,
  count: number,
  program: OpenedProgram,
  witnesses: Witnesses,
): boolean {
  program.setBounds(cell, count, count);
  const restore = witnesses.save();
  const leaning = witnesses.leaningOn(cell);
  for (const primary of leaning) witnesses.forget(primary);
  for (const primary of leaning) {
    seekWitnesses(primary, program, witnesses);
    if (!witnesses.isProtected(primary)) {
      restore();
      return false;
    }
  }
  return true;
}
