import { present } from "#domain/presence/present.ts";
import { familyEquations } from "./audit-family.ts";
import type { LinearProgramSolver, OpenedProgram } from "./linear-program-solver.ts";
import {
  canMove,
  greatestHiddenCount,
  type LinkedFamily,
  leastHiddenCount,
} from "./linked-family.ts";
import { reduceProgram } from "./reduced-program.ts";

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
 * counts stay within what a reader may suppose, zeros and cells already public stay put. Cost of a move: events moved ×
 * events hidden × priority. The cells that move are those to hide. In two dimensions the path is the
 * usual rectangle of suppressed cells; in more, or through linked tables, whatever is cheapest. Cells that can only move
 * together are one unknown.
 * Source: Kelly, Golden & Assad 1992 (Networks 22, 397–417); Fischetti & Salazar 1999.
 */
export function openPathFinder(
  family: LinkedFamily,
  reach: number,
  solver: LinearProgramSolver,
): PathFinder {
  const { cells } = family;
  const up = cells.map((cell) =>
    canMove(cell) ? Math.min(reach, greatestHiddenCount(cell) - cell.count) : 0,
  );
  const down = cells.map((cell) =>
    canMove(cell) ? Math.min(reach, cell.count - leastHiddenCount(cell)) : 0,
  );
  const { images, kept, equations } = reduceProgram({
    lower: down.map((most) => (most === 0 ? 0 : -most)),
    upper: up,
    equations: familyEquations(family),
  });
  const members = Array.from({ length: kept }, (): number[] => []);
  images.forEach(({ sign, kept: number }, cell) => {
    if (sign !== 0) present(members[number]).push(cell);
  });
  const most = (number: number, way: 1 | -1) =>
    Math.min(
      ...present(members[number]).map((cell) =>
        present((present(images[cell]).sign === way ? up : down)[cell]),
      ),
    );
  const upper = [...members.map((_, n) => most(n, 1)), ...members.map((_, n) => most(n, -1))];
  const program = solver.open({
    lower: upper.map(() => 0),
    upper,
    equations: equations.map(({ variables, coefficients }) => ({
      variables: [...variables, ...variables.map((variable) => variable + kept)],
      coefficients: [...coefficients, ...coefficients.map((coefficient) => -coefficient)],
      equals: 0,
    })),
    changing: "bounds",
  });
  const costs = cells.map((cell) =>
    cell.internal ? hiddenCost : cell.count * (cell.priority ?? 1) + 1,
  );
  const setCost = (number: number) => {
    const cost = present(members[number]).reduce((sum, cell) => sum + present(costs[cell]), 0);
    program.setCost(number, cost);
    program.setCost(number + kept, cost);
  };
  members.forEach((_, number) => {
    setCost(number);
  });
  return {
    find: (cell, by) => {
      const { sign, kept: number } = present(images[cell]);
      const [used, other] = sign * by > 0 ? [number, number + kept] : [number + kept, number];
      if (sign === 0 || Math.abs(by) > present(upper[used])) return undefined;
      program.setBounds(used, Math.abs(by), Math.abs(by));
      program.setBounds(other, 0, 0);
      const moves = solve(program, kept);
      program.setBounds(used, 0, present(upper[used]));
      program.setBounds(other, 0, present(upper[other]));
      return (
        moves && { moves: images.map((image) => image.sign * present(moves[image.kept]) || 0) }
      );
    },
    hide: (cell) => {
      costs[cell] = hiddenCost;
      const { sign, kept: number } = present(images[cell]);
      if (sign !== 0) setCost(number);
    },
    close: () => program.close(),
  };
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
