import { present } from "#domain/presence/present.ts";
import { familyEquations } from "./audit-family.ts";
import type { LinearProgramSolver, OpenedProgram } from "./linear-program-solver.ts";
import {
  type FamilyCell,
  type LinkedFamily,
  leastHiddenCount,
  mayHideZero,
} from "./linked-family.ts";

/** A move of every cell that keeps every equation and every published cell: another table the reader cannot rule out. */
export type AlternatePath = {
  /** Change of each cell, in the order of the family's cells. */
  readonly moves: readonly number[];
};

export type PathFinder = {
  /** Cheapest path that moves one cell by `by` events (up if positive), or undefined when none exists. */
  readonly find: (cell: number, by: number) => AlternatePath | undefined;
  /** The cell is hidden from now on: paths through it cost next to nothing. */
  readonly hide: (cell: number) => void;
  readonly close: () => void;
};

/** Moves smaller than this are the solver's rounding. */
const negligibleMove = 1e-6;
/** Hidden cells are almost free, but not quite: a path does not wander through them without need. */
const hiddenCost = 1e-3;

/**
 * Looks for the cheapest way to make a cell ambiguous.
 *
 * Method: one linear program over the moves of all cells, up and down; the move of the cell is imposed, equations are kept,
 * counts stay above what a reader may suppose, zeros and cells already public stay put. Cost of a move: events moved ×
 * events hidden × priority. The cells that move are those to hide. In two dimensions the path is the
 * usual rectangle of suppressed cells; in more, or through linked tables, whatever is cheapest.
 * Source: Kelly, Golden & Assad 1992 (Networks 22, 397–417); Fischetti & Salazar 1999.
 */
export function openPathFinder(
  family: LinkedFamily,
  reach: number,
  solver: LinearProgramSolver,
): PathFinder {
  const { cells } = family;
  const size = cells.length;
  const upper = [
    ...cells.map((cell) => (canMove(cell) ? reach : 0)),
    ...cells.map((cell) =>
      canMove(cell) ? Math.min(reach, cell.count - leastHiddenCount(cell)) : 0,
    ),
  ];
  const program = solver.open({
    lower: upper.map(() => 0),
    upper,
    equations: familyEquations(family).map(({ variables, coefficients }) => ({
      variables: [...variables, ...variables.map((variable) => variable + size)],
      coefficients: [...coefficients, ...coefficients.map((coefficient) => -coefficient)],
      equals: 0,
    })),
  });
  const setCost = (cell: number, cost: number) => {
    program.setCost(cell, cost);
    program.setCost(cell + size, cost);
  };
  cells.forEach((cell, index) => {
    setCost(index, cell.internal ? hiddenCost : cell.count * (cell.priority ?? 1) + 1);
  });
  return {
    find: (cell, by) => {
      const [used, other] = by > 0 ? [cell, cell + size] : [cell + size, cell];
      program.setBounds(used, Math.abs(by), Math.abs(by));
      program.setBounds(other, 0, 0);
      const moves = solve(program, size);
      program.setBounds(used, 0, present(upper[used]));
      program.setBounds(other, 0, present(upper[other]));
      return moves && { moves };
    },
    hide: (cell) => setCost(cell, hiddenCost),
    close: () => program.close(),
  };
}

/** A zero is shown as a zero, unless zeros of its kind are hidden; what is public stays. */
function canMove(cell: FamilyCell): boolean {
  if (cell.frozen) return false;
  return cell.count > 0 || mayHideZero(cell);
}

function solve(program: OpenedProgram, size: number): number[] | undefined {
  const result = program.minimise();
  if (result.kind !== "optimal") return undefined;
  const { values } = result;
  return Array.from({ length: size }, (_, cell) => {
    const move = present(values[cell]) - present(values[cell + size]);
    return Math.abs(move) < negligibleMove ? 0 : move;
  });
}
