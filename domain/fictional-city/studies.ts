import type { EffectStudy } from "#domain/effect/effect-study.ts";
import { offenceCategories, plantedEffects } from "./planted-effects.ts";

const { treated, controls, displacedTo, before, after, from } = plantedEffects;

const common = {
  definitionCode: "faits-constates",
  treated: [...treated],
  control: [...controls],
  ring: [...displacedTo],
  beforeFrom: `${before.from}-01-01`,
  beforeTo: `${before.to}-12-31`,
  afterFrom: `${after.from}-01-01`,
  afterTo: `${after.to}-12-31`,
  startedOn: from,
  startKind: "declared-service",
  controlsComparable: "yes",
  chosenAfterPeak: "no",
  coInterventions: "none",
} as const;

/** Two studies declared for the districts equipped in 2019: one whose effect is planted, one where nothing is. */
export function studiesOf(): EffectStudy[] {
  return [
    {
      ...common,
      reference: "VT-E01",
      titleFr: "Vols de véhicules après les caméras de 2019",
      titleEn: "Vehicle offences after the cameras of 2019",
      objective:
        "Moins de vols de véhicules à la Gare-Basse et au Port-Sec (conseil du 29 janvier 2018)",
      category: offenceCategories.vehicles,
      treated: [...treated],
      control: [...controls],
      ring: [...displacedTo],
    },
    {
      ...common,
      reference: "VT-E02",
      titleFr: "Violences physiques après les caméras de 2019",
      titleEn: "Assaults after the cameras of 2019",
      category: offenceCategories.assaults,
      treated: [...treated],
      control: [...controls],
      ring: [...displacedTo],
    },
  ];
}
