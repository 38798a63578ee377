import type { AreaGeometry } from "./territory-records.ts";

type Ring = [number, number][];

/** Why something is not an area: `area-…` codes are worded for whoever gave the file. */
export type AreaProblem =
  | "area-missing"
  | "area-not-a-polygon"
  | "area-ring-too-short"
  | "area-not-in-degrees"
  | "area-too-detailed";

const mostPoints = 200_000;

class Unfit extends Error {
  constructor(readonly reason: AreaProblem) {
    super(reason);
  }
}

/**
 * Reads a GeoJSON Polygon or MultiPolygon (or a collection of nothing else) in WGS 84 degrees. Heights are dropped, rings
 * are closed, repeated points are removed; anything else is refused with its reason (RFC 7946, section 3.1.6).
 */
export function readAreaGeometry(value: unknown): AreaGeometry | { reason: AreaProblem } {
  try {
    const polygons = polygonsOf(value, 0);
    if (polygons.length === 0) return { reason: "area-missing" };
    let points = 0;
    const read = polygons.map((polygon) => {
      if (!Array.isArray(polygon) || polygon.length === 0) throw new Unfit("area-not-a-polygon");
      return polygon.map((ring) => {
        const closed = readRing(ring);
        points += closed.length;
        if (points > mostPoints) throw new Unfit("area-too-detailed");
        return closed;
      });
    });
    const [only] = read;
    return read.length === 1 && only
      ? { type: "Polygon", coordinates: only }
      : { type: "MultiPolygon", coordinates: read };
  } catch (failure) {
    if (failure instanceof Unfit) return { reason: failure.reason };
    throw failure;
  }
}

function polygonsOf(value: unknown, depth: number): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (type === "Polygon") return [coordinates];
  if (type === "MultiPolygon" && Array.isArray(coordinates)) return coordinates;
  if (type === "GeometryCollection" && Array.isArray(geometries) && depth < 4)
    return geometries.flatMap((geometry) => polygonsOf(geometry, depth + 1));
  throw new Unfit("area-not-a-polygon");
}

function readRing(value: unknown): Ring {
  if (!Array.isArray(value)) throw new Unfit("area-not-a-polygon");
  if (value.length > mostPoints) throw new Unfit("area-too-detailed");
  const ring: Ring = [];
  for (const position of value) {
    const point = readPoint(position);
    const last = ring.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  if (ring.length < 4) throw new Unfit("area-ring-too-short");
  return ring;
}

function readPoint(position: unknown): [number, number] {
  const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof x !== "number" || typeof y !== "number") throw new Unfit("area-not-a-polygon");
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new Unfit("area-not-in-degrees");
  return [x, y];
}
