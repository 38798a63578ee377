import { z } from "zod";
import type { Dataset } from "../dataset.ts";
import type { ApiParameter } from "./parameter.ts";

export type ApiForm = "json" | "geojson" | "jsonld";

export const mostRows = 1_000;

export const limitParameter: ApiParameter = {
  name: "limit",
  style: "once",
  schema: z.int().min(0).max(mostRows).default(50),
  description: {
    fr: "Nombre de lignes par page ; 0 : seulement combien il y en a",
    en: "Rows per page; 0: only how many there are",
  },
};

export const cursorParameter: ApiParameter = {
  name: "cursor",
  style: "once",
  schema: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,2000}$/, { error: "not a cursor of this API" })
    .optional(),
  description: {
    fr: "Page suivante, telle que « next » la donne ; elle reste dans la version où la première a été lue",
    en: "The next page, as “next” gives it; it stays in the release that the first was read from",
  },
};

export const releaseParameter: ApiParameter = {
  name: "release",
  style: "once",
  schema: z.int().min(1).max(2_147_483_647).optional(),
  description: {
    fr: "Numéro de la version à lire ; à défaut, la dernière",
    en: "Number of the release to read; failing that, the latest",
  },
};

export const boxParameter: ApiParameter = {
  name: "bbox",
  style: "listed",
  schema: z
    .array(z.number().min(-180).max(180))
    .length(4)
    .refine(
      ([west = 0, south = 0, east = 0, north = 0]) =>
        west <= east && south <= north && south >= -90 && north <= 90,
      { error: "bbox is west,south,east,north in degrees (WGS 84), west ≤ east and south ≤ north" },
    )
    .optional(),
  description: {
    fr: "Ouest, sud, est, nord en degrés (WGS 84) : ce qui s’y trouve. Une caméra sans position publiée n’est dans aucun cadre",
    en: "West, south, east, north in degrees (WGS 84): what is there. A camera without a published position is in no box",
  },
  example: [2.2, 48.8, 2.5, 48.95],
};

export function fieldsParameter(dataset: Dataset): ApiParameter {
  const names = dataset.columns.map(({ name }) => name) as [string];
  return {
    name: "fields",
    style: "listed",
    schema: z.array(z.enum(names)).min(1).max(names.length).optional(),
    description: {
      fr: "Colonnes à rendre, séparées par des virgules ; à défaut, toutes",
      en: "Columns to answer with, after commas; failing that, all",
    },
  };
}

export function formatParameter(forms: readonly ApiForm[]): ApiParameter {
  return {
    name: "format",
    style: "once",
    schema: z.enum(forms as [ApiForm]).optional(),
    description: {
      fr: "Format ; l’emporte sur l’en-tête Accept",
      en: "Format; wins over the header Accept",
    },
  };
}

const mostValues = 60;
const text = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\0]*$/, { error: "holds a null character" });

/** One parameter for each column that the dataset lets rows be kept by. */
export function filterParameters(dataset: Dataset): ApiParameter[] {
  return dataset.columns
    .filter(({ isFilter }) => isFilter)
    .map(({ name, values, description }) => ({
      name,
      style: "repeated",
      schema: z
        .array(values ? z.enum(values as [string]) : text)
        .max(mostValues)
        .optional(),
      description,
    }));
}
