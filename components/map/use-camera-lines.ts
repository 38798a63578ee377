import { useMemo } from "react";
import { scanCameras } from "#domain/dataset/camera-facets.ts";
import type { CameraFilter } from "#domain/dataset/camera-filter.ts";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import { type CameraRow, readCamera, toCameraRow } from "./read-camera.ts";
import { type ApiCameras, type Bounds, listLimit } from "./use-camera-rows.ts";

/**
 * The lines of the list: what the API answered, joined with what is drawn. When the API does not answer, the
 * drawn columns alone still say which cameras are in the view. Null: nothing to say yet, the page's own list stays.
 */
export function useCameraLines(
  answer: ApiCameras | "failed" | null,
  points: ColumnarPoints | null,
  references: { names: readonly string[] | null; rows: ReadonlyMap<string, number> },
  view: { filter: CameraFilter; bounds: Bounds | null },
): readonly CameraRow[] | null {
  const { names, rows } = references;
  const { filter, bounds } = view;
  return useMemo(() => {
    if (answer === null) return null;
    if (answer !== "failed") {
      return answer.cameras.map(({ reference, properties }) => {
        const row = rows.get(reference);
        const drawn = points && row !== undefined ? readCamera(points, row) : null;
        return toCameraRow(reference, properties, drawn);
      });
    }
    if (!points || !names || !bounds) return null;
    return rowsInView(points, filter, bounds).map((row) =>
      toCameraRow(names[row] ?? "", {}, readCamera(points, row)),
    );
  }, [answer, points, names, rows, filter, bounds]);
}

function rowsInView(points: ColumnarPoints, filter: CameraFilter, bounds: Bounds): number[] {
  const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * 1e5));
  const box = [west ?? 0, south ?? 0, east ?? 0, north ?? 0] as const;
  const { fails } = scanCameras(points, filter, { box });
  const rows: number[] = [];
  for (let row = 0; row < fails.length && rows.length < listLimit; row++) {
    if (fails[row] === 0) rows.push(row);
  }
  return rows;
}
