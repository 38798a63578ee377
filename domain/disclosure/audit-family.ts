import { present } from "#domain/presence/present.ts";
import type {
  LinearEquation,
  LinearProgramSolver,
  OpenedProgram,
} from "./linear-program-solver.ts";
import {
  greatestHiddenCount,
  type LinkedFamily,
  leastHiddenCount,
  primaryCells,
} from "./linked-family.ts";
import { openReduced } from "./reduced-program.ts";
import { isProtectedBy, openWitnesses, type Witnesses } from "./witnesses.ts";

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

/** The equations of a family over the indices of its cells. */
export function familyEquations(family: LinkedFamily): LinearEquation[] {
  const indexOf = new Map(family.cells.map((cell, index) => [cell.id, index]));
  return family.equations.map(({ total, parts }) => ({
    variables: [total, ...parts].map((id) => present(indexOf.get(id))),
    coefficients: [-1, ...parts.map(() => 1)],
    equals: 0,
  }));
}

/** Everything that a reader does not rule out, and the cells that he must not learn. */
export type Attack = {
  /** Least and greatest count of each cell, both included: the count itself where it is public. */
  readonly cells: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  readonly equations: readonly LinearEquation[];
  /** Indices of the primary cells. */
  readonly small: readonly number[];
  readonly threshold: number;
};

/** Published cells are what they are, hidden ones at least what may be hidden and at most what a band says. */
export function attackOn(
  family: LinkedFamily,
  hidden: ReadonlySet<string>,
  threshold: number,
): Attack {
  const primaries = primaryCells(family, threshold);
  const { cells } = family;
  return {
    cells: cells.map((cell) => {
      const { id, count } = cell;
      return hidden.has(id)
        ? { id, from: leastHiddenCount(cell), to: greatestHiddenCount(cell) }
        : { id, from: count, to: count };
    }),
    equations: familyEquations(family),
    small: cells.flatMap(({ id }, index) => (primaries.has(id) ? [index] : [])),
    threshold,
  };
}

/**
 * Attacks a publication: the tightest interval a reader can give each primary cell by adding and subtracting.
 *
 * Unit: events. Method: two linear programs per primary cell, least and greatest value under every equation, published cells
 * fixed, hidden cells from 1 (0 where zeros may be hidden), within their band where they have one. A cell is protected when its
 * highest value reaches the threshold and its interval is at least as wide as the threshold. Bounds are those of real numbers:
 * whole numbers may bind tighter in tables of three dimensions or more.
 * A primary cell left in the open has its value for interval. Edge case: a family without primary cell is protected.
 * Source: Fischetti & Salazar 2001; τ-ARGUS audit.
 */
export function auditFamily(
  family: LinkedFamily,
  hidden: ReadonlySet<string>,
  threshold: number,
  solver: LinearProgramSolver,
): FamilyAudit {
  return auditAttack(attackOn(family, hidden, threshold), solver);
}

/** The audit of `auditFamily`, of what its release kept: it needs no hidden count. */
export function auditAttack(attack: Attack, solver: LinearProgramSolver): FamilyAudit {
  const program = openAttack(attack, solver);
  try {
    return verdictOn(
      attack,
      alikeCells(attack).map((alike) => {
        const index = present(alike[0]);
        return { alike, low: extreme(program, index, 1), high: extreme(program, index, -1) };
      }),
    );
  } finally {
    program.close();
  }
}

function verdictOn(
  { cells, threshold }: Attack,
  found: readonly { alike: readonly number[]; low: number; high: number }[],
): FamilyAudit {
  const primaries = found.flatMap(({ alike, low, high }) => {
    const isProtected = isProtectedBy(low, high, threshold);
    return alike.map((one) => ({ id: present(cells[one]).id, low, high, isProtected }));
  });
  const verdict = primaries.every((cell) => cell.isProtected) ? "protected" : "disclosed";
  return { verdict, primaries };
}

/**
 * The verdict of `auditFamily`, with fewer linear programs: each possible table found for one primary cell also proves what it
 * says of the others. Sums of primary cells are driven to their extremes first, then each that is not proven yet to its own.
 *
 * Unit: events. The intervals are what was proven, as wide as those of `auditFamily` or narrower. A cell whose own two extremes
 * do not prove it is disclosed. A cell without bound above is proven by that.
 */
export function confirmFamily(
  family: LinkedFamily,
  hidden: ReadonlySet<string>,
  threshold: number,
  solver: LinearProgramSolver,
): FamilyAudit {
  const attack = attackOn(family, hidden, threshold);
  const program = openAttack(attack, solver);
  try {
    const groups = alikeCells(attack);
    const primaries = groups.map((alike) => present(alike[0]));
    const truth = Float64Array.from(family.cells, ({ count }) => count);
    const witnesses = openWitnesses(primaries, truth, threshold);
    driveTogether(primaries, program, witnesses);
    const unbounded = new Set<number>();
    const prove = (index: number) => {
      for (const cost of [-1, 1] as const) {
        if (witnesses.isProtected(index)) return;
        const table = extremeTable(program, index, cost);
        if (table === undefined) {
          unbounded.add(index);
          return;
        }
        witnesses.learn(table);
      }
    };
    primaries.forEach(prove);
    const found = groups.map((alike) => {
      const index = present(alike[0]);
      const [low, high] = witnesses.interval(index);
      return { alike, low, high: unbounded.has(index) ? Number.POSITIVE_INFINITY : high };
    });
    return verdictOn(attack, found);
  } finally {
    program.close();
  }
}

/** How many ways of telling cells up from cells down are tried: each splits them otherwise. */
const splits = 6;

/** Drives many cells at once up or down: tables that are far from the true one say most about most cells. */
function driveTogether(
  cells: readonly number[],
  program: OpenedProgram,
  witnesses: Witnesses,
): void {
  for (let split = 0; split < splits; split += 1) {
    for (const way of [1, -1]) {
      const open = cells.filter((cell) => !witnesses.isProtected(cell));
      if (open.length < 2) return;
      const sideOf = (rank: number) => (split === 0 ? 1 : (rank >> (split - 1)) & 1 ? 1 : -1);
      open.forEach((cell, rank) => {
        program.setCost(cell, -way * sideOf(rank));
      });
      const result = program.minimise();
      for (const cell of open) program.setCost(cell, 0);
      if (result.kind === "optimal") witnesses.learn(result.values);
    }
  }
}

function openAttack({ cells, equations }: Attack, solver: LinearProgramSolver): OpenedProgram {
  return openReduced(solver, {
    lower: cells.map(({ from }) => from),
    upper: cells.map(({ to }) => to),
    equations,
    changing: "costs",
  });
}

/**
 * Primary cells, those together that stand in the same equations within the same bounds: what a reader finds of one of them he
 * finds of each. A district may have a hundred cameras of one band.
 */
function alikeCells({ cells, equations, small }: Attack): number[][] {
  const standing = new Map<number, string>();
  equations.forEach(({ variables, coefficients }, number) => {
    variables.forEach((cell, i) => {
      standing.set(cell, `${standing.get(cell) ?? ""} ${number}:${coefficients[i]}`);
    });
  });
  const groups = new Map<string, number[]>();
  for (const index of small) {
    const { from, to } = present(cells[index]);
    const name = `${from} ${to}${standing.get(index) ?? ""}`;
    const known = groups.get(name);
    if (known) known.push(index);
    else groups.set(name, [index]);
  }
  return [...groups.values()];
}

/** Least (cost 1) or greatest (cost −1) value of a variable. */
function extreme(program: OpenedProgram, variable: number, cost: 1 | -1): number {
  const table = extremeTable(program, variable, cost);
  return table === undefined ? -cost * Number.POSITIVE_INFINITY : present(table[variable]);
}

/**
 * A possible table where a variable is least (cost 1) or greatest (cost −1); undefined where it has no bound. The true counts
 * satisfy every equation: never infeasible.
 */
function extremeTable(
  program: OpenedProgram,
  variable: number,
  cost: 1 | -1,
): ArrayLike<number> | undefined {
  program.setCost(variable, cost);
  const result = program.minimise();
  program.setCost(variable, 0);
  if (result.kind === "optimal") return result.values;
  if (result.kind === "unbounded") return undefined;
  throw new RangeError("The published cells contradict each other: no table satisfies them.");
}
