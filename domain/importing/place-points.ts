import type { PlacedPoint } from "./placed-point.ts";

type Degrees = { longitude: number; latitude: number };

/**
 * Prepares the reading of a file's coordinates: into WGS 84 by `toWgs84` (undefined when no coordinate system fits),
 * then against the outline of the city. Without an outline every point counts as inside.
 */
export function placePoints(
  toWgs84: (x: number, y: number) => Degrees | undefined,
  isInside: ((longitude: number, latitude: number) => boolean) | undefined,
): (x: number, y: number) => PlacedPoint {
  const isKnownInside = (point: Degrees) => isInside?.(point.longitude, point.latitude) === true;
  return (x, y) => {
    if (x === 0 && y === 0) return { kind: "unusable", reason: "null-island", hint: "0, 0" };
    const point = toWgs84(x, y);
    if (point && (isInside === undefined || isKnownInside(point))) {
      return { kind: "inside", ...point };
    }
    const mirrored = toWgs84(y, x);
    if (mirrored && isKnownInside(mirrored)) {
      return { kind: "unusable", reason: "swapped-axes", hint: `${y}, ${x}` };
    }
    return point ? { kind: "outside", ...point } : { kind: "unusable", reason: "out-of-range" };
  };
}
