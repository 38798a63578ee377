import type { CellState, PublishedCell } from "./cell-state.ts";

type StoredCell = { readonly state: CellState; readonly value: number | null };

/** A stored cell as everybody reads it; one that does not exist is not available, never zero. */
export function readCell(cell: StoredCell | undefined): PublishedCell {
  if (cell === undefined) return { state: "not-available" };
  if (cell.state !== "published") return { state: cell.state };
  return cell.value === null
    ? { state: "not-available" }
    : { state: "published", count: cell.value };
}

/** The number that a reader may know; undefined for a silence. Unit: that of the cell. */
export function knownCount(cell: PublishedCell): number | undefined {
  if (cell.state === "zero") return 0;
  return cell.state === "published" ? cell.count : undefined;
}

/** The number of a stored cell that a reader may know; undefined for a silence. Unit: that of the cell. */
export function countOf(cell: StoredCell): number | undefined {
  return knownCount(readCell(cell));
}

/** True of a stored cell whose number a reader may know. */
export function isReadable(cell: StoredCell): boolean {
  return countOf(cell) !== undefined;
}
