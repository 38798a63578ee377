import { allocationKeys } from "#domain/cost/allocation-key.ts";
import {
  costBases,
  costFamilies,
  costKinds,
  costStatuses,
  costTargets,
} from "#domain/cost/cost-line.ts";
import { wordReader } from "./camera-words.ts";

/** Words of French ledgers for the closed lists of a cost line. */
export const readCostKind = wordReader(costKinds, {
  capital: ["investissement", "dépense d’investissement", "dépenses d’investissement"],
  operating: ["fonctionnement", "dépense de fonctionnement", "dépenses de fonctionnement"],
  grant: ["subvention", "subventions"],
  receipt: ["recette", "recettes"],
});

export const readCostFamily = wordReader(costFamilies, {
  studies: ["étude", "études"],
  "civil-works": ["génie civil", "travaux"],
  "camera-and-installation": ["caméra et pose", "caméras et pose", "caméras"],
  network: ["réseau", "fibre"],
  energy: ["énergie", "électricité"],
  "storage-and-software": ["stockage", "logiciel", "logiciels", "stockage et logiciels"],
  "control-room": ["csu", "centre de supervision", "centre de supervision urbain"],
  staff: ["personnel", "agents"],
  training: ["formation"],
  maintenance: ["entretien"],
  vandalism: ["vandalisme"],
  insurance: ["assurance", "assurances"],
  telecom: ["télécom", "télécoms", "télécommunications"],
  renewal: ["renouvellement"],
  signs: ["panneaux", "signalétique", "information du public"],
  "audit-and-evaluation": ["audit", "évaluation", "audit et évaluation"],
  removal: ["dépose"],
  services: ["prestations", "prestations de services"],
  grant: ["subvention"],
  other: ["autre", "autres", "divers"],
});

export const readCostStatus = wordReader(costStatuses, {
  known: ["connu"],
  estimated: ["estimé"],
  "declared-zero": ["zéro déclaré", "déclaré nul"],
  "not-broken-down": ["non ventilé"],
  "not-communicated": ["non communiqué", "nc"],
});

export const readCostBasis = wordReader(costBases, {
  actual: ["réalisé", "mandaté"],
  committed: ["engagé"],
  planned: ["prévu", "voté"],
  estimated: ["estimé"],
});

export const readCostTarget = wordReader(costTargets, {
  camera: ["caméra", "caméras"],
  district: ["quartier", "quartiers"],
  "control-room": ["csu", "centre de supervision", "centre de supervision urbain"],
  network: ["réseau"],
  system: ["système", "ensemble"],
});

export const readAllocationWord = wordReader(allocationKeys, {
  "camera-months": ["mois de service", "au prorata des mois de service", "caméra-mois"],
  equal: ["parts égales", "à parts égales"],
  hours: ["heures", "au prorata des heures"],
});
