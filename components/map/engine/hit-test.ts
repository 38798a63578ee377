import type { Cluster } from "./cluster-pass.ts";
import { blockMeets, blockSize, type PointField, unitsPerPixel, type View } from "./point-field.ts";

/**
 * Rows drawn within `reach` pixels of a place, nearest first. Blocks of neighbouring rows are skipped by their
 * bounds, so no index has to be built: well under a millisecond at a million points.
 */
export function rowsNear(
  field: PointField,
  fails: Uint16Array | undefined,
  view: View,
  at: { x: number; y: number },
  reach: number,
): number[] {
  const unit = unitsPerPixel(view.zoom);
  const x = (view.left + at.x) * unit;
  const y = (view.top + at.y) * unit;
  const limit = reach * unit;
  const rectangle = [x - limit, y - limit, x + limit, y + limit] as const;
  const found: { row: number; distance: number }[] = [];
  for (let block = 0; block * 4 < field.blocks.length; block++) {
    if (!blockMeets(field.blocks, block, rectangle)) continue;
    const end = Math.min(field.count, (block + 1) * blockSize);
    for (let row = block * blockSize; row < end; row++) {
      const distance = Math.hypot((field.x[row] as number) - x, (field.y[row] as number) - y);
      if (distance <= limit && (fails?.[row] ?? 0) === 0) found.push({ row, distance });
    }
  }
  return found.sort((a, b) => a.distance - b.distance || a.row - b.row).map(({ row }) => row);
}

/** Several cameras often share one pole: clicking again moves on to the next within three pixels. */
export function nextOnSamePole(
  rows: readonly number[],
  selected: number | null,
  field: PointField,
  view: View,
): number | null {
  const first = rows[0];
  if (first === undefined) return null;
  const limit = 3 * unitsPerPixel(view.zoom);
  const pole = rows
    .filter(
      (row) =>
        Math.hypot(
          (field.x[row] as number) - (field.x[first] as number),
          (field.y[row] as number) - (field.y[first] as number),
        ) <= limit,
    )
    .sort((a, b) => a - b);
  const place = selected === null ? -1 : pole.indexOf(selected);
  return place < 0 ? first : (pole[(place + 1) % pole.length] ?? first);
}

export function clusterAt(
  clusters: readonly Cluster[],
  at: { x: number; y: number },
): Cluster | undefined {
  return clusters.find(({ x, y, radius }) => Math.hypot(x - at.x, y - at.y) <= radius + 3);
}
