import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import type {
  ColumnDescription,
  ImportContext,
  Importer,
  ImportReading,
} from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { readPosition } from "#domain/importing/read-position.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";

const columns: readonly ColumnDescription[] = [
  {
    name: "id",
    required: true,
    type: "string",
    description: { fr: "Numéro du radar", en: "Number of the device" },
  },
  {
    name: "latitude",
    aliases: ["lat"],
    required: true,
    type: "number",
    unit: "°",
    description: { fr: "Latitude (WGS 84)", en: "Latitude (WGS 84)" },
  },
  {
    name: "longitude",
    aliases: ["lon", "lng"],
    required: true,
    type: "number",
    unit: "°",
    description: { fr: "Longitude (WGS 84)", en: "Longitude (WGS 84)" },
  },
  {
    name: "type",
    type: "string",
    description: {
      fr: "Nature : radar fixe, feu rouge, passage à niveau, vitesse moyenne, itinéraire…",
      en: "Kind: fixed, red light, level crossing, average speed, itinerary…",
    },
  },
  {
    name: "equipement",
    type: "string",
    description: { fr: "Fabricant de l’appareil", en: "Maker of the device" },
  },
  {
    name: "date_installation",
    type: "date",
    description: { fr: "Date d’installation", en: "Installation date" },
  },
  {
    name: "date_heure_dernier_changement",
    type: "date",
    description: { fr: "Dernier changement de la fiche", en: "Last change of the record" },
  },
  {
    name: "emplacement",
    type: "string",
    description: { fr: "Commune, en majuscules", en: "Municipality, in capitals" },
  },
  {
    name: "route",
    type: "string",
    description: { fr: "Route, quand elle est dite", en: "Road, where stated" },
  },
  {
    name: "direction",
    type: "string",
    description: { fr: "Sens de circulation contrôlé", en: "Direction of traffic controlled" },
  },
  {
    name: "longueur_troncon_km",
    type: "number",
    unit: "km",
    description: {
      fr: "Longueur du tronçon (vitesse moyenne, itinéraire)",
      en: "Length of the section (average speed, itinerary)",
    },
  },
  {
    name: "vitesse_vehicules_legers_kmh",
    type: "integer",
    unit: "km/h",
    description: { fr: "Vitesse limite des véhicules légers", en: "Speed limit of light vehicles" },
  },
  {
    name: "vitesse_poids_lourds_kmh",
    type: "integer",
    unit: "km/h",
    description: { fr: "Vitesse limite des poids lourds", en: "Speed limit of heavy vehicles" },
  },
];

/** The State's automatic traffic-enforcement cameras, all of France in one file: each city reads its own. */
export const franceRadarsImporter: Importer<"camera"> = {
  id: "france-radars",
  label: { fr: "Radars automatiques de France", en: "Enforcement cameras of France" },
  produces: "camera",
  accepts: ["table"],
  columns,
  source: {
    title: "Radars automatiques (2018)",
    publisher: "Ministère de l’Intérieur, Sécurité routière",
    url: "https://github.com/Titouanos/radars_BDD",
    licence: "Licence Ouverte / Open Licence",
    licenceUrl: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    attribution: "Ministère de l’Intérieur, Sécurité routière : radars automatiques",
    verification: "secondary",
  },
  coverage: "partial",
  begin,
};

const columnOf = {
  reference: "id",
  installedOn: "date_installation",
  observedOn: "date_heure_dernier_changement",
};

function begin(context: ImportContext): ImportReading<"camera"> {
  return {
    read: (row) => {
      const cells = rowCells(row);
      const columns = { x: "longitude", y: "latitude", outside: "left-out" } as const;
      const found = readPosition(row, cells, context, columns);
      if ("reading" in found) return found.reading;
      // A signposted stretch of road with decoys: its point is not a camera's.
      if (foldHeader(cells.text("type") ?? "") === "itineraire")
        return { kind: "left-out", reason: "itinerary-not-camera" };
      if (!found.position && cells.problems.length === 0)
        return { kind: "left-out", reason: "no-position" };
      const record = readRecord(cells, found.position, context);
      return concludeRow(row, cells.problems, cameraRecordSchema, record, columnOf);
    },
  };
}

function readRecord(
  cells: RowCells,
  position: { longitude: number; latitude: number } | undefined,
  context: ImportContext,
) {
  const place = [cells.text("route"), cells.text("emplacement"), cells.text("direction")];
  return {
    reference: cells.text("id"),
    status: "in-service",
    type: "enforcement",
    setting: "public-highway",
    label: place.filter((part) => part !== undefined).join(", ") || undefined,
    districtCode: position && context.districtAt(position.longitude, position.latitude),
    longitude: position?.longitude,
    latitude: position?.latitude,
    positionMethod: position && "published",
    installedOn: cells.date("date_installation"),
    operator: "État",
    purposes: ["traffic-offences"],
    attributes: readAttributes(cells),
    observedOn: cells.day("date_heure_dernier_changement"),
  } satisfies { [Field in keyof CameraRecord]?: unknown };
}

/** What the registry has no field for. Speeds in km/h, lengths in km. */
function readAttributes(cells: RowCells): CameraRecord["attributes"] {
  const said = {
    device: cells.text("type"),
    maker: cells.text("equipement"),
    speed_limit_kmh: cells.integer("vitesse_vehicules_legers_kmh"),
    speed_limit_heavy_kmh: cells.integer("vitesse_poids_lourds_kmh"),
    section_length_km: cells.number("longueur_troncon_km"),
  };
  const attributes: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(said)) {
    if (value !== undefined) attributes[name] = value;
  }
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}
