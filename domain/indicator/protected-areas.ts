import type { CellState, PublishedCell } from "#domain/disclosure/cell-state.ts";
import { readCell } from "#domain/disclosure/read-cell.ts";

/** A published cell of one district, year and category. */
export type AreaCell = {
  areaCode: string | null;
  category: string | null;
  state: CellState;
  value: number | null;
};

export type ProtectedAreas = {
  districts: readonly { code: string; name: string }[];
  /** In the order of the names of the categories; one cell per district. */
  rows: readonly { category: string; cells: readonly PublishedCell[] }[];
  /** Cells that exist, and those among them that are withheld. */
  cells: number;
  withheld: number;
};

/**
 * Counts of a year by district and category, as they are published: what disclosure control leaves of the table, and how much
 * of it is kept back. A pair that nobody counted is not available, never zero.
 *
 * @param cells Cells of one definition, scope and year, in events; those without a district or a category are left out
 * @param districts In the order in which they are read
 * @returns undefined where nothing is broken down that way
 */
export function protectedAreas(
  cells: readonly AreaCell[],
  districts: readonly { code: string; name: string }[],
): ProtectedAreas | undefined {
  const placed = cells.filter(({ areaCode, category }) => areaCode !== null && category !== null);
  const columns = districts.filter(({ code }) => placed.some(({ areaCode }) => areaCode === code));
  if (columns.length === 0) return undefined;
  const categories = [...new Set(placed.map(({ category }) => String(category)))].sort();
  const at = (code: string, category: string) =>
    placed.find((cell) => cell.areaCode === code && cell.category === category);
  return {
    districts: columns,
    rows: categories.map((category) => ({
      category,
      cells: columns.map(({ code }) => readCell(at(code, category))),
    })),
    cells: placed.length,
    withheld: placed.filter(({ state }) => state === "withheld").length,
  };
}
