import type { IndicatorDefinition, IndicatorInputId } from "./indicator-definition.ts";

/** A number published elsewhere, with what it counted. Its words are under its id in the messages. */
export type Benchmark = {
  id: string;
  /** Indicators beside which a reader would set it. */
  indicators: readonly string[];
  place: string;
  /** "2008", "2017–2020". */
  period: string;
  value: number;
  /** Upper end where the source gives a range. */
  high?: number;
  unit: "share" | "EUR" | "per-camera-year";
  /** Numerator and denominator where they are those of an input of ours; a code of their own where they are not. */
  counts: { numerator: IndicatorInputId | "other"; denominator: IndicatorInputId | "other" };
  /** True where the source gives the terms and the division is ours. */
  computed: boolean;
  source: { title: string; language: "fr" | "en"; url: string; verification: "read" | "secondary" };
};

const gormand = {
  place: "Grenoble",
  period: "2017–2020",
  unit: "share",
  computed: false,
  source: {
    title: "AEF info, étude de G. Gormand pour le CREOGN, 2021",
    language: "fr",
    url: "https://www.aefinfo.fr/depeche/663759",
    verification: "read",
  },
} as const;

const ashby = {
  place: "British Transport Police",
  period: "2011–2015",
  unit: "share",
  computed: false,
  source: {
    title:
      "M. Ashby, The Value of CCTV Surveillance Cameras as an Investigative Tool, Eur. J. Crim. Policy Res. 23, 2017",
    language: "en",
    url: "https://doi.org/10.1007/s10610-017-9341-6",
    verification: "read",
  },
} as const;

const lyon = {
  place: "Lyon",
  period: "2008",
  computed: true,
  source: {
    title:
      "Chambre régionale des comptes Rhône-Alpes, La sécurité publique à Lyon, 2010 (extraits)",
    language: "fr",
    url: "https://fr.doczz.net/doc/5297996/crc-lyon-extraits-vid%C3%A9osurv",
    verification: "secondary",
  },
} as const;

const mucchielli = {
  title: "Mucchielli, d’après des chiffres de la ville et de la chambre régionale des comptes",
  language: "fr",
  url: "https://www.scribd.com/document/82286488",
  verification: "secondary",
} as const;

/**
 * Numbers that others have published and that a reader will set beside an indicator. None is a target. Each says what it counts,
 * so that what may be compared and what may not is decided, not felt.
 */
export const benchmarks: readonly Benchmark[] = [
  {
    id: "ashby-available",
    ...ashby,
    indicators: ["availability-rate"],
    value: 0.45,
    counts: { numerator: "available", denominator: "other" },
  },
  {
    id: "ashby-useful",
    ...ashby,
    indicators: [
      "usable-rate",
      "relevance-rate",
      "contribution-rate",
      "investigation-contribution-rate",
    ],
    value: 0.29,
    counts: { numerator: "other", denominator: "other" },
  },
  {
    id: "gormand-investigations",
    ...gormand,
    indicators: [
      "contribution-rate",
      "relevance-rate",
      "investigation-contribution-rate",
      "solved-contribution-rate",
    ],
    value: 22 / 1939,
    counts: { numerator: "solved-with-footage", denominator: "investigations" },
  },
  {
    id: "gormand-solved",
    ...gormand,
    indicators: ["contribution-rate", "solved-contribution-rate"],
    value: 0.0587,
    counts: { numerator: "solved-with-footage", denominator: "solved" },
  },
  {
    id: "lyon-cost",
    ...lyon,
    indicators: ["cost-per-camera-year"],
    value: 2_700_000 / 219,
    high: 3_000_000 / 219,
    unit: "EUR",
    counts: { numerator: "other", denominator: "camera-years" },
  },
  {
    id: "lyon-alerts",
    ...lyon,
    indicators: ["alerts-per-camera-year", "detections-per-camera-year"],
    value: 2000 / 219,
    unit: "per-camera-year",
    counts: { numerator: "alerts", denominator: "camera-years" },
  },
  {
    id: "mucchielli-investigations",
    indicators: ["contribution-rate", "investigation-contribution-rate"],
    place: "Trois villes françaises",
    period: "2018",
    value: 0.01,
    high: 0.03,
    unit: "share",
    computed: false,
    counts: { numerator: "investigations-with-footage", denominator: "investigations" },
    source: {
      title: "France Inter, L’interview, 26 mai 2018 (L. Mucchielli, Vous êtes filmés !)",
      language: "fr",
      url: "https://www.franceinter.fr/emissions/l-interview/l-interview-26-mai-2018",
      verification: "read",
    },
  },
  {
    id: "val-d-oise-solved",
    indicators: ["contribution-rate", "solved-contribution-rate"],
    place: "Gendarmerie du Val-d’Oise",
    period: "2023",
    value: 0.405,
    unit: "share",
    computed: false,
    counts: { numerator: "other", denominator: "other" },
    source: {
      title: "Union des maires du Val-d’Oise, apport de la vidéoprotection en zone gendarmerie",
      language: "fr",
      url: "https://uniondesmairesduvaldoise.fr/?p=2654",
      verification: "read",
    },
  },
  {
    id: "lyon-arrests",
    ...lyon,
    indicators: ["live-arrests-per-camera-year"],
    value: 200 / 219,
    unit: "per-camera-year",
    counts: { numerator: "live-arrests", denominator: "camera-years" },
  },
  {
    id: "lyon-arrest-cost",
    ...lyon,
    indicators: ["cost-per-live-arrest"],
    value: 2_700_000 / 200,
    high: 3_000_000 / 200,
    unit: "EUR",
    counts: { numerator: "other", denominator: "live-arrests" },
  },
  {
    id: "lyon-arrest-share",
    ...lyon,
    indicators: ["live-arrest-share"],
    value: 200 / 20_604,
    unit: "share",
    counts: { numerator: "live-arrests", denominator: "other" },
  },
  {
    id: "cour-running-cost",
    indicators: ["cost-per-camera-year"],
    place: "France",
    period: "2011",
    value: 7400,
    unit: "EUR",
    computed: false,
    counts: { numerator: "other", denominator: "camera-years" },
    source: {
      title:
        "Cour des comptes, 2011, d’après Agir ensemble, Le véritable coût de la vidéosurveillance",
      language: "fr",
      url: "http://www.blogagirensemble.com/2014/03/le-veritable-cout-de-la-videosurveillance.html",
      verification: "secondary",
    },
  },
  {
    id: "cour-full-cost",
    indicators: ["cost-per-camera-year"],
    place: "France",
    period: "2011",
    value: 36_600 / 10 + 7400,
    high: 36_600 / 5 + 7400,
    unit: "EUR",
    computed: true,
    counts: { numerator: "other", denominator: "camera-years" },
    source: {
      title: "Cour des comptes, 2011, d’après electionsmunicipales2014.fr (Nice)",
      language: "fr",
      url: "http://electionsmunicipales2014.fr/nice_christian-estrosi_proposition_estrosi-installer-500-cameras-de-video-protection-supplementaires",
      verification: "secondary",
    },
  },
  {
    id: "saint-etienne-cost",
    indicators: ["cost-per-camera-year"],
    place: "Saint-Étienne",
    period: "2009–2010",
    value: 1_300_000 / 67,
    unit: "EUR",
    computed: true,
    counts: { numerator: "other", denominator: "camera-years" },
    source: mucchielli,
  },
];

export type Incomparability = "numerator-differs" | "denominator-differs" | "scope-not-stated";

/**
 * Why a published number may not be compared with an indicator of this product; an empty list means that both count the same
 * things. A number of another place always has another scope: that is said even where the words agree.
 */
export function incomparabilities(
  indicator: Pick<IndicatorDefinition, "numerator" | "denominator">,
  { counts }: Benchmark,
): Incomparability[] {
  const reasons: Incomparability[] = [];
  if (counts.numerator !== indicator.numerator) reasons.push("numerator-differs");
  if (counts.denominator !== indicator.denominator) reasons.push("denominator-differs");
  return reasons.length > 0 ? reasons : ["scope-not-stated"];
}

/** The published numbers that a reader would set beside an indicator, in the order of the list. */
export function benchmarksOf(indicator: Pick<IndicatorDefinition, "id">): Benchmark[] {
  return benchmarks.filter(({ indicators }) => indicators.includes(indicator.id));
}
