import { useEffect, useState } from "react";
import { type CameraFilter, noFilter } from "#domain/dataset/camera-filter.ts";
import { type ApiCameras, type Bounds, cameraQuery, fetchCameras } from "./use-camera-rows.ts";

const mostFound = 1000;

export type Found = {
  references: readonly string[];
  /** Around what was found; null where nothing has a place, or where too much was found to be seen at once. */
  box: Bounds | null;
};

/** The cameras whose place or number holds the words; null when nothing is searched or known. */
export function useTextSearch(api: string, text: CameraFilter["text"]): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    setFound(null);
    if (text === "") return;
    const abort = new AbortController();
    const query = cameraQuery({ ...noFilter, text }, null, mostFound);
    fetchCameras(`${api}?${query}`, abort.signal).then(
      (answer) => setFound(foundIn(answer)),
      () => undefined,
    );
    return () => abort.abort();
  }, [api, text]);
  return found;
}

function foundIn({ matched, cameras }: ApiCameras): Found {
  const references = cameras.map(({ reference }) => reference);
  return { references, box: matched > cameras.length ? null : boxAround(cameras) };
}

/** The smallest box that holds every place; null without any. */
function boxAround(cameras: ApiCameras["cameras"]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { place } of cameras) {
    if (!place) continue;
    [west, east] = [Math.min(west, place[0]), Math.max(east, place[0])];
    [south, north] = [Math.min(south, place[1]), Math.max(north, place[1])];
  }
  return west <= east ? [west, south, east, north] : null;
}
