import {
  outcomeAreaKinds,
  outcomeFunnels,
  outcomeStates,
} from "#domain/outcome/outcome-statistic.ts";
import type { ColumnDescription } from "./importer.ts";

/** The columns of a table of outcomes, as published in the schema. */
export const outcomeColumns: readonly ColumnDescription[] = [
  {
    name: "definition_code",
    aliases: ["code", "code de définition"],
    required: true,
    type: "string",
    description: {
      fr: "Code de la définition, en minuscules et tirets",
      en: "Code of the definition, small letters and hyphens",
    },
  },
  {
    name: "funnel",
    aliases: ["entonnoir"],
    required: true,
    type: "enum",
    values: outcomeFunnels,
    description: {
      fr: "Relecture, direct, verbalisation, droits, faits constatés, enquêtes, disponibilité",
      en: "Review, live, fines, rights, recorded offences, investigations, availability",
    },
  },
  {
    name: "stage",
    aliases: ["étape"],
    required: true,
    type: "string",
    description: {
      fr: "Étape comptée (requested, available… ; hours-watched : heures devant un opérateur)",
      en: "Stage counted (requested, available…; hours-watched: hours before an operator)",
    },
  },
  {
    name: "unit",
    aliases: ["unité"],
    required: true,
    type: "string",
    description: { fr: "Unité de compte", en: "Counting unit" },
  },
  {
    name: "definition",
    aliases: ["définition"],
    required: true,
    type: "string",
    description: {
      fr: "Définition, dans les mots du producteur",
      en: "Definition, in the producer’s words",
    },
  },
  {
    name: "scope",
    aliases: ["périmètre"],
    required: true,
    type: "string",
    description: { fr: "Ce qui est couvert", en: "What is covered" },
  },
  {
    name: "area_kind",
    aliases: ["maille"],
    type: "enum",
    values: outcomeAreaKinds,
    description: {
      fr: "Ville, quartier, zone de caméra ou caméra",
      en: "City, district, camera area or camera",
    },
  },
  {
    name: "area",
    aliases: ["code de zone", "quartier", "zone", "area_code"],
    type: "string",
    description: {
      fr: "Code du quartier, ou référence de la caméra",
      en: "Code of the district, or reference of the camera",
    },
  },
  {
    name: "year",
    aliases: ["année"],
    type: "integer",
    description: { fr: "Année", en: "Year" },
  },
  {
    name: "month",
    aliases: ["mois", "période"],
    type: "date",
    description: {
      fr: "Mois : 2024-05, ou 5 à côté d’une année",
      en: "Month: 2024-05, or 5 beside a year",
    },
  },
  {
    name: "period_from",
    aliases: ["du"],
    type: "date",
    description: { fr: "Premier jour", en: "First day" },
  },
  {
    name: "period_to",
    aliases: ["au"],
    type: "date",
    description: { fr: "Dernier jour", en: "Last day" },
  },
  {
    name: "category",
    aliases: ["catégorie"],
    type: "string",
    description: { fr: "Catégorie de faits", en: "Category" },
  },
  {
    name: "result",
    aliases: ["résultat"],
    type: "string",
    description: { fr: "Résultat", en: "Result" },
  },
  {
    name: "state",
    aliases: ["état"],
    type: "enum",
    values: outcomeStates,
    description: { fr: "Pourquoi un nombre est là ou non", en: "Why a count is there or not" },
  },
  {
    name: "value",
    aliases: ["valeur", "nombre"],
    type: "integer",
    description: {
      fr: "Nombre, dans l’unité de compte",
      en: "Number, in the counting unit",
    },
  },
];
