"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { LeafletCameraMapProps } from "./leaflet-camera-map.tsx";

/**
 * Leaflet needs a window: its code comes after the page, and the ground drawn by the server stands in its place
 * until then. A bare import() instead of next/dynamic, which brings a loader of its own.
 */
export function CameraMap(props: LeafletCameraMapProps) {
  const [Loaded, setLoaded] = useState<ComponentType<LeafletCameraMapProps> | null>(null);
  useEffect(() => {
    import("./leaflet-camera-map.tsx").then(
      ({ LeafletCameraMap }) => setLoaded(() => LeafletCameraMap),
      // Without the map the ground and the list remain.
      () => undefined,
    );
  }, []);
  return Loaded && <Loaded {...props} />;
}
