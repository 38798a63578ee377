import type {
  CameraMount,
  CameraPurpose,
  CameraSetting,
  CameraStatus,
  CameraType,
  PositionMethod,
  PublicationPrecision,
} from "#domain/camera/camera-vocabulary.ts";
import { cameraPurposes } from "#domain/camera/camera-vocabulary.ts";
import { purposeLabels } from "#domain/camera/purposes.ts";
import type { monitoringModes } from "./camera-duty-columns.ts";
import { foldHeader } from "./match-columns.ts";
import { matchChoice } from "./row-cells.ts";

/** French words of inventories for the closed lists, compared without case, accents and punctuation. */
type Words<Value extends string> = Readonly<Partial<Record<Value, readonly string[]>>>;

export const statusWords: Words<CameraStatus> = {
  unknown: ["inconnu", "non précisé"],
  planned: ["prévue", "prévu", "programmée", "projet", "en projet", "planifiée"],
  approved: ["approuvée", "validée", "votée"],
  "authorisation-requested": ["autorisation demandée", "demande en cours", "en instruction"],
  authorised: ["autorisée", "autorisé"],
  "under-construction": ["en travaux", "en cours d’installation", "en construction"],
  "in-service": [
    "en service",
    "active",
    "actif",
    "en fonctionnement",
    "installée",
    "opérationnelle",
  ],
  "out-of-order": ["en panne", "hors service", "hs", "panne"],
  degraded: ["dégradée", "en service dégradé", "fonctionnement dégradé"],
  suspended: ["suspendue", "suspendu", "désactivée", "arrêtée"],
  moved: ["déplacée", "déplacé"],
  removed: ["déposée", "déposé", "retirée", "retiré", "supprimée", "démontée"],
  replaced: ["remplacée", "remplacé"],
  refused: ["refusée", "refusé"],
};

export const typeWords: Words<CameraType> = {
  unknown: ["inconnu"],
  fixed: ["fixe", "caméra fixe"],
  dome: ["dôme", "caméra dôme", "ptz", "dôme ptz"],
  panoramic: ["panoramique", "360", "360°", "caméra panoramique"],
  "multi-sensor": ["multicapteurs", "multi-capteurs", "multi-capteur", "multicapteur"],
  thermal: ["thermique", "infrarouge"],
  "number-plate": ["lapi", "lecture de plaques", "plaques", "alpr", "anpr", "vpi"],
  relocatable: ["nomade", "mobile", "déplaçable"],
  enforcement: ["vidéoverbalisation", "verbalisation", "radar"],
  other: ["autre"],
};

export const settingWords: Words<CameraSetting> = {
  unknown: ["inconnu"],
  "public-highway": ["voie publique", "espace public", "rue"],
  "municipal-building": ["bâtiment municipal", "bâtiment communal", "bâtiment public"],
  "open-to-public": ["lieu ouvert au public", "ouvert au public", "erp"],
  transport: ["transports", "transports en commun", "gare"],
  parking: ["stationnement", "parc de stationnement"],
  private: ["privé", "lieu privé"],
};

export const mountWords: Words<CameraMount> = {
  unknown: ["inconnu"],
  pole: ["mât", "poteau", "mât dédié"],
  facade: ["façade", "mur"],
  "street-lamp": ["candélabre", "lampadaire", "éclairage public"],
  "traffic-signal": ["feu tricolore", "feux tricolores", "feu"],
  ceiling: ["plafond"],
  building: ["bâtiment", "toit", "toiture"],
  other: ["autre"],
};

export const methodWords: Words<PositionMethod> = {
  unknown: ["inconnue"],
  published: ["publiée"],
  surveyed: ["relevée", "gps", "relevé"],
  crossing: ["carrefour", "croisement"],
  street: ["rue", "voie"],
  address: ["adresse", "géocodage"],
  generated: ["générée"],
};

export const precisionWords: Words<PublicationPrecision> = {
  exact: ["exacte"],
  street: ["rue", "voie"],
  district: ["quartier"],
  hidden: ["masquée", "non publiée", "cachée"],
};

export const monitoringWords: Words<(typeof monitoringModes)[number]> = {
  "live-continuous": ["en direct", "continu", "en continu", "temps réel", "24h/24"],
  "live-partial": ["partiel", "en direct en partie", "temps réel partiel"],
  "after-the-fact": ["a posteriori", "après les faits", "relecture", "enregistrement seul"],
};

/** Reads a value of a closed list in either language; what was understood once is remembered for the next million. */
export function wordReader<Value extends string>(
  values: readonly Value[],
  words: Words<Value>,
): (said: string) => Value | undefined {
  const folded = new Map<string, Value>();
  for (const value of values) {
    for (const spelling of [value, ...(words[value] ?? [])])
      folded.set(foldHeader(spelling), value);
  }
  const known = new Map<string, Value>();
  return (said) => {
    const remembered = known.get(said);
    if (remembered) return remembered;
    const value = matchChoice(said, values) ?? folded.get(foldHeader(said));
    if (value && known.size < 1000) known.set(said, value);
    return value;
  };
}

const purposeByLabel = new Map(
  cameraPurposes.flatMap((purpose) =>
    [purpose, purposeLabels[purpose].fr, purposeLabels[purpose].en].map(
      (spelling) => [foldHeader(spelling), purpose] as const,
    ),
  ),
);

/** A purpose by its code, its label, its rank in CSI L251-2 ("5", "5°") or its article ("CSI L251-2, 5°"). */
export function readPurpose(said: string): CameraPurpose | undefined {
  const remembered = knownPurposes.get(said);
  if (remembered) return remembered;
  const purpose = findPurpose(said);
  if (purpose && knownPurposes.size < 1000) knownPurposes.set(said, purpose);
  return purpose;
}

const knownPurposes = new Map<string, CameraPurpose>();

function findPurpose(said: string): CameraPurpose | undefined {
  const rank = /^(?:.*L\.?\s*251-2\D+)?(\d{1,2})(?:\.0|\s*°)?$/iu.exec(said.trim())?.[1];
  if (rank !== undefined) return cameraPurposes[Number(rank) - 1];
  return purposeByLabel.get(foldHeader(said));
}
