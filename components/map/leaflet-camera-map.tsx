"use client";

import "leaflet/dist/leaflet.css";
import { Control, type Map as LeafletMap, TileLayer } from "leaflet";
import { useEffect, useRef, useState } from "react";
import { MapContainer } from "react-leaflet/MapContainer";
import { CameraCanvas, type CanvasScene } from "./engine/camera-canvas.ts";
import type { Ground } from "./engine/ground-shape.ts";
import { worldX, worldY } from "./engine/point-field.ts";
import styles from "./leaflet-camera-map.module.css";
import type { MapLabels } from "./map-labels.ts";
import type { Bounds } from "./use-camera-rows.ts";

export type MapPosition = { latitude: number; longitude: number; zoom: number };

export type LeafletCameraMapProps = {
  shapes: Ground | null;
  scene: CanvasScene | null;
  /** What is shown first: a shared position, or else the box of the city. */
  start: MapPosition | Bounds;
  selected: number | null;
  pointed: number | null;
  /** A place to go to; a new object goes there again. */
  goTo: { latitude: number; longitude: number } | null;
  /** A box to bring into view; a new one moves the map again. */
  frame: Bounds | null;
  me: { latitude: number; longitude: number; accuracy: number } | null;
  tiles: { attribution: string } | null;
  labels: Pick<MapLabels, "map" | "controls">;
  onViewChange: (bounds: Bounds, position: MapPosition, inView: number) => void;
  onSelect: (row: number) => void;
};

const nearZoom = 17;

export function LeafletCameraMap(props: LeafletCameraMapProps) {
  const { start, scene, selected, pointed, goTo, frame, me } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const canvas = useCanvas(map, props);
  useFurniture(map, props);
  useEffect(() => {
    if (scene) canvas?.show(scene);
  }, [canvas, scene]);
  useEffect(() => canvas?.point({ selected }), [canvas, selected]);
  useEffect(() => canvas?.point({ hovered: pointed }), [canvas, pointed]);
  useEffect(() => {
    if (map && goTo && isCovered(map, [goTo.latitude, goTo.longitude])) {
      map.setView([goTo.latitude, goTo.longitude], Math.max(map.getZoom(), 14));
    }
  }, [map, goTo]);
  useEffect(() => {
    if (map && frame) map.fitBounds(corners(frame), { ...clearOfTools(), maxZoom: nearZoom });
  }, [map, frame]);
  useEffect(() => {
    if (!map || !canvas || !me) return;
    const metre = worldSizeOfMetre(me.latitude);
    canvas.point({
      me: { x: worldX(me.longitude), y: worldY(me.latitude), radius: me.accuracy * metre },
    });
    map.setView([me.latitude, me.longitude], nearZoom);
  }, [map, canvas, me]);
  const where =
    "zoom" in start
      ? { center: [start.latitude, start.longitude] as [number, number], zoom: start.zoom }
      : { bounds: corners(start), boundsOptions: roomForTools() };
  return (
    <MapContainer
      ref={setMap}
      className={styles.map ?? ""}
      {...where}
      attributionControl={false}
      zoomControl={false}
      minZoom={3}
      zoomSnap={0.5}
      maxZoom={20}
      maxBoundsViscosity={1}
      worldCopyJump={false}
    />
  );
}

/** The layer of the cameras, for as long as the map stands. */
function useCanvas(map: LeafletMap | null, props: LeafletCameraMapProps): CameraCanvas | null {
  const [canvas, setCanvas] = useState<CameraCanvas | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!map) return;
    const tell = (inView: number) => {
      const box = map.getBounds();
      const { lat, lng } = map.getCenter();
      latest.current.onViewChange(
        [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
        { latitude: lat, longitude: lng, zoom: map.getZoom() },
        inView,
      );
    };
    const layer = new CameraCanvas(latest.current.shapes, {
      onDrawn: tell,
      onSelect: (row) => latest.current.onSelect(row),
    });
    layer.addTo(map);
    setCanvas(layer);
    return () => {
      layer.remove();
    };
  }, [map]);
  return canvas;
}

/** Names, zoom buttons and tiles, in the words of the page. */
function useFurniture(map: LeafletMap | null, { labels, tiles }: LeafletCameraMapProps): void {
  const { name, help } = labels.map;
  const { zoomIn, zoomOut } = labels.controls;
  const attribution = tiles?.attribution;
  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", `${name}. ${help}`);
    const zoom = new Control.Zoom({
      position: "topright",
      zoomInTitle: zoomIn,
      zoomOutTitle: zoomOut,
    }).addTo(map);
    return () => {
      zoom.remove();
    };
  }, [map, name, help, zoomIn, zoomOut]);
  useEffect(() => {
    if (!map || attribution === undefined) return;
    const layer = new TileLayer("/tiles/{z}/{x}/{y}", {
      maxZoom: 20,
      maxNativeZoom: 19,
      className: styles.tiles ?? "",
      // A tile that does not come leaves the drawn ground, without a broken picture.
      errorTileUrl: "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==",
    }).addTo(map);
    const credit = new Control.Attribution({ prefix: false, position: "bottomright" })
      .addAttribution(attribution)
      .addTo(map);
    return () => {
      layer.remove();
      credit.remove();
    };
  }, [map, attribution]);
}

/** Outside the view, or under the time slider. */
function isCovered(map: LeafletMap, place: [number, number]): boolean {
  const { x, y } = map.latLngToContainerPoint(place);
  const size = map.getSize();
  return x < 20 || y < 20 || x > size.x - 20 || y > size.y - 130;
}

/** Tools lie over the map: along the top and bottom on a phone, at the left and bottom on a wide screen. */
function roomForTools() {
  const isWide = window.innerWidth > 860;
  return {
    paddingTopLeft: (isWide ? [150, 20] : [12, 116]) as [number, number],
    paddingBottomRight: (isWide ? [20, 96] : [12, 118]) as [number, number],
  };
}

/** Nothing that was searched for hides under the tools. */
function clearOfTools() {
  const room = roomForTools();
  const isWide = window.innerWidth > 860;
  return isWide ? { ...room, paddingTopLeft: [376, 20] as [number, number] } : room;
}

function corners([west, south, east, north]: Bounds): [[number, number], [number, number]] {
  return [
    [south, west],
    [north, east],
  ];
}

/** World units in one metre on the ground at a latitude; the equator measures 40,075,017 m. */
function worldSizeOfMetre(latitude: number): number {
  return 2 ** 30 / (40_075_017 * Math.cos((latitude * Math.PI) / 180));
}
