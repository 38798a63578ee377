import { onlyColumns, slicePoints } from "./arrange-points.ts";
import { mortonCodes } from "./morton.ts";
import {
  type ColumnarPoints,
  type PointBox,
  type PointColumn,
  PointColumnsError,
} from "./point-columns.ts";

/** A contiguous run of rows in Morton order, and the box they fill. */
export type PointShard = { start: number; end: number; bbox: PointBox };

export type Overview = {
  /** One point per non-empty cell, at the mean of its points; columns `total` and `facet:value`, as counts. */
  cells: ColumnarPoints;
  shards: readonly PointShard[];
};

/**
 * Cuts a large set into what a reader needs first and what a reader needs on zooming in.
 * Cells and shards are both Morton squares, so each is one contiguous run of rows.
 */
export function buildOverview(
  points: ColumnarPoints,
  options: { facets: readonly string[]; maximumCells: number; maximumShardPoints: number },
): Overview {
  if (!points.positions) throw new PointColumnsError("An overview needs positions.");
  const codes = mortonCodes(points.positions.longitude, points.positions.latitude);
  const starts = cellStarts(codes, options.maximumCells);
  return {
    cells: describeCells(points, starts, options.facets),
    shards: cutShards(codes, options.maximumShardPoints).map(([start, end]) => ({
      start,
      end,
      bbox: boxOf(points, start, end),
    })),
  };
}

/** First rows of the cells of the finest Morton level that has at most `maximum` non-empty cells. */
function cellStarts(codes: Float64Array, maximum: number): number[] {
  let best = [0];
  for (let level = 1; level <= 26; level++) {
    const side = 4 ** (26 - level);
    const starts: number[] = [];
    let previous = -1;
    for (let i = 0; i < codes.length && starts.length <= maximum; i++) {
      const cell = Math.floor((codes[i] as number) / side);
      if (cell !== previous) starts.push(i);
      previous = cell;
    }
    if (starts.length > maximum) return best;
    best = starts;
  }
  return best;
}

function describeCells(
  points: ColumnarPoints,
  starts: readonly number[],
  facets: readonly string[],
): ColumnarPoints {
  const ends = starts.map((_, cell) => starts[cell + 1] ?? points.count);
  const mean = (values: Int32Array) =>
    Int32Array.from(starts, (start, cell) => {
      let sum = 0;
      for (let i = start; i < (ends[cell] as number); i++) sum += values[i] as number;
      return Math.round(sum / ((ends[cell] as number) - start));
    });
  const totals = Uint32Array.from(starts, (start, cell) => (ends[cell] as number) - start);
  const columns = onlyColumns(points, facets, false).columns.flatMap((column) =>
    countColumn(column, starts, ends),
  );
  const positions = points.positions && {
    latitude: mean(points.positions.latitude),
    longitude: mean(points.positions.longitude),
  };
  return {
    about: points.about,
    count: points.count === 0 ? 0 : starts.length,
    positions,
    columns: [{ name: "total", kind: "numbers", values: totals }, ...columns],
  };
}

/** One count column per value that occurs: `status:planned` holds how many rows of each cell are planned. */
function countColumn(
  column: PointColumn,
  starts: readonly number[],
  ends: readonly number[],
): PointColumn[] {
  if (column.kind === "text") return [];
  const counts = new Map<number, Uint32Array>();
  starts.forEach((start, cell) => {
    for (let i = start; i < (ends[cell] as number); i++) {
      const code = column.values[i] as number;
      const cells = counts.get(code) ?? new Uint32Array(starts.length);
      cells[cell] = (cells[cell] as number) + 1;
      counts.set(code, cells);
    }
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, values]) => ({
      name: `${column.name}:${column.dictionary?.[code] ?? code}`,
      kind: "numbers",
      values,
    }));
}

/** Splits Morton squares in four until each holds few enough rows, then joins small neighbours again. */
function cutShards(codes: Float64Array, maximum: number): [number, number][] {
  const shards: [number, number][] = [];
  const add = (start: number, end: number): void => {
    const last = shards.at(-1);
    if (last && end - last[0] <= maximum) last[1] = end;
    else shards.push([start, end]);
  };
  const split = (start: number, end: number, base: number, level: number): void => {
    if (start === end) return;
    if (end - start <= maximum || level === 26) {
      add(start, end);
      return;
    }
    const quarter = 4 ** (25 - level);
    let from = start;
    for (let k = 1; k <= 4; k++) {
      const to = k === 4 ? end : lowerBound(codes, base + k * quarter, from, end);
      split(from, to, base + (k - 1) * quarter, level + 1);
      from = to;
    }
  };
  split(0, codes.length, 0, 0);
  return shards;
}

function lowerBound(codes: Float64Array, code: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] as number) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

function boxOf(points: ColumnarPoints, start: number, end: number): PointBox {
  const { positions } = slicePoints({ ...points, columns: [] }, start, end);
  const longitude = positions?.longitude ?? new Int32Array();
  const latitude = positions?.latitude ?? new Int32Array();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < longitude.length; i++) {
    west = Math.min(west, longitude[i] as number);
    east = Math.max(east, longitude[i] as number);
    south = Math.min(south, latitude[i] as number);
    north = Math.max(north, latitude[i] as number);
  }
  return [west, south, east, north];
}
