/**
 * The controlled lists of a camera record. Order matters: it is the code on the wire and in snapshots,
 * so a value is only ever appended.
 */

/** Life-cycle states. "in service without authorisation" is not one: it is computed (domain/compliance). */
export const cameraStatuses = [
  "unknown",
  "planned",
  "approved",
  "authorisation-requested",
  "authorised",
  "under-construction",
  "in-service",
  "out-of-order",
  "degraded",
  "suspended",
  "moved",
  "removed",
  "replaced",
  "refused",
] as const;
export type CameraStatus = (typeof cameraStatuses)[number];

/** Installed and watching, or supposed to be: what counts as "in service" in every figure. */
export const inServiceStatuses: readonly CameraStatus[] = [
  "in-service",
  "out-of-order",
  "degraded",
];

export const cameraTypes = [
  "unknown",
  "fixed",
  "dome",
  "panoramic",
  "multi-sensor",
  "thermal",
  "number-plate",
  "relocatable",
  "enforcement",
  "other",
] as const;
export type CameraType = (typeof cameraTypes)[number];

/** Where the camera looks: streets and municipal sites are different scopes and never divide one another. */
export const cameraSettings = [
  "unknown",
  "public-highway",
  "municipal-building",
  "open-to-public",
  "transport",
  "parking",
  "private",
] as const;
export type CameraSetting = (typeof cameraSettings)[number];

/** The closed list of purposes of CSI L251-2 (consolidated 2026-04-03). Labels in French are data: see purposes.ts. */
export const cameraPurposes = [
  "public-buildings",
  "national-defence",
  "traffic-flow",
  "traffic-offences",
  "persons-and-property",
  "terrorism",
  "natural-and-technological-risks",
  "rescue-and-fire",
  "amusement-parks",
  "vehicle-insurance",
  "fly-tipping",
] as const;
export type CameraPurpose = (typeof cameraPurposes)[number];

/** How precisely the position is published: the city decides per camera and records why (CRPA L311-5, 2° d). */
export const publicationPrecisions = ["exact", "street", "district", "hidden"] as const;
export type PublicationPrecision = (typeof publicationPrecisions)[number];

export const cameraMounts = [
  "unknown",
  "pole",
  "facade",
  "street-lamp",
  "traffic-signal",
  "ceiling",
  "building",
  "other",
] as const;
export type CameraMount = (typeof cameraMounts)[number];

/** How a position was obtained. Shown on the sheet: a crossing is not a survey. */
export const positionMethods = [
  "unknown",
  "published",
  "surveyed",
  "crossing",
  "street",
  "address",
  "generated",
] as const;
export type PositionMethod = (typeof positionMethods)[number];
