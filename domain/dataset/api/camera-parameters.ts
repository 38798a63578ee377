import { z } from "zod";
import { facetVocabularies } from "../camera-filter.ts";
import type { ApiParameter } from "./parameter.ts";

/** Facets that can be counted beside the rows. */
export const countableFacets = [
  "district",
  "operator",
  "purpose",
  "type",
  "status",
  "authorisation",
  "cost",
  "outcome",
  "year",
] as const;

const mostValues = 60;
const year = z.int().min(1900).max(2099).optional();

function names(name: string, fr: string, en: string): ApiParameter {
  const schema = z.array(z.string().min(1).max(200)).max(mostValues).optional();
  return { name, style: "repeated", schema, description: { fr, en } };
}

function choices(name: keyof typeof facetVocabularies, fr: string, en: string): ApiParameter {
  const values = facetVocabularies[name] as readonly string[] as [string];
  const schema = z.array(z.enum(values)).max(mostValues).optional();
  return { name, style: "repeated", schema, description: { fr, en } };
}

/** The filter of the map and its list, as they write it in their address. */
export const cameraParameters: readonly ApiParameter[] = [
  names("district", "Code du quartier", "Code of the district"),
  names("operator", "Exploitant", "Operator"),
  choices("purpose", "Finalité légale (CSI L251-2)", "Legal purpose (CSI L251-2)"),
  choices("type", "Type de caméra", "Type of camera"),
  choices("status", "État de la caméra", "State of the camera"),
  choices(
    "authorisation",
    "Situation de l’autorisation, lue à la date du jour",
    "State of the authorisation, read on today’s date",
  ),
  choices("cost", "Tranche de coût annuel de fonctionnement", "Band of yearly running cost"),
  choices("outcome", "Tranche de demandes d’images par an", "Band of yearly requests for footage"),
  {
    name: "from",
    style: "once",
    schema: year,
    description: { fr: "Installée cette année ou après", en: "Installed in that year or later" },
  },
  {
    name: "to",
    style: "once",
    schema: year,
    description: { fr: "Installée cette année ou avant", en: "Installed in that year or before" },
  },
  {
    name: "q",
    style: "once",
    schema: z.string().max(100).optional(),
    description: {
      fr: "Mots du numéro, du lieu ou de l’adresse, sans égard aux accents",
      en: "Words of the number, place or address, whatever their accents",
    },
  },
  {
    name: "facets",
    style: "listed",
    schema: z.array(z.enum(countableFacets)).max(countableFacets.length).default([]),
    description: {
      fr: "Facettes à compter sur toutes les caméras retenues",
      en: "Facets to count over every camera kept",
    },
  },
  {
    name: "grid",
    style: "once",
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}x[1-9]\d{0,2}$/, {
        error: "grid is columns x rows, for instance 24x16",
      })
      .refine(
        (text) => text.split("x").reduce((cells, side) => cells * Number(side), 1) <= 10_000,
        {
          error: "a grid has at most 10,000 cells",
        },
      )
      .optional(),
    description: {
      fr: "Colonnes × lignes : compte les caméras par maille du cadre (24x16)",
      en: "Columns × rows: counts the cameras of each cell of the box (24x16)",
    },
    example: "24x16",
  },
];
