import { expect, it } from "vitest";
import type { FamilyCell } from "#domain/disclosure/linked-family.ts";
import { reachedFamily } from "#domain/disclosure/reached-cells.ts";

it("a family reaches through its unknowns alone, and an outcome whose count stays behind may be zero", () => {
  const all: FamilyCell[] = [
    { id: "own", count: 9 },
    { id: "sum", count: 12, frozen: true },
    { id: "met", count: 3, outcomeOf: "behind" },
    { id: "behind", count: 4, frozen: true },
    { id: "beyond", count: 12 },
  ];
  const first = { total: "sum", parts: ["own", "met"] };
  const past = { total: "sum", parts: ["beyond"] };
  const cells = new Map(all.map((cell) => [cell.id, cell]));
  const own = { cells: all.slice(0, 1), equations: [] };
  const { cells: held, equations } = reachedFamily(own, cells, [first, past]);
  expect(equations).toEqual([first]);
  expect(held.map(({ id }) => id)).toEqual(["own", "sum", "met"]);
  expect(held[2]).toEqual({ id: "met", count: 3, mayBeZero: true });
});
