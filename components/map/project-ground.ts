import { largestRing, ringArea, ringCentroid } from "#formats/svg/ring.ts";
import { type Ground, type GroundShape, worldPerGround } from "./engine/ground-shape.ts";
import { worldX, worldY } from "./engine/point-field.ts";

type Position = readonly number[];
type Ring = readonly Position[];
/** The two GeoJSON geometries (RFC 7946) that have an inside. */
export type Outline =
  | { type: "Polygon"; coordinates: readonly Ring[] }
  | { type: "MultiPolygon"; coordinates: readonly (readonly Ring[])[] };

export type NamedOutline = {
  kind: GroundShape["kind"];
  code: string;
  name: string;
  geometry: Outline;
};

/**
 * Projects outlines for drawing, on the server: whole ground units, relative moves, vertices that fall on the same
 * unit left out. Largest first, so that their names are placed first. `null` when there is nothing to draw.
 */
export function projectGround(outlines: readonly NamedOutline[]): Ground | null {
  const projected = outlines.map((outline) => ({ ...outline, rings: ringsOf(outline.geometry) }));
  const points = projected.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return null;
  const left = points.reduce((least, [x]) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const top = points.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const right = points.reduce((most, [x]) => Math.max(most, x), 0);
  const bottom = points.reduce((most, [, y]) => Math.max(most, y), 0);
  const shapes = projected
    .map(({ kind, code, name, rings }) => ({ kind, code, name, ...outlineOf(rings, left, top) }))
    .sort((a, b) => b.area - a.area)
    .map(({ area: _, ...shape }) => shape);
  return { left, top, width: right - left, height: bottom - top, shapes };
}

type Point = [number, number];

function ringsOf(geometry: Outline): Point[][] {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) =>
    ring.map(
      ([longitude = 0, latitude = 0]): Point => [
        Math.round(worldX(longitude) / worldPerGround),
        Math.round(worldY(latitude) / worldPerGround),
      ],
    ),
  );
}

function outlineOf(rings: Point[][], left: number, top: number) {
  const moved = rings.map((ring) => ring.map(([x, y]): Point => [x - left, y - top]));
  const largest = largestRing(moved);
  const [x, y] = ringCentroid(largest);
  return {
    path: moved.map(pathOf).join(""),
    label: [Math.round(x), Math.round(y)] as Point,
    area: Math.abs(ringArea(largest)),
  };
}

function pathOf(ring: readonly Point[]): string {
  let [x, y] = ring[0] ?? [0, 0];
  let path = `M${x} ${y}l`;
  for (const [nextX, nextY] of ring.slice(1)) {
    if (nextX === x && nextY === y) continue;
    path += `${nextX - x} ${nextY - y} `;
    [x, y] = [nextX, nextY];
  }
  return path.endsWith("l") ? "" : `${path.trimEnd()}z`;
}
