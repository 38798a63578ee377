import { largestRing, ringArea, ringCentroid } from "./ring.ts";

/** Draws GeoJSON areas as SVG paths on a local Mercator plane: small maps that need no script and no tile. */

type Ring = readonly (readonly [number, number])[];
export type GeoBox = { west: number; south: number; east: number; north: number };

export type Projection = (longitude: number, latitude: number) => [number, number];

/** Rings of a Polygon or MultiPolygon; anything else has none. */
export function ringsOf(geometry: unknown): Ring[] {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if (type === "Polygon") return coordinates as Ring[];
  return type === "MultiPolygon" ? (coordinates as Ring[][]).flat() : [];
}

export function boxOf(geometries: readonly unknown[]): GeoBox | undefined {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [longitude, latitude] of geometries.flatMap(ringsOf).flat()) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box.west <= box.east ? box : undefined;
}

/** Fits a box into width × height pixels, centred, north up. */
export function fitBox(box: GeoBox, width: number, height: number, margin = 4): Projection {
  const y = (latitude: number) =>
    Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * (180 / Math.PI);
  const [bottom, top] = [y(box.south), y(box.north)];
  const spans = { x: Math.max(box.east - box.west, 1e-6), y: Math.max(top - bottom, 1e-6) };
  const scale = Math.min((width - 2 * margin) / spans.x, (height - 2 * margin) / spans.y);
  const left = (width - spans.x * scale) / 2;
  const above = (height - spans.y * scale) / 2;
  return (longitude, latitude) => [
    left + (longitude - box.west) * scale,
    above + (top - y(latitude)) * scale,
  ];
}

/** Path data, in tenths of a pixel; points closer than half a pixel to the last one are left out. */
export function areaPath(geometry: unknown, project: Projection): string {
  return ringsOf(geometry)
    .map((ring) => ringPath(ring, project))
    .join("");
}

/** Where the number of an area stands, in pixels, and how many square pixels there are for it. */
export function roomForNumber(
  geometry: unknown,
  project: Projection,
): { x: number; y: number; area: number } {
  const rings = ringsOf(geometry).map((ring) => ring.map(([x, y]) => project(x, y)));
  const largest = largestRing(rings);
  const [x, y] = ringCentroid(largest);
  return { x, y, area: Math.abs(ringArea(largest)) };
}

function ringPath(ring: Ring, project: Projection): string {
  const parts: string[] = [];
  let last: [number, number] | undefined;
  for (const [longitude, latitude] of ring) {
    const point = project(longitude, latitude);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 0.5) continue;
    parts.push(`${point[0].toFixed(1)} ${point[1].toFixed(1)}`);
    last = point;
  }
  return parts.length < 3 ? "" : `M${parts.join("L")}Z`;
}
