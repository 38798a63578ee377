import type {
  ChartAmount,
  FunnelPlot,
  RangeDots,
  StackedYears,
  Steps,
  YearLines,
} from "#formats/chart/chart-spec.ts";

const euros = (thousands: number): ChartAmount => ({
  value: thousands * 100_000,
  words: `${thousands} k€`,
});

export const stackedYears: StackedYears = {
  form: "stacked-years",
  id: "full-cost",
  name: "Le personnel et l’amortissement portent la hausse",
  description: "Coût complet annuel de 2016 à 2025 : de 590 à 1 275 milliers d’euros.",
  axis: { locale: "fr", unit: "k€", per: 100_000 },
  parts: [
    { label: "Personnel", role: "data-1" },
    { label: "Maintenance et réseau", role: "data-3" },
    { label: "Investissement amorti", role: "data-2" },
    { label: "Énergie et divers", role: "data-5" },
    { label: "Subventions", role: "data-4" },
  ],
  years: Array.from({ length: 10 }, (_, index) => ({
    label: String(2016 + index),
    partial: index === 9 ? "9 mois" : undefined,
    amounts: [
      euros(210 + index * 9),
      euros(150 + index * 20),
      euros(190 + index * 40),
      index === 5 || index === 6 ? { silence: "non communiqué" } : euros(40 + index * 5),
      euros(index % 3 === 0 ? -60 - index * 10 : 0),
    ],
  })),
};

export const rangeDots: RangeDots = {
  form: "range-dots",
  id: "cost-per-result",
  name: "Ce que coûte un résultat",
  description: "Euros par résultat, 2025, intervalle à 95 %.",
  axis: { locale: "fr", unit: "€", scale: "log" },
  rows: [
    { label: "par demande d’images servie", value: 1180, low: 1100, high: 1270, words: "1 180 €" },
    {
      label: "par extraction utile à l’enquête",
      value: 6400,
      low: 5300,
      high: 7900,
      words: "6 400 €",
    },
    {
      label: "par affaire élucidée avec contribution",
      value: 59091,
      low: 39000,
      high: 95000,
      words: "59 091 €",
    },
    { label: "par condamnation", low: 352411, words: "≥ 352 411 €" },
    { label: "par vie sauvée", words: "non communiqué" },
  ],
};

const rates = [4.1, 4.4, 3.9, undefined, undefined, 2.8, 2.6, 2.9, 2.4, 2.2];

export const oneLine: YearLines = {
  form: "year-lines",
  id: "use-rate",
  name: "Moins d’une demande sur deux trouve des images",
  description: "Demandes par caméra et par an, 2016 à 2025.",
  axis: { locale: "fr", unit: "par an" },
  steps: rates.map((_, index) => String(2016 + index)),
  series: [
    {
      label: "Demandes par caméra",
      role: "data-1",
      points: rates.map((value) =>
        value === undefined
          ? { words: "non recueilli" }
          : { value, low: value - 0.5, high: value + 0.6, words: String(value) },
      ),
    },
  ],
  marks: [{ at: 1.5, words: "mise en service" }],
};

export const manyLines: YearLines = {
  ...oneLine,
  id: "districts",
  name: "Les trois quartiers baissent ensemble",
  steps: Array.from(
    { length: 24 },
    (_, month) => `${(month % 12) + 1}/${24 + Math.floor(month / 12)}`,
  ),
  axis: { locale: "fr", unit: "faits" },
  series: (["Centre", "Gare", "Vallon"] as const).map((label, series) => ({
    label,
    role: (["data-1", "data-2", "data-3"] as const)[series] ?? "data-1",
    points: Array.from({ length: 24 }, (_, month) => {
      const value = Math.round(
        60 - series * 14 - month * (1 - series * 0.3) + 6 * Math.sin(month + series),
      );
      if (series === 1 && month > 8 && month < 13) return { words: "non communiqué" };
      return series === 0
        ? { value, low: value - 7, high: value + 8, words: `${value} faits` }
        : { value, words: `${value} faits` };
    }),
  })),
  marks: [
    { at: 11.5, words: "mise en service" },
    { at: 13, words: "nouvelle définition" },
  ],
};

const target = 0.031;
const places =
  "Gare|Centre|Vallon|Port|Arsenal|Plateau|Les Minimes|Saint-Jean|Bellevue|La Plaine|Montreynaud|Côte-Chaude|Tarentaize|Beaubrun|Crêt de Roc|Fauriel|Terrenoire|Solaure|Bizillon|Métare";

export const funnelPlot: FunnelPlot = {
  form: "funnel-plot",
  id: "districts-funnel",
  name: "Deux quartiers sortent de l’entonnoir",
  description: "Taux d’élucidation de vingt quartiers selon le nombre de faits.",
  exposureAxis: { locale: "fr", unit: "faits", title: "Faits constatés" },
  rateAxis: { locale: "fr", unit: "%", per: 0.01, title: "Part élucidée avec les images" },
  target: { rate: target, words: "ensemble : 3,1 %" },
  limitWords: { inner: "95 %", outer: "99,8 %" },
  limits: Array.from({ length: 40 }, (_, index) => {
    const exposure = 20 + index * 60;
    const spread = Math.sqrt((target * (1 - target)) / exposure);
    return {
      exposure,
      innerLow: Math.max(target - 1.96 * spread, 0),
      innerHigh: target + 1.96 * spread,
      outerLow: Math.max(target - 3.09 * spread, 0),
      outerHigh: target + 3.09 * spread,
    };
  }),
  points: places.split("|").map((label, index) => {
    const exposure = 60 + ((index * 397) % 2200);
    const spread = Math.sqrt((target * (1 - target)) / exposure);
    const z =
      index === 3 ? 4.2 : index === 11 ? -2.5 : index === 14 ? 2.4 : Math.sin(index * 2.3) * 1.6;
    const rate = Math.max(target + z * spread, 0);
    const standing =
      Math.abs(z) > 3.09 ? "outside-outer" : Math.abs(z) > 1.96 ? "outside-inner" : "within";
    return {
      label,
      exposure,
      rate,
      standing,
      words: `${(rate * 100).toFixed(1)} % de ${exposure} faits`,
    };
  }),
};

export const steps: Steps = {
  form: "steps",
  id: "footage-funnel",
  name: "Une demande sur huit a servi à l’enquête",
  description: "Des demandes d’images à la contribution, 2025.",
  stages: [
    {
      label: "Images demandées",
      value: 1939,
      words: "1 939",
      loss: "412 sans images : hors champ (260), effacées (152)",
    },
    {
      label: "Images disponibles",
      value: 1527,
      words: "1 527",
      loss: "inexploitables : entre 611 et 1 020",
    },
    {
      label: "Images exploitables",
      low: 507,
      high: 916,
      words: "507 à 916",
      loss: "sans suite connue",
    },
    {
      label: "Contribution à l’enquête",
      value: 240,
      words: "240",
      loss: "suites judiciaires non suivies",
    },
    { label: "Condamnations", words: "non communiqué" },
  ],
};

export const examples = [stackedYears, rangeDots, oneLine, manyLines, funnelPlot, steps] as const;
