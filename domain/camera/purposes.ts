import type { CameraPurpose } from "./camera-vocabulary.ts";

/**
 * Legal wording (abridged) of the eleven purposes for which public authorities may film the public highway.
 * Source: code de la sécurité intérieure, article L251-2, as consolidated on 2026-04-03.
 */
export const purposeLabels: Record<CameraPurpose, { article: string; fr: string; en: string }> = {
  "public-buildings": {
    article: "CSI L251-2, 1°",
    fr: "Protection des bâtiments et installations publics et de leurs abords",
    en: "Protection of public buildings and their surroundings",
  },
  "national-defence": {
    article: "CSI L251-2, 2°",
    fr: "Sauvegarde des installations utiles à la défense nationale",
    en: "Protection of national-defence installations",
  },
  "traffic-flow": {
    article: "CSI L251-2, 3°",
    fr: "Régulation des flux de transport",
    en: "Regulation of traffic flows",
  },
  "traffic-offences": {
    article: "CSI L251-2, 4°",
    fr: "Constatation des infractions aux règles de la circulation",
    en: "Recording of traffic offences",
  },
  "persons-and-property": {
    article: "CSI L251-2, 5°",
    fr: "Prévention des atteintes à la sécurité des personnes et des biens dans des lieux particulièrement exposés",
    en: "Prevention of offences against persons and property in particularly exposed places",
  },
  terrorism: {
    article: "CSI L251-2, 6°",
    fr: "Prévention d’actes de terrorisme",
    en: "Prevention of terrorism",
  },
  "natural-and-technological-risks": {
    article: "CSI L251-2, 7°",
    fr: "Prévention des risques naturels ou technologiques",
    en: "Prevention of natural and technological risks",
  },
  "rescue-and-fire": {
    article: "CSI L251-2, 8°",
    fr: "Secours aux personnes et défense contre l’incendie",
    en: "Rescue and fire defence",
  },
  "amusement-parks": {
    article: "CSI L251-2, 9°",
    fr: "Sécurité des installations accueillant du public dans les parcs d’attraction",
    en: "Safety in amusement parks",
  },
  "vehicle-insurance": {
    article: "CSI L251-2, 10°",
    fr: "Respect de l’obligation d’assurance des véhicules",
    en: "Compulsory vehicle insurance",
  },
  "fly-tipping": {
    article: "CSI L251-2, 11°",
    fr: "Prévention et constatation des infractions relatives à l’abandon d’ordures, de déchets ou d’autres objets",
    en: "Fly-tipping",
  },
};
