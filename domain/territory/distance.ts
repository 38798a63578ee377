/** Mean radius of the Earth (IUGG), in metres. */
const meanRadius = 6_371_008.8;

type Degrees = { longitude: number; latitude: number };

/** Great-circle distance in metres on a sphere (haversine formula); within 0.5 % of the ellipsoid. */
export function metresBetween(a: Degrees, b: Degrees): number {
  const radians = Math.PI / 180;
  const southward = ((b.latitude - a.latitude) * radians) / 2;
  const eastward = ((b.longitude - a.longitude) * radians) / 2;
  const chord =
    Math.sin(southward) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(eastward) ** 2;
  return 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
