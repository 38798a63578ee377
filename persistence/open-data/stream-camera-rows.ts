import { StringDecoder } from "node:string_decoder";
import type { CameraHead } from "#domain/camera/camera-record.ts";
import { toCameraRow } from "#domain/dataset/camera-row.ts";
import type { CellValue, DatasetRow } from "#domain/dataset/dataset.ts";
import { type RegisteredCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { writeHead } from "#domain/importing/read-heads.ts";
import type { ReleaseAsked } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";
import { readCopyArray, readCopyText } from "./copy-text.ts";
import { sourceKeysOfCity } from "./source-keys.ts";

/** Columns in the order in which `cameraRowOf` reads them. */
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

/** Which versions of cameras stand at a release, for a COPY, which takes no parameters. */
export function releaseCondition({ current, number }: ReleaseAsked): string {
  return current
    ? "until_release IS NULL"
    : `from_release <= ${Number(number)} AND (until_release IS NULL OR until_release > ${Number(number)})`;
}

/**
 * Every camera of a release as a row, in the order of the references: read by COPY, since a million rows through a cursor
 * cost ten times as much (measured: 25 against 3 µs per camera). Constant memory.
 */
export async function* streamCameraRows(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): AsyncGenerator<DatasetRow[]> {
  const keys = await sourceKeysOfCity(sql, cityId);
  const stream = await sql
    .unsafe(
      `COPY (SELECT ${cameraCells.join(", ")} FROM camera_version
        WHERE city_id = ${Number(cityId)} AND ${releaseCondition(release)}
        ORDER BY reference) TO STDOUT`,
    )
    .readable();
  const decoder = new StringDecoder("utf8");
  let rest = "";
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const lines = (rest + decoder.write(chunk as Buffer)).split("\n");
      rest = lines.pop() ?? "";
      if (lines.length > 0) yield lines.map((line) => rowOf(line, keys));
    }
  } finally {
    // Who stops early leaves the rest to be read: the connection answers nothing else before its end.
    stream.on("error", () => undefined).resume();
    // postgres.js pauses its socket while the stream is full, and lets it go on at the next reading: after the last row there
    // is none, and what PostgreSQL says next would never be heard.
    stream._read(0);
  }
}

type Cells = readonly (string | null)[];

function rowOf(line: string, keys: ReadonlyMap<number, string>): DatasetRow {
  const parts: (string | null)[] = line.split("\t");
  const isPlain = !line.includes("\\");
  if (!isPlain) for (let i = 0; i < parts.length; i++) parts[i] = readCopyText(parts[i] as string);
  return cameraRowOf(parts, keys);
}

/** The cells of a camera, as PostgreSQL writes each as text, made the row that everybody may read. */
export function cameraRowOf(parts: Cells, keys: ReadonlyMap<number, string>): DatasetRow {
  const source = keys.get(Number(parts[29])) ?? "";
  return parts[11] === "exact"
    ? exactRow(parts, source)
    : toCameraRow(toPublicCamera(registered(parts)), source);
}

const number = (cell: string | null | undefined) => (cell ? Number(cell) : null);
const json = (cell: string | null | undefined) => (cell ? JSON.parse(cell) : null);
const list = (cell: string | null | undefined) => readCopyArray(cell ?? "{}");

/** What is published exactly leaves as it is: one literal, and no camera made for a row. Equal to the way below, tested. */
function exactRow(cells: Cells, source: string): DatasetRow {
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

function registered(cells: Cells): RegisteredCamera {
  const cell = (index: number) => cells[index] ?? null;
  return {
    id: "",
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
    sourceId: 0,
  };
}
