import { type Position, polygonsOfArea } from "./rings-of.ts";
import type { AreaGeometry } from "./territory-records.ts";

/** Radius of the sphere of Web Mercator, in metres: what geojson-area and Turf measure with. */
const radius = 6_378_137;

/**
 * Area in square metres on the sphere, holes taken out, and bounding box in degrees (west, south, east, north).
 * Formula: R. G. Chamberlain and W. H. Duquette, "Some algorithms for polygons on a sphere", JPL 07-03, 2007.
 */
export function measureArea(area: AreaGeometry): {
  areaM2: number;
  box: [number, number, number, number];
} {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  let areaM2 = 0;
  for (const polygon of polygonsOfArea(area)) {
    polygon.forEach((ring, index) => {
      areaM2 += (index === 0 ? 1 : -1) * ringArea(ring);
      if (index === 0) for (const point of ring) extend(box, point);
    });
  }
  return { areaM2, box };
}

function ringArea(ring: readonly Position[]): number {
  const radians = Math.PI / 180;
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const [x1, y1] = ring[i] as Position;
    const [x2, y2] = ring[i + 1] as Position;
    sum += (x2 - x1) * radians * (2 + Math.sin(y1 * radians) + Math.sin(y2 * radians));
  }
  return Math.abs((sum * radius * radius) / 2);
}

function extend(box: [number, number, number, number], [x, y]: Position): void {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}
