import { z } from "zod";
import { present } from "#domain/presence/present.ts";
import { type Attack, attackOn } from "./audit-family.ts";
import type { LinearEquation } from "./linear-program-solver.ts";
import type { FamilyLog } from "./protect-outcome-family.ts";

/** Infinity is kept as null. */
const bound = z.number().nullable();
const index = z.int().min(0);
const keptAttackSchema = z.object({
  threshold: z.number(),
  /** Name, least and greatest count that a reader may suppose. */
  cells: z.array(z.tuple([z.string(), z.number(), bound])),
  /** The total, then its parts. */
  equations: z.array(z.array(index)),
  /** The cells that must not be learnt, with the interval that was proven where one was. */
  small: z.array(z.tuple([index, bound, bound])),
});

/** What a release keeps of how a year was judged, for whoever audits it again. It holds no hidden count. */
export type KeptAttack = z.infer<typeof keptAttackSchema>;

/**
 * The equations of a judged year with the bounds and proven intervals of its cells, to be kept in private: it names the small cells.
 * Unit: events. Public counts stand as they are, hidden ones as what a reader may suppose.
 */
export function keepAttack({ attacked, hidden, threshold, intervals }: FamilyLog): KeptAttack {
  const attack = attackOn(attacked, hidden, threshold);
  return {
    threshold,
    cells: attack.cells.map(({ id, from, to }) => [id, from, finite(to)]),
    equations: attack.equations.map(({ variables }) => [...variables]),
    small: attack.small.map((cell) => {
      const [low, high] = intervals.get(present(attack.cells[cell]).id) ?? [null, null];
      return [cell, low, finite(high)];
    }),
  };
}

/** The attack as it can be made again, of what was kept. Throws where it is not what `keepAttack` keeps. */
export function readKeptAttack(kept: unknown): Attack {
  const { threshold, cells, equations, small } = keptAttackSchema.parse(kept);
  return {
    threshold,
    cells: cells.map(([id, from, to]) => ({ id, from, to: to ?? Number.POSITIVE_INFINITY })),
    equations: equations.map(
      (variables): LinearEquation => ({
        variables,
        coefficients: variables.map((_, i) => (i === 0 ? -1 : 1)),
        equals: 0,
      }),
    ),
    small: small.map(([cell]) => cell),
  };
}

function finite(number: number | null): number | null {
  return number !== null && Number.isFinite(number) ? number : null;
}
