import { StatisticalInputError } from "./statistical-input.ts";

/**
 * Solves A·X = B for a square matrix and several right-hand sides, by Gaussian elimination with the largest pivot of each
 * column. For the few dozen equations of a regression; a singular matrix is refused. Neither matrix is changed.
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...(right[i] ?? [])]);
  for (let column = 0; column < size; column += 1) {
    const pivot = largestBelow(rows, column);
    const chosen = rows[pivot] ?? [];
    if (!(Math.abs(chosen[column] ?? 0) > 1e-12)) {
      throw new StatisticalInputError("The equations do not determine what is sought.");
    }
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen;
    eliminate(rows, column);
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / (row[i] ?? 1)));
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    const [own, other] = [rows[row]?.[column] ?? 0, rows[best]?.[column] ?? 0];
    if (Math.abs(own) > Math.abs(other)) best = row;
  }
  return best;
}

/** Takes the pivot's row away from every other, so that its column is empty but for it. */
function eliminate(rows: number[][], column: number): void {
  const pivot = rows[column] ?? [];
  rows.forEach((row, index) => {
    if (index === column) return;
    const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
    for (let k = column; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
  });
}
