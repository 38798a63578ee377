import { present } from "#domain/presence/present.ts";
import type { FamilyCell, FamilyEquation, LinkedFamily } from "./linked-family.ts";

/**
 * A family with what its own unknowns reach, of more cells and equations, through the equations that hold them. What stands
 * beyond counts that are public moves nothing here.
 */
export function reachedFamily(
  own: LinkedFamily,
  cells: ReadonlyMap<string, FamilyCell>,
  equations: readonly FamilyEquation[],
): LinkedFamily {
  const holding = equationsByCell(equations);
  const held = new Set(own.cells.map(({ id }) => id));
  const kept = new Set(own.equations);
  const unknown = [...held].filter((id) => !present(cells.get(id)).frozen);
  for (const id of unknown) {
    for (const equation of holding.get(id) ?? []) {
      kept.add(equation);
      const met = membersOf(equation).filter((other) => !held.has(other));
      for (const other of met) held.add(other);
      unknown.push(...met.filter((other) => !present(cells.get(other)).frozen));
    }
  }
  return {
    cells: [...held].map((id) => withoutUnheldParent(present(cells.get(id)), held)),
    equations: [...kept],
  };
}

function membersOf({ total, parts }: FamilyEquation): string[] {
  return [total, ...parts];
}

function equationsByCell(equations: readonly FamilyEquation[]): Map<string, FamilyEquation[]> {
  const holding = new Map<string, FamilyEquation[]>();
  for (const equation of equations) {
    for (const id of membersOf(equation)) {
      const known = holding.get(id);
      if (known) known.push(equation);
      else holding.set(id, [equation]);
    }
  }
  return holding;
}

/** An outcome of a count that is not held may still be a zero. */
function withoutUnheldParent(cell: FamilyCell, held: ReadonlySet<string>): FamilyCell {
  if (cell.outcomeOf === undefined || held.has(cell.outcomeOf)) return cell;
  const { outcomeOf: _, ...kept } = cell;
  return { ...kept, mayBeZero: true };
}
