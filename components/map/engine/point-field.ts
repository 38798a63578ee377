/**
 * Points projected once (Web Mercator), ready to be drawn at any zoom. The world is 2^30 units wide, so one unit
 * is one pixel at zoom 22 and everything stays in 32-bit integers.
 */
export type PointField = {
  count: number;
  x: Int32Array;
  y: Int32Array;
  /** Least x, least y, greatest x, greatest y of each run of `blockSize` rows: rows are in Morton order. */
  blocks: Int32Array;
};

export const worldSize = 2 ** 30;
export const blockSize = 512;

/** A rectangle of the map in pixels at a zoom, from the north-west corner of the world. */
export type View = { zoom: number; left: number; top: number; width: number; height: number };

/** Units of the world per pixel. */
export function unitsPerPixel(zoom: number): number {
  return 2 ** (22 - zoom);
}

export function worldX(longitude: number): number {
  return ((longitude + 180) / 360) * worldSize;
}

/** Beyond about 85.05° the projection has no end: clamped, as every web map does. */
export function worldY(latitude: number): number {
  const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, latitude)) * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize;
}

/** Projects positions given in units of 1e-5 degree. */
export function projectPoints(positions: {
  latitude: Int32Array;
  longitude: Int32Array;
}): PointField {
  const { latitude, longitude } = positions;
  const count = latitude.length;
  const x = new Int32Array(count);
  const y = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = worldX((longitude[i] as number) / 1e5);
    y[i] = worldY((latitude[i] as number) / 1e5);
  }
  return { count, x, y, blocks: boundBlocks(x, y) };
}

function boundBlocks(x: Int32Array, y: Int32Array): Int32Array {
  const blocks = new Int32Array(Math.ceil(x.length / blockSize) * 4);
  for (let block = 0; block * 4 < blocks.length; block++) {
    const rows = [block * blockSize, (block + 1) * blockSize] as const;
    blocks.set(extent(x.subarray(...rows), y.subarray(...rows)), block * 4);
  }
  return blocks;
}

function extent(x: Int32Array, y: Int32Array): [number, number, number, number] {
  let [left, top, right, bottom] = [worldSize, worldSize, 0, 0];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i] as number);
    right = Math.max(right, x[i] as number);
    top = Math.min(top, y[i] as number);
    bottom = Math.max(bottom, y[i] as number);
  }
  return [left, top, right, bottom];
}

/** Whether a run of rows may have a point in the rectangle, in world units. */
export function blockMeets(
  blocks: Int32Array,
  block: number,
  rectangle: readonly [number, number, number, number],
): boolean {
  const at = block * 4;
  return (
    (blocks[at] as number) <= rectangle[2] &&
    (blocks[at + 1] as number) <= rectangle[3] &&
    (blocks[at + 2] as number) >= rectangle[0] &&
    (blocks[at + 3] as number) >= rectangle[1]
  );
}

/** The rectangle of a view in world units, with a margin in pixels. */
export function worldRectangle(view: View, margin = 0): readonly [number, number, number, number] {
  const unit = unitsPerPixel(view.zoom);
  return [
    (view.left - margin) * unit,
    (view.top - margin) * unit,
    (view.left + view.width + margin) * unit,
    (view.top + view.height + margin) * unit,
  ];
}
