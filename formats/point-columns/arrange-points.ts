import { mortonCodes, orderOf } from "./morton.ts";
import type { CodeArray, ColumnarPoints, PointColumn } from "./point-columns.ts";

/** The same points in Morton order: neighbours on the ground become neighbours in the file. */
export function inMortonOrder(points: ColumnarPoints): ColumnarPoints {
  if (!points.positions) return points;
  const { latitude, longitude } = points.positions;
  return pickPoints(points, orderOf(mortonCodes(longitude, latitude)));
}

/** Some rows of the set, in the order given. */
export function pickPoints(points: ColumnarPoints, rows: Uint32Array): ColumnarPoints {
  const { positions } = points;
  return {
    ...points,
    count: rows.length,
    positions: positions && {
      latitude: pick(positions.latitude, rows),
      longitude: pick(positions.longitude, rows),
    },
    columns: points.columns.map((column) => pickColumn(column, rows)),
  };
}

/** Some columns of the set, with or without the positions: how one release becomes several files. */
export function onlyColumns(
  points: ColumnarPoints,
  names: readonly string[],
  withPositions: boolean,
): ColumnarPoints {
  return {
    ...points,
    positions: withPositions ? points.positions : null,
    columns: points.columns.filter((column) => names.includes(column.name)),
  };
}

/** Rows from `start` up to, not including, `end`. */
export function slicePoints(points: ColumnarPoints, start: number, end: number): ColumnarPoints {
  const { positions } = points;
  return {
    ...points,
    count: end - start,
    positions: positions && {
      latitude: positions.latitude.slice(start, end),
      longitude: positions.longitude.slice(start, end),
    },
    columns: points.columns.map((column) =>
      column.kind === "text"
        ? { ...column, values: column.values.slice(start, end) }
        : { ...column, values: column.values.slice(start, end) },
    ),
  };
}

function pickColumn(column: PointColumn, order: Uint32Array): PointColumn {
  if (column.kind === "text") {
    return { ...column, values: Array.from(order, (row) => column.values[row] ?? "") };
  }
  return { ...column, values: pick(column.values, order) };
}

function pick<T extends CodeArray | Int32Array>(values: T, order: Uint32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = values[order[i] as number] as number;
  return picked;
}
