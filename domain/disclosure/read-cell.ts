import type { CellState, PublishedCell } from "./cell-state.ts";

/** A stored cell as everybody reads it; one that does not exist is not available, never zero. */
export function readCell(
  cell: { readonly state: CellState; readonly value: number | null } | undefined,
): PublishedCell {
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
