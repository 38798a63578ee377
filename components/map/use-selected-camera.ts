import { useCallback, useEffect, useMemo, useState } from "react";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import type { MapAddress } from "./map-address.ts";
import { type CameraRow, readCamera, toCameraRow } from "./read-camera.ts";
import { type ApiCamera, cameraQuery, fetchCameras } from "./use-camera-rows.ts";
import type { MapData } from "./use-map-data.ts";
import type { useReferences } from "./use-references.ts";

type Place = { latitude: number; longitude: number };

/**
 * One selected camera for the map, its card and its line. It is known by its public reference, which is in the
 * address; its row in the drawing is looked up.
 */
export function useSelectedCamera({
  api,
  address,
  change,
  data,
  references,
  lines,
}: {
  api: string;
  address: MapAddress;
  change: (part: Partial<MapAddress>) => void;
  data: MapData;
  references: ReturnType<typeof useReferences>;
  lines: readonly CameraRow[] | null;
}) {
  const reference = address.camera;
  const points = data.isCells ? null : data.points;
  const row = reference === "" ? null : (references.rows.get(reference) ?? null);
  const place = useMemo(() => placeOf(points, row), [points, row]);
  const listed = lines?.find((line) => line.reference === reference);
  const asked = useAskedCamera(api, listed ? "" : reference, place);
  const drawn = useMemo(
    () => (points && row !== null ? readCamera(points, row) : null),
    [points, row],
  );
  const line = useMemo((): CameraRow | null => {
    if (reference === "") return null;
    if (listed) return listed;
    if (asked?.reference === reference) return toCameraRow(reference, asked.properties, drawn);
    return drawn && toCameraRow(reference, {}, drawn);
  }, [reference, listed, asked, drawn]);
  const { names, load } = references;
  const select = useCallback((camera: string) => change({ camera }), [change]);
  const selectRow = useCallback(
    (chosen: number) => {
      const known = names ? Promise.resolve(names) : load();
      known.then(
        (all) => change({ camera: all[chosen] ?? "" }),
        () => undefined,
      );
    },
    [names, load, change],
  );
  const close = useCallback(() => change({ camera: "" }), [change]);
  return { row, place, line, select, selectRow, close };
}

function placeOf(points: ColumnarPoints | null, row: number | null): Place | null {
  if (!points?.positions || row === null) return null;
  return {
    latitude: (points.positions.latitude[row] ?? 0) / 1e5,
    longitude: (points.positions.longitude[row] ?? 0) / 1e5,
  };
}

/** A camera that is not among the lines, asked by the metre around it. */
function useAskedCamera(api: string, reference: string, place: Place | null): ApiCamera | null {
  const [asked, setAsked] = useState<ApiCamera | null>(null);
  useEffect(() => {
    if (reference === "" || !place) return;
    const { latitude, longitude } = place;
    const abort = new AbortController();
    const box = [longitude - 2e-5, latitude - 2e-5, longitude + 2e-5, latitude + 2e-5] as const;
    fetchCameras(`${api}?${cameraQuery(noFilter, box, 200)}`, abort.signal).then(
      ({ cameras }) => setAsked(cameras.find((camera) => camera.reference === reference) ?? null),
      () => undefined,
    );
    return () => abort.abort();
  }, [api, reference, place]);
  return asked;
}
