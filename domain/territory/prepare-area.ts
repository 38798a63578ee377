import { present } from "#domain/presence/present.ts";
import { measureArea } from "./measure-area.ts";
import { type Position, polygonsOfArea } from "./rings-of.ts";
import type { AreaGeometry } from "./territory-records.ts";

export type PreparedArea = {
  contains: (longitude: number, latitude: number) => boolean;
  /** Edges that a question at a latitude has to read: the cost of an answer. */
  edgesAt: (latitude: number) => number;
  box: readonly [number, number, number, number];
};

/** x and y of the southern end, then of the northern one. */
type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/** The edges that cross one band of latitude, one after the other. */
type Band = number[];

/**
 * Prepares an area for many questions "is this point inside?". Even-odd rule over all rings, so that holes are outside and
 * parts add up; edges are filed by bands of latitude, so that a point meets only those of its own band. A point exactly on
 * an edge belongs to the area on the north and east of it, hence to one of two neighbours that share the edge, never both.
 */
export function prepareArea(area: AreaGeometry): PreparedArea {
  const { box } = measureArea(area);
  const [west, south, east, north] = box;
  const edges = edgesOf(area);
  const count = countBands(edges, north - south);
  const scale = north > south ? count / (north - south) : 0;
  const bandOf = (latitude: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((latitude - south) * scale)));
  const bands: Band[] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    const last = bandOf(edge[3]);
    for (let band = bandOf(edge[1]); band <= last; band++) bands[band]?.push(...edge);
  }
  return {
    box,
    edgesAt: (latitude) => present(bands[bandOf(latitude)]).length / 4,
    contains: (longitude, latitude) =>
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north &&
      isInside(present(bands[bandOf(latitude)]), longitude, latitude),
  };
}

/** All edges but the level ones, from south to north whichever way the ring turns: two neighbours then round alike. */
function edgesOf(area: AreaGeometry): Edge[] {
  const edges: Edge[] = [];
  for (const ring of polygonsOfArea(area).flat()) {
    for (let i = 0; i < ring.length - 1; i++) {
      const [x1, y1] = ring[i] as Position;
      const [x2, y2] = ring[i + 1] as Position;
      if (y1 !== y2) edges.push(y1 < y2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1]);
    }
  }
  return edges;
}

/** As many bands as edges, at most 4096, and few enough for an edge to be filed ten times at most on average. */
function countBands(edges: readonly Edge[], height: number): number {
  const climb = edges.reduce((sum, [, south, , north]) => sum + north - south, 0);
  const affordable = climb > 0 ? Math.floor((8 * edges.length * height) / climb) : 1;
  return Math.max(1, Math.min(4096, edges.length, affordable));
}

function isInside(edges: Band, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y < y1 || y >= y2) continue;
    const x1 = edges[i] as number;
    const x2 = edges[i + 2] as number;
    if (x >= x1 && x >= x2) continue;
    if ((x < x1 && x < x2) || x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
