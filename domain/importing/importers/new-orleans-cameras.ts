import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import type { ImportContext, Importer, ImportReading } from "#domain/importing/importer.ts";
import { readPosition } from "#domain/importing/read-position.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";

/** The crime cameras of the City of New Orleans, as positions: nothing else is published of them. */
export const newOrleansCamerasImporter: Importer<"camera"> = {
  id: "new-orleans-cameras",
  label: { fr: "Caméras de La Nouvelle-Orléans", en: "New Orleans cameras" },
  produces: "camera",
  accepts: ["table"],
  columns: [
    {
      name: "latitude",
      required: true,
      type: "number",
      unit: "°",
      description: { fr: "Latitude (WGS 84)", en: "Latitude (WGS 84)" },
    },
    {
      name: "longitude",
      required: true,
      type: "number",
      unit: "°",
      description: { fr: "Longitude (WGS 84)", en: "Longitude (WGS 84)" },
    },
    {
      name: "random_id",
      required: true,
      type: "string",
      description: {
        fr: "Nombre tiré au sort par qui a publié la liste : le seul identifiant",
        en: "Number drawn at random by whoever published the list: the only identifier",
      },
    },
    {
      name: "set",
      type: "string",
      description: { fr: "Ensemble de points", en: "Set of points" },
    },
  ],
  source: {
    title: "New Orleans city cameras (Eye on Surveillance)",
    publisher: "City of New Orleans",
    url: "https://github.com/ayyubibrahimi/eos",
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "secondary",
  },
  coverage: "complete",
  begin,
};

function begin(context: ImportContext): ImportReading<"camera"> {
  return {
    read: (row) => {
      const cells = rowCells(row);
      if ((cells.text("set") ?? "cameras") !== "cameras")
        return { kind: "left-out", reason: "not-a-camera" };
      const columns = { x: "longitude", y: "latitude", outside: "rejected" } as const;
      const found = readPosition(row, cells, context, columns);
      const { position } = found;
      const drawn = cells.text("random_id")?.replace(/^0?\./, "");
      const record = {
        reference: drawn === undefined ? undefined : `NOLA-${drawn}`,
        status: "in-service",
        longitude: position?.longitude,
        latitude: position?.latitude,
        positionMethod: position && "published",
        districtCode: position && context.districtAt(position.longitude, position.latitude),
        controller: "City of New Orleans, Real Time Crime Center",
      } satisfies { [Field in keyof CameraRecord]?: unknown };
      return concludeRow(row, cells.problems, cameraRecordSchema, record, {
        reference: "random_id",
      });
    },
  };
}
