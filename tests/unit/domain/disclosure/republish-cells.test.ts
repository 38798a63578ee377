import { describe, expect, it } from "vitest";
import type {
  LinearProgramResult,
  LinearProgramSolver,
} from "#domain/disclosure/linear-program-solver.ts";
import { openAttacker } from "#domain/disclosure/open-attacker.ts";
import { republishCells } from "#domain/disclosure/republish-cells.ts";
import { openWitnesses } from "#domain/disclosure/witnesses.ts";
import { tableWithMargins } from "./small-tables.ts";

const answering = (result: LinearProgramResult): LinearProgramSolver => ({
  open: () => ({
    setBounds: () => undefined,
    setCost: () => undefined,
    minimise: () => result,
    close: () => undefined,
  }),
});

describe("a hidden cell that may be published again", () => {
  const family = tableWithMargins([
    [3, 20],
    [20, 30],
  ]);
  const truth = family.cells.map(({ count }) => count);
  const inner = [0, 1, 2, 3];
  const leftHidden = (solver: LinearProgramSolver) => {
    const witnesses = openWitnesses([0], truth, 5);
    witnesses.learn(truth.map((count, i) => count + ([5, -5, -5, 5][i] ?? 0)));
    const hidden = new Set(inner);
    const attacker = openAttacker(family, hidden, solver);
    republishCells(family, { primaries: [0], hidden, witnesses, attacker, attempts: 9 });
    return [...hidden];
  };

  it("stays hidden where the solver finds no other table that proves its neighbour free", () => {
    expect(leftHidden(answering({ kind: "infeasible" }))).toEqual(inner);
    expect(leftHidden(answering({ kind: "unbounded" }))).toEqual(inner);
  });

  it("stays hidden where the only tables that are found have the same small count", () => {
    expect(leftHidden(answering({ kind: "optimal", values: truth }))).toEqual(inner);
  });
});
