import { type Position, polygonsOfArea } from "./rings-of.ts";
import type { AreaGeometry } from "./territory-records.ts";

const metresPerDegree = 111_195;

/**
 * True when two areas come within a distance of each other: neighbours, areas that overlap at their edges, or that a street
 * parts. Unit: metres, on the plane that touches the sphere at their latitude; right to a per cent within a city. An area
 * that lies wholly inside another, far from its edges, is not near it by this measure.
 */
export function areasTouch(one: AreaGeometry, other: AreaGeometry, withinMetres: number): boolean {
  const [a, b] = [ringsOf(one), ringsOf(other)];
  const latitude = a[0]?.[0]?.[1] ?? 0;
  const plane = (ring: readonly Position[]): Position[] =>
    ring.map(([x, y]) => [
      x * metresPerDegree * Math.cos((latitude * Math.PI) / 180),
      y * metresPerDegree,
    ]);
  const [first, second] = [a.map(plane), b.map(plane)];
  return isNear(first, second, withinMetres) || isNear(second, first, withinMetres);
}

function ringsOf(area: AreaGeometry): readonly (readonly Position[])[] {
  return polygonsOfArea(area).flat();
}

type Rings = readonly (readonly Position[])[];

/** A corner of one lies within the distance of an edge of the other. */
function isNear(corners: Rings, edges: Rings, within: number): boolean {
  const limit = within * within;
  return corners.some((ring) =>
    ring.some((point) =>
      edges.some((edge) =>
        edge.some((start, index) => {
          const end = edge[index + 1];
          return end !== undefined && squaredDistance(point, start, end) <= limit;
        }),
      ),
    ),
  );
}

function squaredDistance([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2;
}
