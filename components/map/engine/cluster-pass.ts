import {
  blockMeets,
  blockSize,
  type PointField,
  unitsPerPixel,
  type View,
  worldRectangle,
} from "./point-field.ts";

/** Side of a cell in pixels: marks that would lie on one another within a cell become one number. */
export const cellSize = 72;
/** Side of the bins that tell whether two marks would overlap; a divisor of the cell. */
const binSize = 9;
/** More marks than this in one cell are never told apart by eye. */
const mostSingles = 40;

export type Cluster = {
  /** Pixels from the corner of the view. */
  x: number;
  y: number;
  radius: number;
  count: number;
  /** How many of them call for attention. */
  alerts: number;
};

export type PassInput = {
  field: PointField;
  /** 0 for the rows to draw; undefined draws all. */
  fails?: Uint16Array | undefined;
  /** How many cameras a row stands for; undefined for one each. */
  weights?: Uint32Array | Float64Array | undefined;
  /** 1 for the rows that call for attention. */
  alerts?: Uint8Array | undefined;
};

export type PassResult = {
  singles: Int32Array;
  clusters: readonly Cluster[];
  /** Cameras in the inner view, the margin left out. */
  inView: number;
};

type Grid = {
  columns: number;
  rows: number;
  /** Pixels from the corner of the grid, which lies on the ground, to the corner of the view. */
  offsetX: number;
  offsetY: number;
  count: Float64Array;
  marks: Uint32Array;
  occupied: Uint32Array;
  alerts: Float64Array;
  sumX: Float64Array;
  sumY: Float64Array;
  bins: Uint8Array;
  /** Rows that may be drawn one by one, and their cells. */
  candidates: Int32Array;
  homes: Int32Array;
  length: number;
  inView: number;
};

/**
 * Counts every visible point into cells anchored to the ground (so that nothing flickers while panning) and
 * separates the cells that can be drawn mark by mark from those that become a number. One pass, whatever the
 * filter; `margin` pixels around the inner view are drawn but not counted as seen.
 */
export function passPoints(input: PassInput, view: View, margin: number): PassResult {
  const grid = emptyGrid(view);
  const rectangle = worldRectangle(view);
  const { blocks } = input.field;
  for (let block = 0; block * 4 < blocks.length; block++) {
    if (blockMeets(blocks, block, rectangle)) fillBlock(grid, input, view, margin, block);
  }
  const isCluster = clusteredCells(grid, input.weights !== undefined);
  return {
    singles: grid.candidates
      .subarray(0, grid.length)
      .filter((_, i) => isCluster[grid.homes[i] as number] === 0),
    clusters: clustersOf(grid, isCluster),
    inView: grid.inView,
  };
}

function emptyGrid(view: View): Grid {
  const offsetX = modulo(view.left, cellSize);
  const offsetY = modulo(view.top, cellSize);
  const columns = Math.ceil((view.width + offsetX) / cellSize);
  const rows = Math.ceil((view.height + offsetY) / cellSize);
  const cells = columns * rows;
  return {
    columns,
    rows,
    offsetX,
    offsetY,
    count: new Float64Array(cells),
    marks: new Uint32Array(cells),
    occupied: new Uint32Array(cells),
    alerts: new Float64Array(cells),
    sumX: new Float64Array(cells),
    sumY: new Float64Array(cells),
    bins: new Uint8Array(cells * (cellSize / binSize) ** 2),
    candidates: new Int32Array(cells * mostSingles),
    homes: new Int32Array(cells * mostSingles),
    length: 0,
    inView: 0,
  };
}

function fillBlock(grid: Grid, input: PassInput, view: View, margin: number, block: number): void {
  const { x, y, count } = input.field;
  const { fails, weights } = input;
  const scale = 1 / unitsPerPixel(view.zoom);
  const end = Math.min(count, (block + 1) * blockSize);
  for (let row = block * blockSize; row < end; row++) {
    if (fails && fails[row] !== 0) continue;
    const left = (x[row] as number) * scale - view.left;
    const top = (y[row] as number) * scale - view.top;
    // Pixels to the nearest side: negative outside the view.
    const inset = Math.min(left, top, view.width - left - 1, view.height - top - 1);
    const weight = weights ? (weights[row] as number) : 1;
    if (inset < 0 || weight === 0) continue;
    if (inset >= margin) grid.inView += weight;
    place(grid, row, left, top, weight, input.alerts?.[row] ?? 0);
  }
}

function place(
  grid: Grid,
  row: number,
  left: number,
  top: number,
  weight: number,
  alert: number,
): void {
  const x = left + grid.offsetX;
  const y = top + grid.offsetY;
  const cell = ((y / cellSize) | 0) * grid.columns + ((x / cellSize) | 0);
  const bin = ((y / binSize) | 0) * grid.columns * (cellSize / binSize) + ((x / binSize) | 0);
  grid.count[cell] = (grid.count[cell] as number) + weight;
  grid.sumX[cell] = (grid.sumX[cell] as number) + left * weight;
  grid.sumY[cell] = (grid.sumY[cell] as number) + top * weight;
  grid.alerts[cell] = (grid.alerts[cell] as number) + alert;
  if (grid.bins[bin] === 0) {
    grid.bins[bin] = 1;
    grid.occupied[cell] = (grid.occupied[cell] as number) + 1;
  }
  const marks = (grid.marks[cell] as number) + 1;
  grid.marks[cell] = marks;
  if (marks <= mostSingles) {
    grid.candidates[grid.length] = row;
    grid.homes[grid.length++] = cell;
  }
}

/** 1 for the cells drawn as a number: too many marks, or a good part of them lying on one another. */
function clusteredCells(grid: Grid, isWeighted: boolean): Uint8Array {
  return Uint8Array.from(grid.marks, (marks, cell) => {
    const hidden = marks - (grid.occupied[cell] as number);
    const isCrowded = marks > mostSingles || (hidden >= 4 && hidden * 3 >= marks);
    return isCrowded || (isWeighted && (grid.count[cell] as number) > 1) ? 1 : 0;
  });
}

function clustersOf(grid: Grid, isCluster: Uint8Array): Cluster[] {
  const clusters: Cluster[] = [];
  isCluster.forEach((clustered, cell) => {
    if (clustered === 0) return;
    const count = grid.count[cell] as number;
    const radius = clusterRadius(count);
    // The circle stays within its cell, or nearly: two numbers must not hide one another.
    const slack = cellSize / 2 - radius * 0.85;
    const centreX = (cell % grid.columns) * cellSize + cellSize / 2 - grid.offsetX;
    const centreY = Math.floor(cell / grid.columns) * cellSize + cellSize / 2 - grid.offsetY;
    clusters.push({
      x: clamp((grid.sumX[cell] as number) / count, centreX - slack, centreX + slack),
      y: clamp((grid.sumY[cell] as number) / count, centreY - slack, centreY + slack),
      radius,
      count,
      alerts: grid.alerts[cell] as number,
    });
  });
  return clusters;
}

/** Grows with the logarithm, since counts range from five to a hundred thousand. */
function clusterRadius(count: number): number {
  return Math.min(31, 6 + 3 * Math.log2(count));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
