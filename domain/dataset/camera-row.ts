import { writeHead } from "#domain/importing/read-heads.ts";
import type { DatasetRow } from "./dataset.ts";
import type { PublicCamera } from "./public-camera.ts";

/**
 * A camera as a row of the open dataset. The private identity and the number of its source stay; a position that the city
 * does not publish was left out before (`toPublicCamera`).
 */
export function toCameraRow(camera: PublicCamera, source: string): DatasetRow {
  return {
    reference: camera.reference,
    status: camera.status,
    type: camera.type,
    setting: camera.setting,
    mount: camera.mount,
    label: camera.label,
    address: camera.address,
    district: camera.districtCode,
    longitude: camera.position?.longitude ?? null,
    latitude: camera.position?.latitude ?? null,
    // How a place was found says nothing where the place is not published.
    position_method: camera.position ? camera.positionMethod : null,
    published_precision: camera.publishedPrecision,
    precision_reason: camera.precisionReason,
    precision_decided_on: camera.precisionDecidedOn,
    directions: camera.heads ? camera.heads.map(writeHead) : null,
    camera_count: camera.cameraCount,
    installed_on: camera.installedOn,
    commissioned_on: camera.commissionedOn,
    removed_on: camera.removedOn,
    operator: camera.operator,
    owner: camera.owner,
    controller: camera.controller,
    maintainer: camera.maintainer,
    purposes: camera.purposes,
    authorisations: camera.authorisationReferences,
    retention_days: camera.retentionDays,
    monitoring: camera.monitoring,
    algorithmic_processing: camera.algorithmicProcessing,
    attributes: camera.attributes,
    source,
  };
}
