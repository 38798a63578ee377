import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import { readDay } from "#domain/importing/cell-values.ts";
import type {
  ColumnDescription,
  ImportContext,
  Importer,
  ImportReading,
} from "#domain/importing/importer.ts";
import { locateByStreets } from "#domain/importing/locate-by-streets.ts";
import { matchColumns } from "#domain/importing/match-columns.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { isSameCode } from "#domain/importing/same-code.ts";
import { type CrossingPoint, readStreetCrossings } from "#domain/importing/street-crossings.ts";
import { parisStreetReader } from "./paris-pvpp-streets.ts";

const streetColumns = ["rue_croisement_1", "rue_croisement_2", "rue_croisement_3"];

const columns: readonly ColumnDescription[] = [
  {
    name: "code_postal",
    type: "string",
    description: {
      fr: "Code postal, qui dit l’arrondissement",
      en: "Postcode, which tells the district",
    },
  },
  {
    name: "numero",
    required: true,
    type: "string",
    description: { fr: "Numéro de la caméra", en: "Number of the camera" },
  },
  {
    name: "implantation",
    required: true,
    type: "string",
    description: { fr: "Lieu, en toutes lettres", en: "Place in words" },
  },
  ...streetColumns.map((name, rank) => ({
    name,
    type: "string" as const,
    description: {
      fr: `Rue du croisement (${rank + 1})`,
      en: `Street of the crossing (${rank + 1})`,
    },
  })),
  {
    name: "precision_de_l_implantation",
    type: "string",
    description: {
      fr: "Croisement, adresse précise ou imprécise, point décrit",
      en: "Crossing, exact or vague address, described point",
    },
  },
  {
    name: "date_de_mise_en_service",
    type: "date",
    description: { fr: "Date de mise en service", en: "Commissioning date" },
  },
];

/** The police cameras of Paris: a list of places in words, put on the map by a second table of street crossings. */
export const parisPvppImporter: Importer<"camera"> = {
  id: "paris-pvpp",
  label: {
    fr: "Plan de vidéoprotection de Paris",
    en: "Police cameras of Paris (plan de vidéoprotection)",
  },
  produces: "camera",
  accepts: ["table"],
  columns,
  auxiliaryTables: { crossings: "Street crossings with coordinates: nom1, nom2, lon, lat" },
  options: { "observed-on": "Day of the list (by default 2019-02-01, that of the bulletin)" },
  source: {
    title: "Plan de vidéoprotection de Paris (BOVP du 1er février 2019)",
    publisher: "Ville de Paris, préfecture de police",
    url: "https://github.com/ColinMaudry/geo-videoprotection-paris",
    licence: null,
    licenceUrl: null,
    attribution:
      "Ville de Paris et préfecture de police, données extraites par geo-videoprotection-paris",
    verification: "secondary",
  },
  coverage: "complete",
  begin,
};

const columnOf = {
  reference: "numero",
  label: "implantation",
  commissionedOn: "date_de_mise_en_service",
};

function begin(context: ImportContext): ImportReading<"camera"> {
  const locate = locator(context);
  const counts = new Map<string, number>();
  const { columnOf: nameOf } = matchColumns(context.headers, columns);
  const readStreets = parisStreetReader(
    context.headers.map((header) => nameOf.get(header) ?? header),
  );
  const observed = readDay(context.options["observed-on"] ?? "2019-02-01");
  return {
    read: (raw) => {
      const { row, streets } = readStreets(raw);
      const cells = rowCells(row);
      if (!observed.ok) cells.refuse(null, observed.reason, "observed-on=YYYY-MM-DD");
      if (cells.text("numero") === undefined) cells.refuse("numero", "missing");
      const place = placeOf(cells.text("code_postal"), context);
      const found = locate(streets, place.districtCode);
      const record = {
        ...readRecord(cells, place, "point" in found ? found : undefined),
        observedOn: observed.ok ? observed.value : undefined,
      };
      const reading = concludeRow(row, cells.problems, cameraRecordSchema, record, columnOf);
      if (reading.kind === "records") counts.set(found.how, (counts.get(found.how) ?? 0) + 1);
      return reading;
    },
    tallies: () => Object.fromEntries(counts),
  };
}

type Place = { districtCode: string | undefined; arrondissement: number | undefined };

function readRecord(cells: RowCells, place: Place, located: Located | undefined) {
  const written = cells.text("numero");
  const reference = written === undefined ? undefined : withoutPadding(written);
  return {
    reference,
    status: "in-service",
    setting: "public-highway",
    label: cells.text("implantation"),
    districtCode: place.districtCode,
    longitude: located?.point.longitude,
    latitude: located?.point.latitude,
    positionMethod: located?.method,
    commissionedOn: cells.date("date_de_mise_en_service"),
    controller: "Préfecture de police",
    attributes: keep({
      number_as_written: reference === written ? undefined : written,
      arrondissement: place.districtCode === undefined ? place.arrondissement : undefined,
    }),
  } satisfies { [Field in keyof CameraRecord]?: unknown };
}

/** One of the two published lists pads its numbers with zeros: 01058 is 1058. */
function withoutPadding(number: string): string {
  return number.replace(/^0+(?=\d)/, "");
}

function keep(said: Readonly<Record<string, string | number | undefined>>) {
  const attributes: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(said))
    if (value !== undefined) attributes[name] = value;
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

/** 75001 to 75020; 75116 is the other postcode of the sixteenth. */
function arrondissementOf(postcode: string | undefined): number | undefined {
  const digits = /^75[01](\d{2})(?:\.0)?$/.exec(postcode ?? "")?.[1];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= 20 ? number : undefined;
}

/** An arrondissement among the city's districts, by its official code (75101), its postcode (75001) or its number. */
function placeOf(postcode: string | undefined, context: ImportContext): Place {
  const arrondissement = arrondissementOf(postcode);
  if (arrondissement === undefined) return { districtCode: undefined, arrondissement };
  const codes = [75100 + arrondissement, 75000 + arrondissement, arrondissement].map(String);
  const known = context.knownDistricts.find(({ code }) =>
    codes.some((wanted) => isSameCode(code, wanted)),
  );
  return { districtCode: known?.code, arrondissement };
}

type Located = { how: string; method: "crossing" | "street"; point: CrossingPoint };

/** `how` is counted: what located each camera, or what kept it from being located. */
function locator(context: ImportContext) {
  const table = context.tables.crossings;
  if (!table) return (): Located | { how: string } => ({ how: "not-located-no-crossings-table" });
  const crossings = readStreetCrossings(table);
  return (streets: readonly string[], district: string | undefined): Located | { how: string } => {
    const isNear = ({ longitude, latitude }: CrossingPoint) =>
      district !== undefined && context.districtAt(longitude, latitude) === district;
    const found = locateByStreets(streets, crossings, isNear);
    if (found.kind === "not-located") {
      const { reason } = found;
      return { how: reason === "ambiguous-crossing" ? reason : `not-located-${reason}` };
    }
    const { method, point } = found;
    const placed = context.place(point.longitude, point.latitude);
    if (placed.kind !== "inside") return { how: "not-located-outside-city" };
    return { how: `located-by-${method}`, method, point };
  };
}
