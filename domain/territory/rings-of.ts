import type { AreaGeometry } from "./territory-records.ts";

export type Position = readonly [number, number];

/** Polygons of an area, each as its rings: the outline first, then the holes. */
export function polygonsOfArea(area: AreaGeometry): readonly (readonly (readonly Position[])[])[] {
  return area.type === "Polygon"
    ? [area.coordinates as Position[][]]
    : (area.coordinates as Position[][][]);
}
