import { useEffect, useState } from "react";
import { type CameraFilter, formatCameraFilter } from "#domain/dataset/camera-filter.ts";

/** Degrees: west, south, east, north. */
export type Bounds = readonly [number, number, number, number];

export type ApiCamera = {
  reference: string;
  properties: Readonly<Record<string, unknown>>;
  /** Longitude and latitude; null where no position is published. */
  place: readonly [number, number] | null;
};
export type ApiCameras = { matched: number; cameras: readonly ApiCamera[] };

/** Rows of the list: enough to scroll through, not more than a phone should receive. */
export const listLimit = 60;

/**
 * Asks the open-data API, after a pause and never twice at once, for the cameras of the view.
 * `null` while nothing has come; "failed" when the API does not answer.
 */
export function useCameraRows(
  api: string,
  filter: CameraFilter,
  bounds: Bounds | null,
): ApiCameras | "failed" | null {
  const [answer, setAnswer] = useState<ApiCameras | "failed" | null>(null);
  const query = bounds ? String(cameraQuery(filter, bounds, listLimit)) : null;
  useEffect(() => {
    if (query === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchCameras(`${api}?${query}`, abort.signal).then(setAnswer, () => {
        if (!abort.signal.aborted) setAnswer("failed");
      });
    }, 250);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, query]);
  return answer;
}

export function cameraQuery(filter: CameraFilter, bounds: Bounds | null, limit: number) {
  const query = formatCameraFilter(filter);
  if (bounds) query.set("bbox", bounds.map((degrees) => degrees.toFixed(5)).join(","));
  query.set("limit", String(limit));
  return query;
}

export async function fetchCameras(address: string, signal?: AbortSignal): Promise<ApiCameras> {
  const response = await fetch(address, signal ? { signal } : {});
  if (!response.ok) throw new Error(String(response.status));
  const body: {
    numberMatched: number;
    features: {
      id: string;
      properties: ApiCamera["properties"];
      geometry: { coordinates: [number, number] } | null;
    }[];
  } = await response.json();
  return {
    matched: body.numberMatched,
    cameras: body.features.map(({ id, properties, geometry }) => ({
      reference: id,
      properties,
      place: geometry?.coordinates ?? null,
    })),
  };
}
