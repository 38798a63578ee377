import { useEffect, useState } from "react";
import { type CameraFilter, noFilter } from "#domain/dataset/camera-filter.ts";
import { cameraQuery, fetchCameras } from "./use-camera-rows.ts";

const mostFound = 1000;

/** References of the cameras whose place or number holds the words; null when nothing is searched or known. */
export function useTextSearch(api: string, text: CameraFilter["text"]): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (text === "") return;
    const abort = new AbortController();
    const query = cameraQuery({ ...noFilter, text }, null, mostFound);
    fetchCameras(`${api}?${query}`, abort.signal).then(
      ({ cameras }) => setFound(cameras.map(({ reference }) => reference)),
      () => undefined,
    );
    return () => abort.abort();
  }, [api, text]);
  return found;
}
