import { describe, expect, it } from "vitest";
import { solveLinear } from "#domain/statistics/solve-linear.ts";

describe("linear equations", () => {
  it("are solved for several right-hand sides, rows changed about where a pivot is 0", () => {
    const matrix = [
      [0, 2, 1],
      [1, 1, 0],
      [3, 0, 1],
    ];
    const [x, y, z] = solveLinear(matrix, [
      [7, 1],
      [3, 0],
      [6, 0],
    ]);
    expect(x?.[0]).toBeCloseTo(1, 12);
    expect(y?.[0]).toBeCloseTo(2, 12);
    expect(z?.[0]).toBeCloseTo(3, 12);
    for (const [i, row] of matrix.entries()) {
      const [a = 0, b = 0, c = 0] = row;
      const found = a * (x?.[1] ?? 0) + b * (y?.[1] ?? 0) + c * (z?.[1] ?? 0);
      expect(found).toBeCloseTo(i === 0 ? 1 : 0, 12);
    }
  });

  it("that determine nothing are refused", () => {
    expect(() =>
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [[1], [2]],
      ),
    ).toThrow("do not determine");
  });
});
