import { allocationKeys } from "#domain/cost/allocation-key.ts";
import type { ColumnDescription } from "./importer.ts";

/** What a ledger line may say besides its amount: all optional, most of it of grants. */
export const lineDetailColumns: readonly ColumnDescription[] = [
  {
    name: "function_code",
    aliases: ["fonction", "code fonction"],
    type: "string",
    description: {
      fr: "Fonction de la nomenclature par fonctions",
      en: "Function of the functional nomenclature",
    },
  },
  {
    name: "payee_siret",
    aliases: ["siret", "siret du tiers"],
    type: "string",
    description: { fr: "SIRET du tiers, quatorze chiffres", en: "SIRET of the payee, 14 digits" },
  },
  {
    name: "allocation_key",
    aliases: ["clé", "clé de répartition"],
    type: "enum",
    values: allocationKeys,
    description: {
      fr: "Clé selon laquelle les comptes partagent la ligne",
      en: "Key by which the ledger shares the line",
    },
  },
  {
    name: "operation",
    aliases: ["opération", "projet"],
    type: "string",
    description: {
      fr: "Opération que la ligne paie ou aide à payer",
      en: "Project that the line pays for, or helps to pay for",
    },
  },
  {
    name: "grant_scheme",
    aliases: ["dispositif"],
    type: "string",
    description: {
      fr: "Dispositif de la subvention : FIPD, DETR, DSIL…",
      en: "Scheme of the grant: FIPD, DETR, DSIL…",
    },
  },
  {
    name: "grant_notified",
    aliases: ["montant notifié", "notifié"],
    type: "money",
    unit: "currency",
    description: {
      fr: "Montant notifié de la subvention ; le montant de la ligne est celui versé",
      en: "Amount of the grant as notified; the amount of the line is what was paid",
    },
  },
  {
    name: "grant_eligible",
    aliases: ["assiette", "assiette éligible", "dépense subventionnable"],
    type: "money",
    unit: "currency",
    description: {
      fr: "Assiette éligible de la subvention, hors taxes",
      en: "Spending that the grant takes into account, excluding VAT",
    },
  },
  {
    name: "grant_cameras",
    aliases: ["caméras financées", "caméras subventionnées"],
    type: "integer",
    unit: "camera",
    description: {
      fr: "Nombre de caméras que la subvention finance",
      en: "Number of cameras that the grant pays for",
    },
  },
];
