import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import { readDay } from "#domain/importing/cell-values.ts";
import type { ImportContext, Importer, ImportReading } from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { readPosition } from "#domain/importing/read-position.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";

/**
 * Every public-space camera of Trafford Council (United Kingdom), as published snapshot after snapshot. Numbers are not
 * stable in this file: the council has given its cameras new ones. One preset reads one snapshot; recognising a
 * renumbered camera by its place is the plan's work.
 */
export const traffordCctvImporter: Importer<"camera"> = {
  id: "trafford-cctv",
  label: { fr: "Caméras de Trafford", en: "Trafford CCTV cameras" },
  produces: "camera",
  accepts: ["table", "features"],
  columns: [
    {
      name: "camera_id",
      required: true,
      type: "string",
      description: { fr: "Numéro de la caméra", en: "Number of the camera" },
    },
    {
      name: "location",
      type: "string",
      description: { fr: "Lieu, en toutes lettres", en: "Place in words" },
    },
    {
      name: "area_name",
      type: "string",
      description: { fr: "Nom de la circonscription (ward)", en: "Name of the ward" },
    },
    {
      name: "area_code",
      type: "string",
      description: {
        fr: "Code officiel de la circonscription ; le premier fichier y met un code d’arrondissement",
        en: "Official code of the ward; the first file has a local authority's instead",
      },
    },
    {
      name: "lon",
      aliases: ["longitude"],
      type: "number",
      unit: "°",
      description: { fr: "Longitude (WGS 84)", en: "Longitude (WGS 84)" },
    },
    {
      name: "lat",
      aliases: ["latitude"],
      type: "number",
      unit: "°",
      description: { fr: "Latitude (WGS 84)", en: "Latitude (WGS 84)" },
    },
  ],
  options: { "observed-on": "Day of the snapshot, e.g. 2024-03-08" },
  source: {
    title: "Trafford Council CCTV cameras",
    publisher: "Trafford Council",
    url: "https://github.com/traffordDataLab/council_open_data",
    licence: "OGL v3.0",
    licenceUrl: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    // The words that the licence itself gives where the publisher asks for none; a council's data is not the Crown's.
    attribution:
      "Trafford Council. Contains public sector information licensed under the Open Government Licence v3.0.",
    verification: "read",
  },
  coverage: "complete",
  begin,
};

const columnOf = { reference: "camera_id", label: "location", districtCode: "area_code" };

function begin(context: ImportContext): ImportReading<"camera"> {
  const wardOf = wardReader(context);
  const observed = readDay(context.options["observed-on"]);
  return {
    read: (row) => {
      const cells = rowCells(row);
      if (!observed.ok) cells.refuse(null, observed.reason, "observed-on=YYYY-MM-DD");
      const columns = { x: "lon", y: "lat", outside: "rejected" } as const;
      const found = readPosition(row, cells, context, columns);
      const { position } = found;
      const record = {
        reference: readReference(cells),
        status: "in-service",
        label: cells.text("location"),
        ...wardOf(cells, position),
        longitude: position?.longitude,
        latitude: position?.latitude,
        positionMethod: position && "published",
        observedOn: observed.ok ? observed.value : undefined,
      } satisfies { [Field in keyof CameraRecord]?: unknown };
      return concludeRow(row, cells.problems, cameraRecordSchema, record, columnOf);
    },
  };
}

/** The council's GeoJSON writes the number 1001 as 1001.0. */
function readReference(cells: RowCells): string | undefined {
  const said = cells.text("camera_id")?.replace(/^(\d+)\.0+$/, "$1");
  if (said === undefined) cells.refuse("camera_id", "missing");
  return said;
}

/** Official codes of English wards; "E08…" is a metropolitan district, which says nothing of the ward. */
const wardCode = /^E05\d{6}$/;

/**
 * The ward that the council names, when the city knows it; otherwise the ward around the point. A city without wards
 * yet keeps the council's word as an attribute.
 */
function wardReader(context: ImportContext) {
  const codes = new Map<string, string>();
  for (const { code, name } of context.knownDistricts) codes.set(foldHeader(name), code);
  for (const { code } of context.knownDistricts) codes.set(foldHeader(code), code);
  return (
    cells: RowCells,
    position: { longitude: number; latitude: number } | undefined,
  ): Pick<CameraRecord, "districtCode" | "attributes"> => {
    const name = cells.text("area_name");
    const code = cells.text("area_code");
    const said = codes.get(foldHeader(code ?? "")) ?? codes.get(foldHeader(name ?? ""));
    const districtCode =
      said ?? (position && context.districtAt(position.longitude, position.latitude));
    if (districtCode !== undefined) return { districtCode };
    const isWard = code !== undefined && wardCode.test(code);
    return isWard && name !== undefined ? { attributes: { ward: name } } : {};
  };
}
