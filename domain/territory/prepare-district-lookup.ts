import { type PreparedArea, prepareArea } from "./prepare-area.ts";
import type { AreaGeometry } from "./territory-records.ts";

/**
 * Prepares the question "in which district?". Where districts overlap, the one whose code comes first; undefined outside
 * all of them.
 */
export function prepareDistrictLookup(
  districts: readonly { code: string; geometry: AreaGeometry }[],
): (longitude: number, latitude: number) => string | undefined {
  const prepared: { code: string; area: PreparedArea }[] = [...districts]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, geometry }) => ({ code, area: prepareArea(geometry) }));
  return (longitude, latitude) =>
    prepared.find(({ area }) => area.contains(longitude, latitude))?.code;
}
