import { present } from "#domain/presence/present.ts";
import type {
  LinearEquation,
  LinearProgramSolver,
  OpenedProgram,
} from "./linear-program-solver.ts";
import { type LinkedFamily, leastHiddenCount, primaryCells } from "./linked-family.ts";

/** What a reader of the published cells can work out of one hidden cell. Bounds included; `high` may be infinite. */
export type CellBounds = {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly isProtected: boolean;
};

/** Private: it names the primary cells. Kept in the release's log, never published. */
export type FamilyAudit = {
  readonly verdict: "protected" | "disclosed";
  readonly primaries: readonly CellBounds[];
};

/** Slack for the solver's floating-point answers; counts are whole numbers. */
const slack = 1e-6;

/** True when the reader can tell neither that the count is below the threshold, nor its value to within the threshold. */
export function isProtectedBy(low: number, high: number, threshold: number): boolean {
  return high >= threshold - slack && high - low >= threshold - slack;
}

/** The equations of a family over the indices of its cells. */
export function familyEquations(family: LinkedFamily): LinearEquation[] {
  const indexOf = new Map(family.cells.map((cell, index) => [cell.id, index]));
  return family.equations.map(({ total, parts }) => ({
    variables: [total, ...parts].map((id) => present(indexOf.get(id))),
    coefficients: [-1, ...parts.map(() => 1)],
    equals: 0,
  }));
}

/**
 * Attacks a publication: the tightest interval a reader can give each primary cell by adding and subtracting.
 *
 * Unit: events. Method: two linear programs per primary cell, least and greatest value under every equation, published cells
 * fixed, hidden cells from 1 (0 where zeros may be hidden). A cell is protected when its highest value reaches the
 * threshold and its interval is at least as wide as the threshold. Bounds are those of real numbers: whole numbers may
 * bind tighter in tables of three dimensions or more.
 * A primary cell left in the open has its value for interval. Edge case: a family without primary cell is protected.
 * Source: Fischetti & Salazar 2001; τ-ARGUS audit.
 */
export function auditFamily(
  family: LinkedFamily,
  hidden: ReadonlySet<string>,
  threshold: number,
  solver: LinearProgramSolver,
): FamilyAudit {
  const cells = family.cells;
  const isHidden = (id: string) => hidden.has(id);
  const program = solver.open({
    lower: cells.map((cell) => (isHidden(cell.id) ? leastHiddenCount(cell) : cell.count)),
    upper: cells.map((cell) => (isHidden(cell.id) ? Number.POSITIVE_INFINITY : cell.count)),
    equations: familyEquations(family),
  });
  try {
    const attacked = primaryCells(family, threshold);
    const primaries = cells.flatMap(({ id }, index) => {
      if (!attacked.has(id)) return [];
      const low = extreme(program, index, 1);
      const high = extreme(program, index, -1);
      return [{ id, low, high, isProtected: isProtectedBy(low, high, threshold) }];
    });
    const verdict = primaries.every((cell) => cell.isProtected) ? "protected" : "disclosed";
    return { verdict, primaries };
  } finally {
    program.close();
  }
}

/** Least (cost 1) or greatest (cost −1) value of a variable. The true counts satisfy every equation: never infeasible. */
function extreme(program: OpenedProgram, variable: number, cost: 1 | -1): number {
  program.setCost(variable, cost);
  const result = program.minimise();
  program.setCost(variable, 0);
  if (result.kind === "optimal") return present(result.values[variable]);
  if (result.kind === "unbounded") return -cost * Number.POSITIVE_INFINITY;
  throw new RangeError("The published cells contradict each other: no table satisfies them.");
}
