import type { PublicCamera } from "#domain/dataset/public-camera.ts";

/** A camera on the public highway, in service, of which little else is known. */
export function publicCamera(given: Partial<PublicCamera> = {}): PublicCamera {
  return {
    id: "1",
    reference: "C1",
    status: "in-service",
    type: "dome",
    setting: "public-highway",
    mount: "pole",
    label: null,
    address: null,
    districtCode: null,
    position: { longitude: 4.39, latitude: 45.43, precision: "exact" },
    positionMethod: "surveyed",
    publishedPrecision: "exact",
    precisionReason: null,
    precisionDecidedOn: null,
    installedOn: null,
    commissionedOn: null,
    removedOn: null,
    operator: null,
    owner: null,
    controller: null,
    maintainer: null,
    purposes: [],
    authorisationReferences: [],
    retentionDays: null,
    monitoring: null,
    algorithmicProcessing: null,
    cameraCount: 1,
    heads: null,
    attributes: null,
    sourceId: 1,
    ...given,
  };
}
