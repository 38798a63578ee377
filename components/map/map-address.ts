import {
  type CameraFilter,
  formatCameraFilter,
  parseCameraFilter,
} from "#domain/dataset/camera-filter.ts";
import { type ColourMode, colourModes } from "./engine/marks.ts";

/** Everything that a shared address of the map shows again. */
export type MapAddress = {
  filter: CameraFilter;
  /** Reference of the selected camera, "" when none is. */
  camera: string;
  mode: ColourMode;
  /** Key of the shading of districts, "" when none is. */
  shading: string;
  position: { latitude: number; longitude: number; zoom: number } | null;
};

export function parseMapAddress(query: URLSearchParams): MapAddress {
  const mode = query.get("colour");
  return {
    filter: parseCameraFilter(query),
    camera: (query.get("camera") ?? "").slice(0, 100),
    mode: colourModes.find((known) => known === mode) ?? "status",
    shading: (query.get("shade") ?? "").slice(0, 40),
    position: parsePosition(query.get("at") ?? ""),
  };
}

export function formatMapAddress(address: MapAddress): string {
  const query = formatCameraFilter(address.filter);
  if (address.camera !== "") query.set("camera", address.camera);
  if (address.mode !== "status") query.set("colour", address.mode);
  if (address.shading !== "") query.set("shade", address.shading);
  const text = String(query);
  if (!address.position) return text;
  const { latitude, longitude, zoom } = address.position;
  // Written by hand: the commas of a position are readable, %2C is not.
  const at = `at=${latitude.toFixed(5)},${longitude.toFixed(5)},${zoom}`;
  return text === "" ? at : `${text}&${at}`;
}

function parsePosition(text: string): MapAddress["position"] {
  if (!/^-?\d{1,2}(\.\d{1,7})?,-?\d{1,3}(\.\d{1,7})?,\d{1,2}(\.5)?$/.test(text)) return null;
  const [latitude = 0, longitude = 0, zoom = 0] = text.split(",").map(Number);
  if (Math.abs(latitude) > 85 || Math.abs(longitude) > 180 || zoom < 3 || zoom > 20) return null;
  return { latitude, longitude, zoom };
}
