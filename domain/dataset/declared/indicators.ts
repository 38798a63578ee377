import { indicatorFamilies, indicatorInputIds } from "#domain/indicator/indicator-definition.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { measureKinds } from "#domain/measure/measure.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import { column } from "./columns.ts";

const alwaysThere = { required: true };
const kept = { required: true, isFilter: true };

/** The two inputs that a value is made of, each with what it must not be read without. */
function inputColumns(side: "numerator" | "denominator", fr: string, en: string): DatasetColumn[] {
  return [
    column(side, "enum", [`${fr} : ce qui est compté`, `${en}: what is counted`], {
      ...alwaysThere,
      values: indicatorInputIds,
    }),
    column(
      `${side}_definition`,
      "string",
      [`${fr} : code de la définition`, `${en}: code of the definition`],
      alwaysThere,
    ),
    column(`${side}_scope`, "string", [
      `${fr} : ce qui est couvert ; vide quand personne ne le dit`,
      `${en}: what is covered; empty where nobody says`,
    ]),
    column(
      `${side}_state`,
      "enum",
      [`${fr} : nombre, zéro, ou la raison de son absence`, `${en}: a number, zero, or why none`],
      { ...alwaysThere, values: measureKinds },
    ),
    column(
      `${side}_value`,
      "number",
      [`${fr} : nombre ; vide quand il n’y en a pas`, `${en}: number; empty where there is none`],
      { unit: `${side}_unit` },
    ),
    column(`${side}_unit`, "string", [`${fr} : unité`, `${en}: unit`], alwaysThere),
  ];
}

/** Every value of every indicator with its interval, what it is made of, and what keeps it from being one. */
export const indicatorsDataset: Dataset = {
  id: "indicators",
  title: { fr: "Indicateurs", en: "Indicators" },
  description: {
    fr: "Chaque indicateur, par période, pour la ville et par quartier : valeur, intervalle, ce dont elle est faite, ce qui y manque. Calculé après protection des petits nombres, au jour de la version.",
    en: "Each indicator, by period, for the city and by district: value, interval, what it is made of, what it lacks. Computed after the protection of small counts, on the day of the release.",
  },
  key: [
    "indicator",
    "area_kind",
    "area",
    "numerator_definition",
    "numerator_scope",
    "numerator_unit",
    "denominator_definition",
    "denominator_scope",
    "denominator_unit",
    "period_from",
    "period_to",
  ],
  columns: [
    column("indicator", "enum", ["Nom de l’indicateur", "Name of the indicator"], {
      ...kept,
      values: indicators.map(({ id }) => id),
    }),
    column("family", "enum", ["Famille", "Family"], { ...kept, values: indicatorFamilies }),
    column(
      "area_kind",
      "enum",
      [
        "Ville ; ce qui est situé dans un quartier, pris ensemble ; quartier",
        "City; what is located in any district, taken together; district",
      ],
      { ...kept, values: ["city", "districts", "district"] },
    ),
    column("area", "string", ["Code du quartier", "Code of the district"], { isFilter: true }),
    column("period_from", "date", ["Premier jour de la période", "First day of the period"], {
      ...alwaysThere,
    }),
    column("period_to", "date", ["Dernier jour de la période", "Last day of the period"], {
      ...alwaysThere,
    }),
    column(
      "latest",
      "boolean",
      [
        "La valeur que montre la page de l’indicateur, de toutes celles de la ville",
        "The value that the page of the indicator shows, of all those of the city",
      ],
      { ...kept, values: ["true", "false"] },
    ),
    column(
      "state",
      "enum",
      [
        "Valeur connue, zéro, silence d’une entrée, ou division refusée (« refusals » dit pourquoi)",
        "A known value, zero, the silence of an input, or a division refused (“refusals” says why)",
      ],
      { ...kept, values: [...measureKinds, "refused"] },
    ),
    column(
      "value",
      "number",
      ["Valeur ; vide : « state » dit pourquoi", "Value; empty: “state” says why"],
      { unit: "unit" },
    ),
    column("unit", "string", [
      "Unité ; une part va de 0 à 1, une somme est dans la devise qu’elle nomme",
      "Unit; a share goes from 0 to 1, an amount is in the currency it names",
    ]),
    column("low", "number", ["Intervalle : borne basse", "Interval: lower end"], { unit: "unit" }),
    column("high", "number", ["Intervalle : borne haute", "Interval: upper end"], { unit: "unit" }),
    column("level", "number", [
      "Niveau de l’intervalle : 0,95 pour 95 %",
      "Level of the interval: 0.95 for 95 %",
    ]),
    column("interval_method", "string", ["Méthode de l’intervalle", "Method of the interval"]),
    column(
      "worst_low",
      "number",
      [
        "Part si aucun des cas dont l’état est inconnu n’avait abouti",
        "Share if none of the cases whose state is not known had succeeded",
      ],
      { unit: "unit" },
    ),
    column(
      "worst_high",
      "number",
      ["Part s’ils avaient tous abouti", "Share if all of them had succeeded"],
      { unit: "unit" },
    ),
    column(
      "unknown",
      "integer",
      ["Cas dont personne ne connaît l’état", "Cases whose state nobody knows"],
      alwaysThere,
    ),
    column(
      "estimated",
      "boolean",
      ["Une entrée au moins est une estimation", "At least one input is an estimate"],
      alwaysThere,
    ),
    column(
      "bound",
      "enum",
      [
        "Ce que vaut la valeur quand une partie manque : au moins, au plus, ni l’un ni l’autre",
        "What the value is when a part is missing: at least, at most, neither",
      ],
      { values: ["lower", "upper", "open"] },
    ),
    column("completeness_counted", "integer", ["Parts comptées", "Parts counted"]),
    column("completeness_expected", "integer", ["Parts qu’il faudrait", "Parts expected"]),
    column("completeness_of", "string", ["Parts de quoi", "Parts of what"]),
    column(
      "refusals",
      "list",
      [
        "Pourquoi la division est refusée, toutes les raisons",
        "Why the division is refused, every reason",
      ],
      alwaysThere,
    ),
    ...inputColumns("numerator", "Numérateur", "Numerator"),
    ...inputColumns("denominator", "Dénominateur", "Denominator"),
    column(
      "definition",
      "string",
      ["Adresse de la définition et de la formule", "Address of the definition and the formula"],
      alwaysThere,
    ),
    column(
      "sources",
      "list",
      [
        "Documents dont les entrées sont tirées : leurs clés dans le jeu « sources »",
        "Documents that the inputs are taken from: their keys in the dataset “sources”",
      ],
      alwaysThere,
    ),
  ],
};
