import {
  outcomeAreaKinds,
  outcomeFunnels,
  outcomeStates,
} from "#domain/outcome/outcome-statistic.ts";
import { wordReader } from "./camera-words.ts";

/** French words for the closed lists of a table of outcomes. */
export const readFunnel = wordReader(outcomeFunnels, {
  "footage-review": ["relecture", "relecture d’images", "réquisitions"],
  "live-monitoring": ["direct", "en direct", "surveillance en direct"],
  "video-fines": ["verbalisation", "vidéoverbalisation"],
  rights: ["droits", "droit d’accès"],
  "recorded-offences": ["faits constatés"],
  investigations: ["enquêtes", "procédures"],
  availability: ["disponibilité"],
});

export const readOutcomeState = wordReader(outcomeStates, {
  known: ["connu"],
  zero: ["zéro", "nul"],
  withheld: ["secret", "secret statistique", "retenu", "non diffusé", "n.d."],
  "not-collected": ["non collecté", "non recueilli", "non compté"],
  "not-broken-down": ["non ventilé"],
  "not-communicated": ["non communiqué", "n.c."],
  "declared-zero": ["zéro déclaré", "déclaré nul"],
});

export const readAreaKind = wordReader(outcomeAreaKinds, {
  city: ["ville", "commune"],
  district: ["quartier", "arrondissement"],
  "camera-area": ["zone de caméra", "zone de caméras"],
  camera: ["caméra"],
});
