import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { stackedYears } from "#tests/unit/formats/chart/example-specs.ts";

const about = { place: "Ville-Témoin", sources: ["Registre, Ville-Témoin, 2 mars 2026"] };

export const numberExhibit: Exhibit = {
  ...about,
  title: "Demandes d’images qui ont servi",
  subtitle: "part des demandes · 2025",
  shown: { form: "number", words: "47,4 %", value: 0.474, low: 0.42, high: 0.53 },
  notes: ["2025 : 141 sur 297 demandes ; intervalle à 95 % : de 42 % à 53 %."],
  warning: "Ville fictive, données fictives : pour essayer.",
};

export const silentExhibit: Exhibit = {
  ...about,
  title: "Dépense par caméra et par an",
  subtitle: "",
  shown: { form: "number", words: "non publié", isSilent: true },
  notes: ["Un silence n’est pas un zéro."],
  sources: [],
};

export const chartExhibit: Exhibit = {
  ...about,
  title: "Le personnel et l’amortissement portent la hausse",
  subtitle: "milliers d’euros · 2016–2025",
  shown: {
    form: "chart",
    spec: stackedYears,
    tableWords: {
      item: "Année",
      series: "Série",
      value: "Valeur",
      low: "Borne basse",
      high: "Borne haute",
      words: "En toutes lettres",
    },
  },
  notes: ["Hors taxes."],
};

const square = (west: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 45],
      [west + 0.1, 45],
      [west + 0.1, 45.1],
      [west, 45.1],
      [west, 45],
    ],
  ],
});

export const placeExhibit: Exhibit = {
  ...about,
  title: "412 caméras en service sur la carte",
  subtitle: "caméras en service dont la position est publiée",
  shown: {
    form: "place",
    plan: {
      name: "Plan de la ville",
      areas: [
        { name: "Centre", geometry: square(4) },
        { name: "Gare", geometry: square(4.1) },
      ],
      points: [
        { longitude: 4.05, latitude: 45.05, count: 7 },
        { longitude: 4.15, latitude: 45.02, count: 1 },
      ],
    },
    facts: [
      { label: "Caméras en service", words: "412" },
      { label: "Position publiée", words: "398" },
    ],
  },
  notes: [],
};

export const everyExhibit = { numberExhibit, silentExhibit, chartExhibit, placeExhibit };
