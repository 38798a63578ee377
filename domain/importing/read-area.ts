import { measureArea } from "#domain/territory/measure-area.ts";
import { readAreaGeometry } from "#domain/territory/read-area-geometry.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";
import type { RowCells } from "./row-cells.ts";

type Area = {
  geometry: AreaGeometry;
  areaM2: number;
  box: readonly [number, number, number, number];
};

/** Reads a row's geometry as an area with its size and box; what is not an area is refused with its reason. */
export function readArea(geometry: unknown, cells: RowCells): Area | undefined {
  if (geometry === undefined || geometry === null) return undefined;
  const area = readAreaGeometry(geometry);
  if ("reason" in area) {
    cells.refuse(null, area.reason);
    return undefined;
  }
  const { areaM2, box } = measureArea(area);
  return { geometry: area, areaM2, box };
}
