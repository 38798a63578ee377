import { districtKinds } from "#domain/territory/territory-records.ts";
import type { Dataset } from "../dataset.ts";
import { column, sourceColumn } from "./columns.ts";

const outline = (fr: string, en: string, required: boolean) =>
  column("geometry", "geometry", [fr, en], { required });
const area = column(
  "area_m2",
  "number",
  ["Surface, calculée sur la sphère", "Area, computed on the sphere"],
  { unit: "m²" },
);

export const districtsDataset: Dataset = {
  id: "districts",
  title: { fr: "Quartiers", en: "Districts" },
  description: {
    fr: "Découpage de la ville auquel les caméras et les statistiques se rattachent, avec les contours quand ils sont publiés.",
    en: "Division of the city that cameras and statistics belong to, with outlines where they are published.",
  },
  key: ["code"],
  columns: [
    column("code", "string", ["Code du quartier", "Code of the district"], { required: true }),
    column("name", "string", ["Nom du quartier", "Name of the district"], { required: true }),
    column("kind", "enum", ["Nature du découpage", "Kind of division"], {
      required: true,
      isFilter: true,
      values: districtKinds,
    }),
    area,
    outline("Contour en GeoJSON (WGS 84)", "Outline as GeoJSON (WGS 84)", false),
    sourceColumn,
  ],
  place: "area",
  preset: "districts",
};

export const boundaryDataset: Dataset = {
  id: "boundary",
  title: { fr: "Contour de la ville", en: "Outline of the city" },
  description: {
    fr: "Le contour dans lequel les positions sont lues.",
    en: "The outline that positions are read within.",
  },
  key: ["source"],
  columns: [
    area,
    outline("Contour en GeoJSON (WGS 84)", "Outline as GeoJSON (WGS 84)", true),
    sourceColumn,
  ],
  place: "area",
  preset: "boundary",
};

export const populationDataset: Dataset = {
  id: "population",
  title: { fr: "Population", en: "Population" },
  description: {
    fr: "Habitants de la ville et de ses quartiers, par année, avec la population dont il s’agit.",
    en: "Inhabitants of the city and its districts, by year, with which population it is.",
  },
  key: ["district_code", "year"],
  columns: [
    column("district_code", "string", [
      "Code du quartier ; vide pour la ville entière",
      "Code of the district; empty for the whole city",
    ]),
    column("year", "integer", ["Année de référence", "Reference year"], {
      required: true,
      unit: "year",
    }),
    column("inhabitants", "integer", ["Nombre d’habitants", "Number of inhabitants"], {
      required: true,
      unit: "inhabitant",
    }),
    column(
      "definition",
      "string",
      [
        "De quelle population il s’agit : municipale (INSEE), estimation…",
        "Which population it is: municipal (INSEE), estimate…",
      ],
      { required: true },
    ),
    sourceColumn,
  ],
  preset: "population",
};
