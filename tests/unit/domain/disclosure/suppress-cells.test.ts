import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openPathFinder } from "#domain/disclosure/alternate-path.ts";
import { auditFamily } from "#domain/disclosure/audit-family.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import { primaryCells } from "#domain/disclosure/linked-family.ts";
import { suppressCells } from "#domain/disclosure/suppress-cells.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { tableWithMargins } from "./small-tables.ts";

// Vectors sdc-naive-must-fail and sdc-property; authority: a reference implementation, not a publication.
const rows = [
  [12, 3, 25, 8],
  [7, 14, 2, 19],
  [31, 9, 11, 6],
  [5, 22, 17, 0],
];

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
});

describe("hiding the small cells alone", () => {
  it("gives them away exactly when the margins are public: the audit says so", () => {
    const family = tableWithMargins(rows);
    const audit = auditFamily(family, primaryCells(family, 5), 5, solver);
    expect(audit.verdict).toBe("disclosed");
    expect(JSON.stringify(audit)).toContain('"0,1"');
  });
});

describe("the cheapest path", () => {
  it("goes through no cell that is public, hidden or not, and starts at none", () => {
    const finder = openPathFinder(tableWithMargins(rows), 20, solver);
    const total = 16;
    finder.hide(total);
    expect(finder.find(total, 5)).toBeUndefined();
    const path = finder.find(1, 5);
    expect(path?.moves[1]).toBe(5);
    expect(path?.moves.slice(total).every((move) => move === 0)).toBe(true);
    expect(path?.moves[15]).toBe(0);
    finder.close();
  });
});

describe("Algorithm S", () => {
  it("hides others with them until the audit passes; totals stay exact, and no zero is hidden", () => {
    const result = suppressCells(tableWithMargins(rows), { solver });
    if (result.kind !== "published") throw new Error("withheld");
    expect(auditFamily(tableWithMargins(rows), result.log.hidden, 5, solver).verdict).toBe(
      "protected",
    );
    expect([...result.log.hidden]).toEqual(expect.arrayContaining(["0,1", "1,2"]));
    expect(result.cells.get("3,3")).toEqual({ state: "zero" });
    expect(result.cells.get("0,T")).toEqual({ state: "published", count: 48 });
    expect(result.cells.get("T,3")).toEqual({ state: "published", count: 33 });
    expect(result.cells.get("0,1")).toEqual({ state: "withheld" });
    // Nothing tells a small cell from one hidden for its neighbour.
    const hidden = [...result.log.hidden].map((id) => result.cells.get(id));
    expect(new Set(hidden.map((cell) => JSON.stringify(cell))).size).toBe(1);
  });

  it("publishes everything where nothing is small", () => {
    const family = tableWithMargins([
      [12, 30],
      [7, 14],
    ]);
    const result = suppressCells(family, { solver });
    expect(result.kind === "published" && result.log.hidden.size).toBe(0);
  });

  it("publishes nothing where the margins give a cell away whatever is hidden", () => {
    const result = suppressCells(tableWithMargins([[3], [20]]), { solver });
    expect(result).toMatchObject({ kind: "withheld", unprotectable: ["0,0"] });
  });

  it("merges categories first, when it is told how", () => {
    const merged = tableWithMargins([[23]]);
    const result = suppressCells(tableWithMargins([[3], [20]]), { solver, coarsen: () => merged });
    expect(result.kind === "published" && result.cells.get("0,0")).toEqual({
      state: "published",
      count: 23,
    });
  });

  it("refuses a family whose totals are false", () => {
    const family = tableWithMargins(rows);
    const wrong = {
      ...family,
      cells: family.cells.map((cell) => ({ ...cell, count: cell.count + 1 })),
    };
    expect(() => suppressCells(wrong, { solver })).toThrow(RangeError);
  });

  it("never publishes a family in which a small cell is bounded tighter than the rule", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 60 }));
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        const family = tableWithMargins(table);
        const result = suppressCells(family, { solver });
        if (result.kind === "withheld") return;
        expect(auditFamily(family, result.log.hidden, 5, solver).verdict).not.toBe("disclosed");
        const shown = family.cells.map(({ id, count: truth }) => ({
          truth,
          cell: result.cells.get(id),
        }));
        const hidden = shown.filter(({ cell }) => cell?.state === "withheld");
        expect(hidden.every(({ truth }) => truth > 0)).toBe(true);
        const read = shown.flatMap(({ truth, cell }) =>
          cell?.state === "published" ? [[truth, cell.count]] : [],
        );
        expect(read.every(([truth, published]) => truth === published)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
