import { contractsImporter } from "#domain/importing/importers/contracts.ts";
import { costsImporter } from "#domain/importing/importers/costs.ts";
import { priceIndexImporter } from "#domain/importing/importers/price-index.ts";
import type { Dataset } from "../dataset.ts";
import { publishedColumns, sourceColumn } from "./columns.ts";

const currency = {
  required: true,
  description: {
    fr: "Devise du montant (ISO 4217)",
    en: "Currency of the amount (ISO 4217)",
  },
};

export const costsDataset: Dataset = {
  id: "costs",
  title: { fr: "Comptes : dépenses et recettes", en: "Accounts: spending and income" },
  description: {
    fr: "Chaque ligne des comptes : investissement, fonctionnement, subvention ou recette, avec sa période, son montant ou la raison de son absence.",
    en: "Each line of the accounts: capital, operating, grant or receipt, with its period and its amount, or why there is none.",
  },
  key: ["reference"],
  columns: [
    ...publishedColumns(costsImporter.columns, {
      year: "left-out",
      amount_with_vat: "left-out",
      family: { required: true },
      period_from: {
        required: true,
        description: { fr: "Premier jour de la période", en: "First day of the period" },
      },
      period_to: {
        required: true,
        description: { fr: "Dernier jour de la période", en: "Last day of the period" },
      },
      amount: {
        description: {
          fr: "Montant ; un avoir est négatif. Vide : « status » dit pourquoi",
          en: "Amount; a credit note is negative. Empty: “status” says why",
        },
      },
      vat_included: { required: true },
      currency,
      status: { required: true },
      basis: { required: true },
      target_kind: { required: true },
      target_references: { required: true },
    }),
    sourceColumn,
  ],
  preset: "costs",
};

export const contractsDataset: Dataset = {
  id: "contracts",
  title: { fr: "Marchés publics", en: "Public contracts" },
  description: {
    fr: "Marchés notifiés. Un marché n’est ni une dépense ni une caméra posée.",
    en: "Contracts awarded. A contract is neither a spending nor a camera installed.",
  },
  key: ["reference"],
  columns: [
    ...publishedColumns(contractsImporter.columns, { currency, holders: { required: true } }),
    sourceColumn,
  ],
  preset: "contracts",
};

export const priceIndexDataset: Dataset = {
  id: "price-index",
  title: { fr: "Indices des prix", en: "Price indices" },
  description: {
    fr: "Les indices publiés par lesquels les coûts sont ramenés aux prix d’une même année, une ligne par année.",
    en: "The published indices by which costs are brought to the prices of one year, one row per year.",
  },
  key: ["name", "year"],
  columns: [...publishedColumns(priceIndexImporter.columns), sourceColumn],
  preset: "price-index",
};
