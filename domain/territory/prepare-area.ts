import { measureArea } from "./measure-area.ts";
import { type Position, polygonsOfArea } from "./rings-of.ts";
import type { AreaGeometry } from "./territory-records.ts";

export type PreparedArea = {
  contains: (longitude: number, latitude: number) => boolean;
  box: readonly [number, number, number, number];
};

/** x1, y1, x2, y2 of the edges that cross one band of latitude. */
type Band = number[];

/**
 * Prepares an area for many questions "is this point inside?". Even-odd rule over all rings, so that holes are outside and
 * parts add up; edges are filed by bands of latitude, so that a point meets only those of its own band. A point exactly on
 * an edge belongs to the area on the north and east of it, hence to one of two neighbours that share the edge, never both.
 */
export function prepareArea(area: AreaGeometry): PreparedArea {
  const { box } = measureArea(area);
  const [west, south, east, north] = box;
  const rings = polygonsOfArea(area).flat();
  const edges = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const count = Math.max(1, Math.min(4096, edges));
  const scale = north > south ? count / (north - south) : 0;
  const bandOf = (latitude: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((latitude - south) * scale)));
  const bands: Band[] = Array.from({ length: count }, () => []);
  for (const ring of rings) {
    for (let i = 0; i < ring.length - 1; i++) {
      const [x1, y1] = ring[i] as Position;
      const [x2, y2] = ring[i + 1] as Position;
      if (y1 === y2) continue;
      const last = bandOf(Math.max(y1, y2));
      for (let band = bandOf(Math.min(y1, y2)); band <= last; band++)
        bands[band]?.push(x1, y1, x2, y2);
    }
  }
  return {
    box,
    contains: (longitude, latitude) =>
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north &&
      isInside(bands[bandOf(latitude)] ?? [], longitude, latitude),
  };
}

function isInside(edges: Band, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y1 > y === y2 > y) continue;
    const x1 = edges[i] as number;
    if (x < x1 + (((edges[i + 2] as number) - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
