import type { CameraHead } from "#domain/camera/camera-record.ts";
import { toCameraRow } from "#domain/dataset/camera-row.ts";
import type { CellValue, DatasetRow } from "#domain/dataset/dataset.ts";
import { type RegisteredCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { writeHead } from "#domain/importing/read-heads.ts";
import { readCopyArray } from "./fact-rows/copy-text.ts";

/** A camera as PostgreSQL writes each of its columns as text: in a COPY, or in one text for many cameras. */
export type CameraCells = readonly (string | null)[];

/** Columns in the order in which `cameraRowOf` reads them; behind them the identity may follow. */
export const cameraCells: readonly string[] = [
  "reference",
  "status",
  "type",
  "setting",
  "mount",
  "label",
  "address",
  "district_code",
  "longitude",
  "latitude",
  "position_method",
  "published_precision",
  "precision_reason",
  "to_char(precision_decided_on, 'YYYY-MM-DD')",
  "heads",
  "camera_count",
  "installed_on",
  "commissioned_on",
  "removed_on",
  "operator",
  "owner",
  "controller",
  "maintainer",
  "purposes",
  "authorisation_references",
  "retention_days",
  "monitoring",
  "algorithmic_processing",
  "attributes",
  "source_id",
];

/** Private number of the document that a camera rests on. */
export function sourceOfCamera(cells: CameraCells): number {
  return Number(cells[29]);
}

/** The cells of a camera, as PostgreSQL writes each as text, made the row that everybody may read. */
export function cameraRowOf(parts: CameraCells, keys: ReadonlyMap<number, string>): DatasetRow {
  const source = keys.get(sourceOfCamera(parts)) ?? "";
  return parts[11] === "exact"
    ? exactRow(parts, source)
    : toCameraRow(toPublicCamera(registeredCamera(parts)), source);
}

const number = (cell: string | null | undefined) => (cell ? Number(cell) : null);
const json = (cell: string | null | undefined) => (cell ? JSON.parse(cell) : null);
const list = (cell: string | null | undefined) => readCopyArray(cell ?? "{}");

/** What is published exactly leaves as it is: one literal, and no camera made for a row. Equal to the way below, tested. */
function exactRow(cells: CameraCells, source: string): DatasetRow {
  const cell = (index: number): CellValue => cells[index] ?? null;
  const heads: CameraHead[] | null = json(cells[14]);
  return {
    reference: cell(0),
    status: cell(1),
    type: cell(2),
    setting: cell(3),
    mount: cell(4),
    label: cell(5),
    address: cell(6),
    district: cell(7),
    longitude: number(cells[8]),
    latitude: number(cells[9]),
    position_method: cells[8] ? cell(10) : null,
    published_precision: cell(11),
    precision_reason: cell(12),
    precision_decided_on: cell(13),
    directions: heads ? heads.map(writeHead) : null,
    camera_count: number(cells[15]),
    installed_on: cell(16),
    commissioned_on: cell(17),
    removed_on: cell(18),
    operator: cell(19),
    owner: cell(20),
    controller: cell(21),
    maintainer: cell(22),
    purposes: list(cells[23]),
    authorisations: list(cells[24]),
    retention_days: number(cells[25]),
    monitoring: cell(26),
    algorithmic_processing: cell(27),
    attributes: json(cells[28]),
    source,
  };
}

/** The same cells as the registry's record, private parts included. */
export function registeredCamera(cells: CameraCells): RegisteredCamera {
  const cell = (index: number) => cells[index] ?? null;
  return {
    id: cells[30] ?? "",
    reference: cell(0) ?? "",
    status: cell(1) as RegisteredCamera["status"],
    type: cell(2) as RegisteredCamera["type"],
    setting: cell(3) as RegisteredCamera["setting"],
    mount: cell(4) as RegisteredCamera["mount"],
    label: cell(5),
    address: cell(6),
    districtCode: cell(7),
    longitude: number(cells[8]),
    latitude: number(cells[9]),
    positionMethod: cell(10) as RegisteredCamera["positionMethod"],
    publishedPrecision: cell(11) as RegisteredCamera["publishedPrecision"],
    precisionReason: cell(12),
    precisionDecidedOn: cell(13),
    installedOn: cell(16),
    commissionedOn: cell(17),
    removedOn: cell(18),
    operator: cell(19),
    owner: cell(20),
    controller: cell(21),
    maintainer: cell(22),
    purposes: list(cells[23]) as RegisteredCamera["purposes"],
    authorisationReferences: list(cells[24]),
    retentionDays: number(cells[25]),
    monitoring: cell(26),
    algorithmicProcessing: cell(27),
    cameraCount: number(cells[15]) ?? 1,
    heads: json(cells[14]),
    attributes: json(cells[28]),
    sourceId: sourceOfCamera(cells),
  };
}
