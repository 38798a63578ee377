import type { CameraHead } from "#domain/camera/camera-record.ts";
import type {
  CameraMount,
  CameraPurpose,
  CameraSetting,
  CameraStatus,
  CameraType,
  PositionMethod,
  PublicationPrecision,
} from "#domain/camera/camera-vocabulary.ts";

/** What the registry holds of a camera at one release, private parts included. Never leaves the server as it is. */
export type RegisteredCamera = {
  id: string;
  reference: string;
  status: CameraStatus;
  type: CameraType;
  setting: CameraSetting;
  mount: CameraMount;
  label: string | null;
  address: string | null;
  districtCode: string | null;
  longitude: number | null;
  latitude: number | null;
  positionMethod: PositionMethod;
  publishedPrecision: PublicationPrecision;
  precisionReason: string | null;
  precisionDecidedOn: string | null;
  installedOn: string | null;
  commissionedOn: string | null;
  removedOn: string | null;
  operator: string | null;
  owner: string | null;
  controller: string | null;
  maintainer: string | null;
  purposes: readonly CameraPurpose[];
  authorisationReferences: readonly string[];
  retentionDays: number | null;
  monitoring: string | null;
  algorithmicProcessing: string | null;
  cameraCount: number;
  heads: readonly CameraHead[] | null;
  attributes: Readonly<Record<string, string | number | boolean>> | null;
  sourceId: number;
};

export type PublicPosition = { longitude: number; latitude: number; precision: "exact" | "street" };

/** What the city's decision on a camera needs of its record, whole or in part. */
export type PlacedCamera = Pick<
  RegisteredCamera,
  "label" | "address" | "districtCode" | "longitude" | "latitude" | "publishedPrecision" | "heads"
>;

/** A record after that decision. */
export type Published<Camera extends PlacedCamera> = Omit<Camera, "longitude" | "latitude"> & {
  position: PublicPosition | null;
};

/** What everybody may read of a camera. The only shape that pages, snapshots, the API and exports are fed with. */
export type PublicCamera = Published<RegisteredCamera>;

/**
 * Grid of a position published at street precision, in degrees: 0.001° is 111 m north–south and 78 m east–west
 * at 45°. Rounding is deterministic, so repeated releases never average out to the exact place.
 */
export const streetGridDegrees = 0.001;

/**
 * Applies the city's decision on each camera: exact leaves everything; street snaps the position to a grid and
 * drops the house number, the directions and the free attributes; district drops the position and the place;
 * hidden drops the district too. Existence, purposes, authorisations, dates and status are always public
 * (CSI R252-16; exception weighed per camera: CRPA L311-5, 2° d).
 */
export function toPublicCamera<Camera extends PlacedCamera>(camera: Camera): Published<Camera> {
  return publish(camera) as Published<Camera>;
}

function publish(camera: PlacedCamera): Published<PlacedCamera> {
  const { longitude, latitude, ...facts } = camera;
  if (camera.publishedPrecision === "exact") {
    return { ...facts, position: position(longitude, latitude, "exact") };
  }
  const coarse = { ...facts, heads: null, attributes: null, address: null };
  if (camera.publishedPrecision === "street") {
    return { ...coarse, position: position(snap(longitude), snap(latitude), "street") };
  }
  const placeless = { ...coarse, label: null, position: null };
  return camera.publishedPrecision === "district"
    ? placeless
    : { ...placeless, districtCode: null };
}

function position(
  longitude: number | null,
  latitude: number | null,
  precision: PublicPosition["precision"],
): PublicPosition | null {
  return longitude === null || latitude === null ? null : { longitude, latitude, precision };
}

function snap(degrees: number | null): number | null {
  if (degrees === null) return null;
  // Rounded again because 45.43500000000001 would tell that arithmetic happened, and cost bytes.
  return Number((Math.round(degrees / streetGridDegrees) * streetGridDegrees).toFixed(3));
}
