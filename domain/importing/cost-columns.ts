import {
  costBases,
  costFamilies,
  costKinds,
  costStatuses,
  costTargets,
} from "#domain/cost/cost-line.ts";
import type { ColumnDescription } from "./importer.ts";
import { lineDetailColumns } from "./line-detail-columns.ts";

/** The columns of a ledger, as published in the schema. */
export const costColumns: readonly ColumnDescription[] = [
  {
    name: "reference",
    aliases: ["référence", "numéro", "id"],
    required: true,
    type: "string",
    description: { fr: "Référence stable de la ligne", en: "Stable reference of the line" },
  },
  {
    name: "label",
    aliases: ["libellé", "objet", "intitulé"],
    required: true,
    type: "string",
    description: { fr: "Libellé", en: "Label" },
  },
  {
    name: "kind",
    aliases: ["nature", "type"],
    required: true,
    type: "enum",
    values: costKinds,
    description: {
      fr: "Investissement, fonctionnement, subvention ou recette",
      en: "Capital, operating, grant or receipt",
    },
  },
  {
    name: "family",
    aliases: ["famille", "poste"],
    type: "enum",
    values: costFamilies,
    description: { fr: "Famille de dépense", en: "Family of cost" },
  },
  {
    name: "account",
    aliases: ["compte", "compte M57"],
    type: "string",
    description: { fr: "Compte du plan comptable", en: "Account of the public chart" },
  },
  {
    name: "year",
    aliases: ["exercice", "année"],
    type: "string",
    description: {
      fr: "Exercice, quand la ligne n’a pas de dates : 2024, ou 2023/24 là où il court sur deux années",
      en: "Accounting year, where the line has no dates: 2024, or 2023/24 where it spans two years",
    },
  },
  {
    name: "period_from",
    aliases: ["date", "date de mandat", "du"],
    type: "date",
    description: { fr: "Premier jour, ou seule date", en: "First day, or only date" },
  },
  {
    name: "period_to",
    aliases: ["au"],
    type: "date",
    description: { fr: "Dernier jour", en: "Last day" },
  },
  {
    name: "amount",
    aliases: ["montant", "montant ht", "ht"],
    type: "money",
    unit: "currency",
    description: { fr: "Montant ; un avoir est négatif", en: "Amount; a credit note is negative" },
  },
  {
    name: "amount_with_vat",
    aliases: ["montant ttc", "ttc", "amount including vat"],
    type: "money",
    unit: "currency",
    description: {
      fr: "Montant TTC, quand la table n’a pas de montant HT",
      en: "Amount including VAT, where the table has no amount without it",
    },
  },
  {
    name: "vat",
    aliases: ["tva", "montant tva"],
    type: "money",
    unit: "currency",
    description: { fr: "TVA", en: "VAT" },
  },
  {
    name: "vat_included",
    aliases: ["tva comprise", "tva incluse"],
    type: "boolean",
    description: { fr: "Le montant comprend-il la TVA", en: "Whether the amount includes VAT" },
  },
  {
    name: "currency",
    aliases: ["devise"],
    type: "string",
    description: {
      fr: "Devise ; à défaut, celle de la ville",
      en: "Currency; failing that, the city’s",
    },
  },
  {
    name: "status",
    aliases: ["statut"],
    type: "enum",
    values: costStatuses,
    description: { fr: "Pourquoi un montant est là ou non", en: "Why an amount is there or not" },
  },
  {
    name: "basis",
    aliases: ["base"],
    type: "enum",
    values: costBases,
    description: {
      fr: "Réalisé, engagé, prévu ou estimé",
      en: "Actual, committed, planned or estimated",
    },
  },
  {
    name: "target_kind",
    aliases: ["rattachement"],
    type: "enum",
    values: costTargets,
    description: { fr: "À quoi la ligne se rattache", en: "What the line is for" },
  },
  {
    name: "target_references",
    aliases: ["caméras"],
    type: "list",
    description: { fr: "Caméras ou quartiers concernés", en: "Cameras or districts concerned" },
  },
  {
    name: "commissioned_on",
    aliases: ["mise en service"],
    type: "date",
    description: {
      fr: "Mise en service de ce qui est acheté",
      en: "When what was bought went into service",
    },
  },
  {
    name: "useful_life_years",
    aliases: ["durée d’amortissement"],
    type: "integer",
    unit: "year",
    description: { fr: "Durée d’utilisation", en: "Useful life" },
  },
  {
    name: "payee",
    aliases: ["tiers", "fournisseur"],
    type: "string",
    description: { fr: "Tiers payé", en: "Payee" },
  },
  {
    name: "contract_reference",
    aliases: ["marché"],
    type: "string",
    description: { fr: "Marché", en: "Contract" },
  },
  {
    name: "funder",
    aliases: ["financeur"],
    type: "string",
    description: { fr: "Financeur", en: "Funder" },
  },
  ...lineDetailColumns,
  {
    name: "rule",
    aliases: ["règle"],
    type: "string",
    description: { fr: "Règle qui a classé la ligne", en: "Rule that classified the line" },
  },
  {
    name: "document",
    aliases: ["pièce", "source"],
    type: "string",
    description: { fr: "Pièce", en: "Document" },
  },
];
