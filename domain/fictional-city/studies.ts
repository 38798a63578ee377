import type { EffectStudy } from "#domain/effect/effect-study.ts";
import {
  type OffenceKind,
  offenceCategories,
  plantedEffects,
  plantedFactor,
} from "./planted-effects.ts";
import { type DistrictCode, districtNames } from "./street-names.ts";

const { treated, controls, displacedTo, controlRing, before, after, from } = plantedEffects;

/** Its counts of assaults are withheld in some years: a study that leaned on them could not be read. */
const tooSmall = "VT12";

const equippedIn2019: Omit<EffectStudy, "reference" | "titleFr" | "titleEn"> = {
  definitionCode: "faits-constates",
  treated: [...treated],
  control: [...controls],
  ring: [...displacedTo],
  controlRing: [...controlRing],
  beforeFrom: `${before.from}-01-01`,
  beforeTo: `${before.to}-12-31`,
  afterFrom: `${after.from}-01-01`,
  afterTo: `${after.to}-12-31`,
  startedOn: from,
  startKind: "declared-service",
  controlsComparable: "yes",
  chosenAfterPeak: "no",
  coInterventions: "none",
};

const publishedAsPercentages: EffectStudy = {
  reference: "VT-E04",
  titleFr: "Victimation, publiée en pourcentages",
  titleEn: "Victimisation, published as percentages",
  definitionCode: "victimation-declaree",
  treated: ["VT07"],
  control: ["VT10"],
  ring: [],
  controlRing: [],
  beforeFrom: "2017-01-01",
  beforeTo: "2017-12-31",
  afterFrom: "2019-01-01",
  afterTo: "2019-12-31",
  startKind: "unknown",
  controlsComparable: "unknown",
  chosenAfterPeak: "unknown",
  coInterventions: "not-logged",
  publishedTreatedChange: -28,
  publishedControlChange: -11,
  note: "Étude fictive d’une association d’habitants : sa plaquette ne donne que deux pourcentages, sans les réponses qu’ils comptent.",
};

/**
 * Four declared studies: one whose effect is planted, one where nothing is, with a dated log of other measures, one that no
 * method could read (dated by a contract, after a peak, without ring, log nor controls known to be comparable), and one that
 * was published as percentages only.
 */
export function studiesOf(): EffectStudy[] {
  return [
    {
      ...equippedIn2019,
      reference: "VT-E01",
      titleFr: "Vols de véhicules après les caméras de 2019",
      titleEn: "Vehicle offences after the cameras of 2019",
      objective:
        "Moins de vols de véhicules à la Gare-Basse et au Port-Sec (conseil du 29 janvier 2018)",
      category: offenceCategories.vehicles,
    },
    {
      ...equippedIn2019,
      reference: "VT-E02",
      titleFr: "Violences physiques après les caméras de 2019",
      titleEn: "Assaults after the cameras of 2019",
      category: offenceCategories.assaults,
      control: controls.filter((code) => code !== tooSmall),
      harmWeights: [`${offenceCategories.vehicles}=8`, `${offenceCategories.assaults}=30`],
      harmSource: "Barème fictif de gravité de Ville-Témoin, édition 2018 (points par fait)",
      coInterventions: "some",
      otherMeasures: [
        "works 2017-03-06/2017-11-24 [VT05]: réseau de chaleur, rues fermées à la circulation",
        "lighting 2021-09-01/.. [VT06]: extinction de l’éclairage de 1 h à 5 h",
      ],
      note: "La Grande-Saline n’est pas parmi les témoins : trop peu de violences pour qu’elles soient publiées chaque année.",
    },
    {
      reference: "VT-E03",
      titleFr: "Dégradations au Champ-des-Cordes après l’extension de 2020",
      titleEn: "Damage in Le Champ-des-Cordes after the extension of 2020",
      definitionCode: "faits-constates",
      category: offenceCategories.damage,
      treated: ["VT04"],
      control: ["VT01", "VT02"],
      ring: [],
      controlRing: [],
      beforeFrom: "2018-01-01",
      beforeTo: "2019-12-31",
      afterFrom: "2021-01-01",
      afterTo: "2022-12-31",
      startedOn: "2019-11-18",
      startKind: "contract",
      controlsComparable: "unknown",
      chosenAfterPeak: "yes",
      coInterventions: "not-logged",
    },
    publishedAsPercentages,
  ];
}

/**
 * The truth behind a study of the fictional city: the relative effect size that its method should find in its treated
 * area, and in its ring. Unit: ratio, above 1 where crime falls. Undefined for a study that the program did not declare.
 */
export function plantedRatios(
  study: Pick<EffectStudy, "treated" | "ring" | "category" | "afterFrom">,
): { treated: number; ring: number | undefined } | undefined {
  const kind = (Object.keys(offenceCategories) as OffenceKind[]).find(
    (one) => offenceCategories[one] === study.category,
  );
  const isKnown = (code: string): code is DistrictCode =>
    districtNames.some((district) => district.code === code);
  if (!kind || ![...study.treated, ...study.ring].every(isKnown)) return undefined;
  const year = Number(study.afterFrom.slice(0, 4));
  const ratioOf = (codes: readonly string[]): number | undefined => {
    const [first, ...others] = codes.filter(isKnown).map((code) => plantedFactor(kind, code, year));
    return first === undefined || others.some((factor) => factor !== first) ? undefined : 1 / first;
  };
  const ratio = ratioOf(study.treated);
  return ratio === undefined ? undefined : { treated: ratio, ring: ratioOf(study.ring) };
}
