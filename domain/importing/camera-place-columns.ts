import {
  cameraMounts,
  cameraSettings,
  cameraStatuses,
  cameraTypes,
  positionMethods,
  publicationPrecisions,
} from "#domain/camera/camera-vocabulary.ts";
import type { ColumnDescription } from "./importer.ts";

/** What a camera is and where it stands: first half of the inventory's columns. */
export const cameraPlaceColumns: readonly ColumnDescription[] = [
  {
    name: "reference",
    aliases: [
      "numéro",
      "n°",
      "n° caméra",
      "numéro caméra",
      "ref",
      "référence",
      "id",
      "identifiant",
      "camera_id",
      "code",
    ],
    required: true,
    type: "string",
    description: {
      fr: "Numéro public et stable de la caméra ; sans « / », « ? », « # » ni « \\ », 100 caractères au plus",
      en: "Public, stable number of the camera; without “/”, “?”, “#” or “\\”, at most 100 characters",
    },
  },
  {
    name: "status",
    aliases: ["statut", "état", "etat", "state"],
    type: "enum",
    values: cameraStatuses,
    description: {
      fr: "État de la caméra dans sa vie ; vide quand il n’est pas dit",
      en: "State of the camera in its life; empty when not said",
    },
  },
  {
    name: "type",
    aliases: ["type de caméra", "camera_type", "modèle de caméra"],
    type: "enum",
    values: cameraTypes,
    description: { fr: "Type de caméra", en: "Type of camera" },
  },
  {
    name: "setting",
    aliases: ["lieu filmé", "cadre", "type de lieu", "zone filmée", "type_lieu"],
    type: "enum",
    values: cameraSettings,
    description: {
      fr: "Ce que la caméra regarde : voie publique, bâtiment municipal…",
      en: "What the camera looks at: public highway, municipal building…",
    },
  },
  {
    name: "mount",
    aliases: ["support", "fixation"],
    type: "enum",
    values: cameraMounts,
    description: { fr: "Ce qui porte la caméra", en: "What carries the camera" },
  },
  {
    name: "label",
    aliases: ["libellé", "nom", "emplacement", "lieu", "localisation", "name", "location", "site"],
    type: "string",
    description: { fr: "Lieu en toutes lettres", en: "Place in words" },
  },
  {
    name: "address",
    aliases: ["adresse", "voie", "rue", "adresse postale", "street"],
    type: "string",
    description: { fr: "Adresse", en: "Address" },
  },
  {
    name: "district",
    aliases: [
      "quartier",
      "code quartier",
      "code_quartier",
      "district_code",
      "ward",
      "arrondissement",
      "secteur",
    ],
    type: "string",
    description: {
      fr: "Code ou nom d’un quartier connu ; calculé d’après la position quand il est vide",
      en: "Code or name of a known district; computed from the position when empty",
    },
  },
  {
    name: "longitude",
    aliases: ["lon", "lng", "long", "x", "coord_x", "x_l93", "easting"],
    type: "number",
    unit: "degree",
    description: {
      fr: "Longitude en degrés (WGS 84), ou X en mètres (Lambert-93)",
      en: "Longitude in degrees (WGS 84), or X in metres (Lambert-93)",
    },
  },
  {
    name: "latitude",
    aliases: ["lat", "y", "coord_y", "y_l93", "northing"],
    type: "number",
    unit: "degree",
    description: {
      fr: "Latitude en degrés (WGS 84), ou Y en mètres (Lambert-93)",
      en: "Latitude in degrees (WGS 84), or Y in metres (Lambert-93)",
    },
  },
  {
    name: "position_method",
    aliases: ["méthode de localisation", "origine de la position", "mode de localisation"],
    type: "enum",
    values: positionMethods,
    description: {
      fr: "Comment la position a été obtenue ; « published » quand rien n’est dit",
      en: "How the position was obtained; “published” when nothing is said",
    },
  },
  {
    name: "published_precision",
    aliases: ["précision publiée", "précision de publication"],
    type: "enum",
    values: publicationPrecisions,
    description: {
      fr: "Précision à laquelle la position est publiée ; « exact » quand rien n’est dit",
      en: "How precisely the position is published; “exact” when nothing is said",
    },
  },
  {
    name: "precision_reason",
    aliases: ["motif de la précision", "motif précision"],
    type: "string",
    description: {
      fr: "Pourquoi la position n’est pas publiée exactement ; obligatoire dans ce cas",
      en: "Why the position is not published exactly; required in that case",
    },
  },
  {
    name: "precision_decided_on",
    aliases: ["date de décision de précision"],
    type: "date",
    description: {
      fr: "Jour de cette décision (AAAA-MM-JJ ou JJ/MM/AAAA)",
      en: "Day of that decision (YYYY-MM-DD or DD/MM/YYYY)",
    },
  },
  {
    name: "directions",
    aliases: ["direction", "orientation", "azimut", "azimuth"],
    type: "list",
    unit: "degree",
    description: {
      fr: "Directions de chaque tête, en degrés depuis le nord dans le sens horaire : « 45;90-135 »",
      en: "Directions of each head, in degrees clockwise from north: “45;90-135”",
    },
  },
  {
    name: "camera_count",
    aliases: ["nombre de caméras", "nb_cameras", "nb caméras", "cameras", "caméras"],
    type: "integer",
    unit: "cameras",
    description: {
      fr: "Nombre de caméras à cet endroit, quand la ligne décrit un site",
      en: "Number of cameras here, when the row describes a site",
    },
  },
];
