export type Point = readonly [x: number, y: number];

/** Shoelace formula; the sign tells the direction of the ring. Square units of the points. */
export function ringArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The centre of mass of what a ring encloses; its first point when it encloses nothing. */
export function ringCentroid(ring: readonly Point[]): Point {
  const whole = ringArea(ring);
  if (whole === 0) return ring[0] ?? [0, 0];
  let [sumX, sumY] = [0, 0];
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
    const cross = x * nextY - nextX * y;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  });
  return [sumX / (6 * whole), sumY / (6 * whole)];
}

/** The ring that encloses most: where the name or the number of an area of several parts stands. */
export function largestRing<P extends Point>(rings: readonly (readonly P[])[]): readonly P[] {
  return [...rings].sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0] ?? [];
}
