import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinearProgram } from "#domain/disclosure/linear-program-solver.ts";
import { openReduced, reduceProgram } from "#domain/disclosure/reduced-program.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";

const solver = await loadHighsSolver();
const free = Number.POSITIVE_INFINITY;
const sum = (total: number, ...parts: number[]) => ({
  variables: [total, ...parts],
  coefficients: [-1, ...parts.map(() => 1)],
  equals: 0,
});
const program = (
  bounds: readonly (readonly [number, number])[],
  equations: LinearProgram["equations"],
): LinearProgram => ({
  lower: bounds.map(([low]) => low),
  upper: bounds.map(([, high]) => high),
  equations,
});

describe("a program with fewer unknowns", () => {
  it("puts in what is fixed, and leaves one of two that an equation ties", () => {
    const tied = program(
      [
        [20, 20],
        [1, free],
        [0, free],
        [3, 9],
      ],
      [sum(0, 1, 2)],
    );
    const { kept, equations, images } = reduceProgram(tied);
    expect([kept, equations.length]).toEqual([2, 0]);
    expect(images[0]).toMatchObject({ offset: 20, sign: 0 });
    expect(images[2]).toMatchObject({ offset: 20, sign: -1 });
  });

  it("keeps an equation between one unknown and its double, which no sign can say", () => {
    const doubled = program(
      [
        [0, 9],
        [0, 9],
        [0, 9],
      ],
      [
        { variables: [0, 1], coefficients: [1, 1], equals: 6 },
        { variables: [0, 1, 2], coefficients: [1, -1, -1], equals: 0 },
      ],
    );
    const opened = openReduced(solver, doubled);
    opened.setCost(2, 1);
    const result = opened.minimise();
    // 2 × first − 6 = third, at least 0.
    expect(result.kind === "optimal" && Array.from(result.values)).toEqual([3, 3, 0]);
    opened.close();
  });

  it("has no answer where its numbers contradict each other, when it is opened or later", () => {
    const wrong = openReduced(
      solver,
      program(
        [
          [5, 5],
          [2, 2],
          [2, 2],
        ],
        [sum(0, 1, 2)],
      ),
    );
    expect(wrong.minimise().kind).toBe("infeasible");
    wrong.close();
    // Each at least 5, and together 9.
    const narrow = openReduced(
      solver,
      program(
        [
          [9, 9],
          [5, free],
          [5, free],
        ],
        [sum(0, 1, 2)],
      ),
    );
    expect(narrow.minimise().kind).toBe("infeasible");
    narrow.close();
    const late = openReduced(
      solver,
      program(
        [
          [9, 9],
          [1, free],
          [1, free],
        ],
        [sum(0, 1, 2)],
      ),
    );
    expect(late.minimise().kind).toBe("optimal");
    late.setBounds(1, 9, 9);
    expect(late.minimise().kind).toBe("infeasible");
    late.setBounds(1, 1, 4);
    late.setCost(2, 1);
    const result = late.minimise();
    expect(result.kind === "optimal" && Array.from(result.values)).toEqual([9, 4, 5]);
    late.close();
  });

  it("that has no unknown left is its own answer", () => {
    const opened = openReduced(
      solver,
      program(
        [
          [7, 7],
          [3, 3],
          [4, 4],
        ],
        [sum(0, 1, 2)],
      ),
    );
    const result = opened.minimise();
    expect(result.kind === "optimal" && Array.from(result.values)).toEqual([7, 3, 4]);
    opened.close();
  });

  it("asks nothing of what is fixed, whatever it costs", () => {
    const opened = openReduced(
      solver,
      program(
        [
          [4, 4],
          [0, 7],
        ],
        [],
      ),
    );
    opened.setCost(0, -1);
    opened.setBounds(0, 4, 4);
    opened.setCost(1, -1);
    const result = opened.minimise();
    expect(result.kind === "optimal" && Array.from(result.values)).toEqual([4, 7]);
    opened.close();
  });

  it("reaches exactly what the whole program reaches, for every variable and after any change of bounds", () => {
    const size = { rows: 3, columns: 3 };
    const cell = fc.record({
      count: fc.integer({ min: 0, max: 12 }),
      isHidden: fc.boolean(),
      slack: fc.integer({ min: 1, max: 15 }),
    });
    const table = fc.array(fc.array(cell, { minLength: size.columns, maxLength: size.columns }), {
      minLength: size.rows,
      maxLength: size.rows,
    });
    fc.assert(
      fc.property(table, fc.nat(8), (rows, changed) => {
        const inner = rows.flat();
        const counts = inner.map(({ count }) => count);
        const totals = [
          ...rows.map((row) => row.reduce((all, { count }) => all + count, 0)),
          ...[0, 1, 2].map((c) => rows.reduce((all, row) => all + (row[c]?.count ?? 0), 0)),
        ];
        const whole = program(
          [
            ...inner.map(({ count, isHidden, slack }): [number, number] =>
              isHidden ? [0, count + slack] : [count, count],
            ),
            ...totals.map((total): [number, number] => [total, total]),
          ],
          [
            ...[0, 1, 2].map((r) => sum(9 + r, 3 * r, 3 * r + 1, 3 * r + 2)),
            ...[0, 1, 2].map((c) => sum(12 + c, c, c + 3, c + 6)),
          ],
        );
        const both = [solver.open(whole), openReduced(solver, whole)];
        const extremes = () =>
          both.map((opened) =>
            counts.flatMap((_, variable) =>
              [1, -1].map((cost) => {
                opened.setCost(variable, cost);
                const result = opened.minimise();
                opened.setCost(variable, 0);
                return result.kind === "optimal"
                  ? Math.round((result.values[variable] ?? Number.NaN) * 1e4) / 1e4 + 0
                  : result.kind;
              }),
            ),
          );
        const [plain, reduced] = extremes();
        expect(reduced).toEqual(plain);
        if (inner[changed]?.isHidden) {
          const count = counts[changed] ?? 0;
          for (const opened of both) opened.setBounds(changed, count, count);
          const [fixed, fixedReduced] = extremes();
          expect(fixedReduced).toEqual(fixed);
        }
        for (const opened of both) opened.close();
      }),
      { numRuns: 60 },
    );
  });
});
