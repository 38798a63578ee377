import type { PassResult } from "./cluster-pass.ts";
import type { Obstacle } from "./paint-ground.ts";
import { type PointField, unitsPerPixel, type View } from "./point-field.ts";

/** What a name should not be written over. Thousands of marks leave no free place: then only the circles count. */
export function obstaclesOf(field: PointField | null, pass: PassResult, view: View): Obstacle[] {
  const obstacles: Obstacle[] = [...pass.clusters];
  if (!field || pass.singles.length > 2000) return obstacles;
  const scale = 1 / unitsPerPixel(view.zoom);
  for (const row of pass.singles) {
    const x = (field.x[row] as number) * scale - view.left;
    obstacles.push({ x, y: (field.y[row] as number) * scale - view.top, radius: 6 });
  }
  return obstacles;
}
