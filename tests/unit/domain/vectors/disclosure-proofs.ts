import { expect } from "vitest";
import { z } from "zod";
import { auditFamily } from "#domain/disclosure/audit-family.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import { primaryCells } from "#domain/disclosure/linked-family.ts";
import { roundByCellKey } from "#domain/disclosure/round-by-cell-key.ts";
import { suppressCells } from "#domain/disclosure/suppress-cells.ts";
import { tableWithMargins } from "../disclosure/small-tables.ts";
import {
  near,
  numberIn,
  type Proof,
  type Proofs,
  rowsIn,
  type VectorInput,
} from "./read-vectors.ts";

export function disclosureProofs(solver: LinearProgramSolver): Proofs {
  return {
    random_rounding: (input) => ({
      out: near(
        roundByCellKey(numberIn(input, "n"), numberIn(input, "u"), numberIn(input, "base")),
      ),
    }),
    suppression: (input) =>
      input.mode === "primary_only" ? naive(solver)(input) : suppressed(solver)(input),
  };
}

/** Hiding the small cells alone: what a reader then works out of each. */
function naive(solver: LinearProgramSolver): Proof {
  return (input) => {
    const family = tableWithMargins(rowsIn(input, "table"));
    const k = numberIn(input, "k");
    const found = auditFamily(family, primaryCells(family, k), k, solver);
    return {
      verdict: (expected) => expect(found.verdict).toBe(expected),
      audit: (expected, tolerance) => {
        const bounds = z.record(z.string(), z.array(z.number())).parse(expected);
        expect(found.primaries.map(({ id }) => id).sort()).toEqual(Object.keys(bounds).sort());
        for (const { id, low, high } of found.primaries) near(low, high)(bounds[id], tolerance);
      },
    };
  };
}

/** A property, not a pattern: several sets of hidden cells would do. */
function suppressed(solver: LinearProgramSolver): Proof {
  return (input: VectorInput) => {
    const table = rowsIn(input, "table");
    const k = numberIn(input, "k");
    const family = tableWithMargins(table);
    const result = suppressCells(family, { solver, threshold: k });
    return {
      property: (expected) => {
        expect(expected).toContain(
          "every primary: hi>=5 and hi-lo>=5; margins exact; no zero suppressed",
        );
        if (result.kind !== "published") throw new Error("withheld");
        const { primaries } = auditFamily(family, result.log.hidden, k, solver);
        expect(primaries).toHaveLength(2);
        expect(primaries.filter(({ low, high }) => high < k || high - low < k)).toEqual([]);
        const shown = ({ id }: { id: string }) => result.cells.get(id);
        const margins = family.cells.filter(({ id }) => id.includes("T"));
        expect(margins.map(shown)).toEqual(
          margins.map(({ count }) => ({ state: "published", count })),
        );
        const zeros = family.cells.filter(({ count }) => count === 0);
        expect(zeros.map(shown)).toEqual(zeros.map(() => ({ state: "zero" })));
      },
    };
  };
}
