/** What two cells must share to be told in one series. */
type Series = { readonly definition: string; readonly scope: string };

/**
 * The cells of one definition and scope: those of the pair that has most cells, the first named where two have as many.
 * Counts of two definitions or of two scopes are never joined.
 */
export function fullestSeries<Cell extends Series>(cells: readonly Cell[]): Cell[] {
  return bySeries(cells).sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The cells of each definition and scope, in the order in which the pairs come. */
export function bySeries<Cell extends Series>(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.definition}\u0000${cell.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()];
}
