import { useCallback, useEffect, useState } from "react";
import type { CameraFilter } from "#domain/dataset/camera-filter.ts";
import { formatMapAddress, type MapAddress, parseMapAddress } from "./map-address.ts";

/**
 * The state of the map is its address: read once the page is alive (the page itself is the same for everybody and
 * may be kept ready), then written as the reader moves, without filling the history.
 */
export function useMapAddress(filter: CameraFilter) {
  const [address, setAddress] = useState<MapAddress>({
    filter,
    camera: "",
    mode: "status",
    shading: "",
    position: null,
  });
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    setAddress(parseMapAddress(new URLSearchParams(window.location.search)));
    setRead(true);
  }, []);
  const query = formatMapAddress(address);
  useEffect(() => {
    if (!isRead) return;
    // Browsers refuse more than about a hundred changes in thirty seconds.
    const timer = setTimeout(() => {
      const { pathname, hash } = window.location;
      window.history.replaceState(
        window.history.state,
        "",
        `${pathname}${query && `?${query}`}${hash}`,
      );
    }, 300);
    return () => clearTimeout(timer);
  }, [query, isRead]);
  const change = useCallback(
    (part: Partial<MapAddress>) => setAddress((before) => ({ ...before, ...part })),
    [],
  );
  return { address, change, isRead };
}
