import { camerasImporter } from "#domain/importing/importers/cameras.ts";
import type { Dataset } from "../dataset.ts";
import { publishedColumns, sourceColumn } from "./columns.ts";

const columns = publishedColumns(camerasImporter.columns, {
  reference: {
    description: {
      fr: "Numéro public et stable de la caméra",
      en: "Public, stable number of the camera",
    },
  },
  status: {
    required: true,
    description: { fr: "État de la caméra dans sa vie", en: "State of the camera in its life" },
  },
  type: { required: true },
  setting: { required: true },
  mount: { required: true },
  district: {
    isFilter: true,
    description: {
      fr: "Code du quartier ; vide quand la ville ne publie pas même le quartier",
      en: "Code of the district; empty where the city does not publish even the district",
    },
  },
  longitude: {
    description: {
      fr: "Longitude publiée (WGS 84), à la précision que dit « published_precision »",
      en: "Published longitude (WGS 84), as precise as “published_precision” says",
    },
  },
  latitude: {
    description: {
      fr: "Latitude publiée (WGS 84), à la précision que dit « published_precision »",
      en: "Published latitude (WGS 84), as precise as “published_precision” says",
    },
  },
  position_method: {
    description: { fr: "Comment la position a été obtenue", en: "How the position was obtained" },
  },
  published_precision: {
    required: true,
    description: {
      fr: "Précision à laquelle la ville publie la position : exacte ; à la rue (maille de 0,001°) ; au quartier (sans point) ; masquée",
      en: "How precisely the city publishes the position: exact; street (grid of 0.001°); district (no point); hidden",
    },
  },
  precision_reason: {
    description: {
      fr: "Pourquoi la position n’est pas publiée exactement",
      en: "Why the position is not published exactly",
    },
  },
  directions: {
    description: {
      fr: "Directions publiées de chaque tête, en degrés depuis le nord dans le sens horaire : « 45 », « 90-135 », « 90-135 (dome) »",
      en: "Published directions of each head, in degrees clockwise from north: “45”, “90-135”, “90-135 (dome)”",
    },
  },
  camera_count: { required: true },
  operator: { isFilter: true },
  purposes: {
    isFilter: true,
    required: true,
    description: {
      fr: "Finalités légales (CSI L251-2)",
      en: "Legal purposes (CSI L251-2)",
    },
  },
  authorisations: {
    required: true,
    description: {
      fr: "Références des autorisations préfectorales",
      en: "References of the authorisations",
    },
  },
  // The day of an assertion: a camera's own state rests on several.
  observed_on: "left-out",
});

export const camerasDataset: Dataset = {
  id: "cameras",
  title: { fr: "Caméras", en: "Cameras" },
  description: {
    fr: "Chaque caméra ou site de caméras du registre : état, lieu, dates, exploitant, finalités et autorisations.",
    en: "Each camera or camera site of the register: state, place, dates, operator, purposes and authorisations.",
  },
  key: ["reference"],
  columns: [...columns, sourceColumn],
  place: "point",
  preset: "cameras",
};
