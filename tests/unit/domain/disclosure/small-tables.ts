import type { LinkedFamily } from "#domain/disclosure/linked-family.ts";

/** A table with its totals by row and by column, all of them already public. */
export function tableWithMargins(
  rows: readonly (readonly number[])[],
  margins: { frozen: boolean } = { frozen: true },
): LinkedFamily {
  const columns = rows[0]?.length ?? 0;
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const inner = rows.flatMap((row, r) => row.map((count, c) => ({ id: `${r},${c}`, count })));
  const rowTotals = rows.map((row, r) => ({ id: `${r},T`, count: sum(row), ...margins }));
  const columnTotals = Array.from({ length: columns }, (_, c) => ({
    id: `T,${c}`,
    count: sum(rows.map((row) => row[c] ?? 0)),
    ...margins,
  }));
  return {
    cells: [...inner, ...rowTotals, ...columnTotals],
    equations: [
      ...rows.map((row, r) => ({ total: `${r},T`, parts: row.map((_, c) => `${r},${c}`) })),
      ...columnTotals.map(({ id }, c) => ({ total: id, parts: rows.map((_, r) => `${r},${c}`) })),
    ],
  };
}
