import type { ColumnDescription } from "./importer.ts";

/** The tags of OpenStreetMap that the preset reads; their meaning is the wiki's. */
export const osmColumns: readonly ColumnDescription[] = [
  {
    name: "id",
    aliases: ["@id", "osm_id"],
    type: "string",
    description: {
      fr: "Numéro de l’objet (« 123 » ou « node/123 »)",
      en: "Number of the object (“123” or “node/123”)",
    },
  },
  {
    name: "osm_type",
    aliases: ["@type", "type"],
    type: "enum",
    values: ["node", "way", "relation"],
    description: { fr: "Nature de l’objet", en: "Kind of object" },
  },
  {
    name: "lon",
    aliases: ["longitude", "lng"],
    type: "number",
    unit: "degree",
    description: { fr: "Longitude, sans géométrie", en: "Longitude, without a geometry" },
  },
  {
    name: "lat",
    aliases: ["latitude"],
    type: "number",
    unit: "degree",
    description: { fr: "Latitude, sans géométrie", en: "Latitude, without a geometry" },
  },
  tag("man_made", "« surveillance »", "“surveillance”"),
  tag(
    "surveillance:type",
    "Caméra, lecture de plaques ou gardien",
    "Camera, plate reader or guard",
  ),
  tag("surveillance", "Ce qui est surveillé", "What is watched"),
  tag("surveillance:zone", "Zone surveillée", "Zone watched"),
  tag("camera:type", "Fixe, dôme ou orientable", "Fixed, dome or panning"),
  tag("camera:mount", "Support", "Mount"),
  tag("camera:direction", "Directions, en degrés depuis le nord", "Directions, degrees from north"),
  tag("direction", "Directions, à défaut", "Directions, failing that"),
  tag("operator", "Exploitant", "Operator"),
  tag("start_date", "Date d’installation", "Installation date"),
  tag("survey:date", "Date du relevé", "Day of the survey"),
  tag("check_date", "Date de la dernière vérification", "Day of the last check"),
  tag("name", "Nom du lieu", "Name of the place"),
];

function tag(name: string, fr: string, en: string): ColumnDescription {
  return { name, type: "string", description: { fr, en } };
}
