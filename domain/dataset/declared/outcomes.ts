import { cellStates } from "#domain/disclosure/cell-state.ts";
import { outcomeTables } from "#domain/disclosure/outcome-family.ts";
import { outcomeFunnels } from "#domain/outcome/outcome-statistic.ts";
import type { Dataset } from "../dataset.ts";
import { column } from "./columns.ts";

const alwaysThere = { required: true };

/** After disclosure control: the counts that everybody may read, and nothing of those that they protect. */
export const outcomesDataset: Dataset = {
  id: "outcomes",
  title: { fr: "Usage des images : statistiques", en: "Use of footage: statistics" },
  description: {
    fr: "Ce à quoi les images ont servi, après protection des petits nombres. Les tableaux se recoupent : on n’additionne jamais deux tableaux différents.",
    en: "What footage was used for, after the protection of small counts. Tables overlap: rows of different tables are never added.",
  },
  key: ["table", "definition_code", "scope", "area_kind", "area", "period", "category", "result"],
  columns: [
    column(
      "table",
      "enum",
      ["Tableau dont la ligne fait partie", "Table that the row belongs to"],
      { required: true, isFilter: true, values: outcomeTables },
    ),
    column("definition_code", "string", ["Code de la définition", "Code of the definition"], {
      required: true,
      isFilter: true,
    }),
    column(
      "funnel",
      "enum",
      [
        "Relecture, direct, verbalisation, droits, faits constatés, disponibilité",
        "Review, live, fines, rights, recorded offences, investigations, availability",
      ],
      { required: true, isFilter: true, values: outcomeFunnels },
    ),
    column("stage", "string", ["Étape comptée", "Stage counted"], {
      required: true,
      isFilter: true,
    }),
    column("unit", "string", ["Unité de compte", "Counting unit"], alwaysThere),
    column(
      "definition",
      "string",
      ["Définition, dans les mots du producteur", "Definition, in the producer’s words"],
      alwaysThere,
    ),
    column("scope", "string", ["Ce qui est couvert", "What is covered"], alwaysThere),
    column(
      "area_kind",
      "enum",
      [
        "Ville ; tous les quartiers ensemble ; quartier ; hors de tout quartier ; caméra",
        "City; all districts together; district; in no district; camera",
      ],
      {
        required: true,
        isFilter: true,
        values: ["city", "districts", "district", "elsewhere", "camera"],
      },
    ),
    column(
      "area",
      "string",
      ["Code du quartier ou numéro de la caméra", "Code of the district or number of the camera"],
      { isFilter: true },
    ),
    column("year", "integer", ["Année", "Year"], { required: true, isFilter: true, unit: "year" }),
    column(
      "period",
      "string",
      ["Période : 2022, 2022-Q3 ou 2022-07", "Period: 2022, 2022-Q3 or 2022-07"],
      alwaysThere,
    ),
    column(
      "category",
      "string",
      [
        "Catégorie ; vide : toutes ; * : ce que la source ne ventile pas",
        "Category; empty: all; *: what the source does not break down",
      ],
      { isFilter: true },
    ),
    column(
      "result",
      "string",
      [
        "Résultat ; vide : tous ; * : ce que la source ne ventile pas",
        "Result; empty: all; *: what the source does not break down",
      ],
      { isFilter: true },
    ),
    column(
      "state",
      "enum",
      [
        "Publié ; zéro ; retenu (protégé : ni zéro, ni forcément petit) ; non disponible",
        "Published; zero; withheld (protected: neither zero nor necessarily small); not available",
      ],
      { required: true, isFilter: true, values: cellStates },
    ),
    column(
      "value",
      "integer",
      [
        "Nombre ; vide quand l’état n’est pas un nombre, et pour les faits d’une caméra, donnés par tranche",
        "Count; empty where the state is no count, and for the events of a camera, given as a band",
      ],
      { unit: "unit" },
    ),
    column(
      "band_from",
      "integer",
      ["Pour une caméra : début de la tranche", "For a camera: start of the band"],
      { unit: "unit" },
    ),
    column(
      "band_to",
      "integer",
      [
        "Pour une caméra : fin de la tranche ; vide pour la dernière, sans fin",
        "For a camera: end of the band; empty for the last, which has none",
      ],
      { unit: "unit" },
    ),
    column(
      "sources",
      "list",
      [
        "Documents dont le nombre est tiré : leurs clés dans le jeu « sources »",
        "Documents that the count is taken from: their keys in the dataset “sources”",
      ],
      alwaysThere,
    ),
  ],
};
