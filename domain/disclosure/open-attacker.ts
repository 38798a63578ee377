import { present } from "#domain/presence/present.ts";
import { familyEquations } from "./audit-family.ts";
import type { LinearProgramSolver } from "./linear-program-solver.ts";
import {
  canMove,
  type FamilyCell,
  greatestHiddenCount,
  type LinkedFamily,
  leastHiddenCount,
} from "./linked-family.ts";
import { openReduced } from "./reduced-program.ts";
import type { Witnesses } from "./witnesses.ts";

/** A reader of what would be published, while what is hidden is still being decided. */
export type Attacker = {
  readonly hide: (cell: number) => void;
  readonly publish: (cell: number) => void;
  /** Looks for possible tables where a primary cell is far enough from its count; true once they are known. */
  readonly prove: (primary: number, witnesses: Witnesses) => boolean;
  readonly close: () => void;
};

/** Farthest a hidden count is searched above its own, events: farther would prove no more than this does. */
const reach = 10_000;

/** Starts with the hidden cells given. Asking it is much cheaper than looking for cells to hide. */
export function openAttacker(
  family: LinkedFamily,
  hidden: ReadonlySet<number>,
  solver: LinearProgramSolver,
): Attacker {
  const { cells } = family;
  const isFree = cells.map((cell, i) => hidden.has(i) || canMove(cell));
  const program = openReduced(solver, {
    lower: cells.map((cell, i) => (isFree[i] ? leastHiddenCount(cell) : cell.count)),
    upper: cells.map((cell, i) => (isFree[i] ? farthest(cell) : cell.count)),
    equations: familyEquations(family),
    changing: "costs",
  });
  const publish = (cell: number) => {
    const { count } = present(cells[cell]);
    program.setBounds(cell, count, count);
  };
  const extreme = (primary: number, cost: 1 | -1, witnesses: Witnesses) => {
    program.setCost(primary, cost);
    const result = program.minimise();
    program.setCost(primary, 0);
    if (result.kind === "optimal") witnesses.learn(result.values);
  };
  isFree.forEach((free, cell) => {
    if (free && !hidden.has(cell)) publish(cell);
  });
  return {
    publish,
    hide: (cell) => {
      const known = present(cells[cell]);
      program.setBounds(cell, leastHiddenCount(known), farthest(known));
    },
    prove: (primary, witnesses) => {
      for (const cost of [-1, 1] as const) {
        if (witnesses.isProtected(primary)) return true;
        extreme(primary, cost, witnesses);
      }
      return witnesses.isProtected(primary);
    },
    close: () => program.close(),
  };
}

function farthest(cell: FamilyCell): number {
  return Math.min(cell.count + reach, greatestHiddenCount(cell));
}
