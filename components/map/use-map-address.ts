import { useCallback, useEffect, useState } from "react";
import type { CameraFilter } from "#domain/dataset/camera-filter.ts";
import { formatMapAddress, type MapAddress, parseMapAddress } from "./map-address.ts";

/** What changes, or how it follows from what is there. */
export type AddressChange = Partial<MapAddress> | ((before: MapAddress) => Partial<MapAddress>);

/**
 * The state of the map is its address: read once the page is alive (the page itself is the same for everybody and
 * may be kept ready), then written as the reader moves, without filling the history. `opened` is what was read.
 */
export function useMapAddress(filter: CameraFilter) {
  const [address, setAddress] = useState<MapAddress>({
    filter,
    camera: "",
    mode: "status",
    shading: "",
    position: null,
  });
  const [opened, setOpened] = useState<MapAddress | null>(null);
  const isRead = opened !== null;
  useEffect(() => {
    const asked = parseMapAddress(new URLSearchParams(window.location.search));
    setAddress(asked);
    setOpened(asked);
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
    (part: AddressChange) =>
      setAddress((before) => ({
        ...before,
        ...(typeof part === "function" ? part(before) : part),
      })),
    [],
  );
  return { address, change, isRead, opened };
}
