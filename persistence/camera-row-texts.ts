import { toJsonRow } from "#domain/dataset/api/row-schema.ts";
import { camerasDataset } from "#domain/dataset/declared/cameras.ts";
import { type CameraCells, cameraCells, cameraRowOf, sourceOfCamera } from "./camera-cells.ts";
import { type CameraReading, cellsOf } from "./camera-queries.ts";

/** Columns of the dataset in its order, of a camera without directions and free attributes; its document follows them. */
const columns: readonly string[] = [
  "v.reference",
  "v.status",
  "v.type",
  "v.setting",
  "v.mount",
  "v.label",
  "v.address",
  "v.district_code AS district",
  "v.longitude",
  "v.latitude",
  "CASE WHEN v.longitude IS NOT NULL THEN v.position_method END AS position_method",
  "v.published_precision",
  "v.precision_reason",
  "to_char(v.precision_decided_on, 'YYYY-MM-DD') AS precision_decided_on",
  "NULL::text AS directions",
  "v.camera_count",
  "v.installed_on",
  "v.commissioned_on",
  "v.removed_on",
  "v.operator",
  "v.owner",
  "v.controller",
  "v.maintainer",
  "v.purposes",
  "v.authorisation_references AS authorisations",
  "v.retention_days",
  "v.monitoring",
  "v.algorithmic_processing",
  "NULL::text AS attributes",
];

/**
 * What PostgreSQL does not write as the program does: a place that is not published exactly, directions, free attributes,
 * degrees so small that they have an exponent.
 */
const isOdd = `(v.published_precision <> 'exact' OR v.heads IS NOT NULL OR v.attributes IS NOT NULL
  OR abs(v.longitude) < 0.0001 OR abs(v.latitude) < 0.0001)`;

/**
 * Cameras as rows of the API, each a line of JSON. Nearly all are written by PostgreSQL and pass through, which spares the
 * program's one thread a third of its work: `12⇥{…}`, where 12 is the document. The odd ones come as cells: `[…]`. JSON has no
 * line break of its own.
 */
export const rowLines: CameraReading<RowLine> = {
  columns: `CASE WHEN ${isOdd} THEN to_json(ARRAY[${cellsOf(cameraCells)}])::text
    ELSE v.source_id || E'\\t' || (SELECT row_to_json(plain)::text FROM (SELECT ${columns.join(", ")}) AS plain)
    END`,
  gather: "string_agg(found.camera, E'\\n' ORDER BY asked.place)",
  read: (text) => text.split("\n").map((line) => (line.startsWith("[") ? JSON.parse(line) : line)),
};

type RowLine = string | CameraCells;

/** Private number of the document that the camera of a line rests on. */
export function sourceOfLine(line: RowLine): number {
  return typeof line === "string" ? Number.parseInt(line, 10) : sourceOfCamera(line);
}

/** A line as everybody may read it. Equal to what the program writes of the same cells, tested. */
export function rowTextOf(line: RowLine, keys: ReadonlyMap<number, string>): string {
  if (typeof line !== "string")
    return JSON.stringify(toJsonRow(camerasDataset, cameraRowOf(line, keys)));
  const key = JSON.stringify(keys.get(sourceOfLine(line)) ?? "");
  return `${line.slice(line.indexOf("\t") + 1, -1)},"source":${key}}`;
}
