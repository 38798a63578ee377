import { isSilence } from "./cell-values.ts";
import type { ImportContext, RawRow, RowReading } from "./importer.ts";
import type { RowCells } from "./row-cells.ts";

type Found = { position: { longitude: number; latitude: number } | undefined };
type Columns = { x: string; y: string };
export type ReadPosition = Found | { reading: RowReading<never> };

/**
 * Reads two columns, or the point of the row's geometry, as one position. No coordinates at all is no position and
 * no error. Outside the city: left out for files that cover more than the city, refused for the city's own.
 */
export function readPosition(
  row: RawRow,
  cells: RowCells,
  context: ImportContext,
  columns: Columns & { outside: "rejected" },
): Found;
export function readPosition(
  row: RawRow,
  cells: RowCells,
  context: ImportContext,
  columns: Columns & { outside: "left-out" },
): ReadPosition;
export function readPosition(
  row: RawRow,
  cells: RowCells,
  context: ImportContext,
  columns: Columns & { outside: "left-out" | "rejected" },
): ReadPosition {
  const [x, y] = pointOf(row.geometry) ?? [cells.number(columns.x), cells.number(columns.y)];
  if (x === undefined && y === undefined) return { position: undefined };
  if (x === undefined || y === undefined) {
    refuseHalf(row, cells, x === undefined ? columns.x : columns.y);
    return { position: undefined };
  }
  const placed = context.place(x, y);
  if (placed.kind === "unusable") {
    cells.refuse(columns.x, placed.reason, placed.hint);
    return { position: undefined };
  }
  if (placed.kind === "outside") {
    if (columns.outside === "left-out")
      return { reading: { kind: "left-out", reason: "outside-city" } };
    cells.refuse(columns.x, "outside-city", `${placed.longitude}, ${placed.latitude}`);
    return { position: undefined };
  }
  return { position: { longitude: placed.longitude, latitude: placed.latitude } };
}

/** A cell that can't be read was refused when it was: only a silent one is a half that lacks. */
function refuseHalf(row: RawRow, cells: RowCells, missing: string): void {
  if (isSilence(row.cells[missing])) cells.refuse(missing, "half-a-position");
}

function pointOf(geometry: unknown): [number, number] | undefined {
  if (typeof geometry !== "object" || geometry === null) return undefined;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== "Point" || !Array.isArray(coordinates)) return undefined;
  const [x, y] = coordinates as unknown[];
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
}
