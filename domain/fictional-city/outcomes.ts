import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { footageRequests } from "./footage-requests.ts";
import { investigations } from "./investigations.ts";
import { liveMonitoring, videoFines } from "./live-outcomes.ts";
import { cityYears, municipalScope, outcomeRow } from "./outcome-rows.ts";
import { recordedOffences } from "./recorded-offences.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/** Every count of the city: offences, two funnels, fines, rights, availability and investigations, each drawn from its own stream. */
export function outcomesOf(seed: number): OutcomeStatistic[] {
  return [
    ...recordedOffences(seededRandom(seed, "recorded offences")),
    ...footageRequests(seededRandom(seed, "footage requests")),
    ...liveMonitoring(seededRandom(seed, "live monitoring")),
    ...videoFines(seededRandom(seed, "video fines")),
    ...rightsAndAvailability(seededRandom(seed, "rights")),
    ...investigations(seededRandom(seed, "investigations")),
  ];
}

const askedFor: OutcomeDefinition = {
  code: "demandes-d-acces",
  funnel: "rights",
  stage: "received",
  unit: "demande",
  wording: "Demandes d’accès à ses propres images reçues par la ville (donnée fictive)",
};
const granted: OutcomeDefinition = {
  ...askedFor,
  code: "acces-accordes",
  stage: "granted",
  wording:
    "Demandes d’accès à ses propres images auxquelles la ville a fait droit (donnée fictive)",
};
const outOfService: OutcomeDefinition = {
  code: "jours-camera-hors-service",
  funnel: "availability",
  stage: "out-of-service",
  unit: "jour-caméra",
  wording: "Jours pendant lesquels une caméra n’a transmis aucune image (donnée fictive)",
};
const availabilitySince = 2021;

/** Few people ask for their own images, so that these yearly counts are often too small to be read. */
function rightsAndAvailability(random: SeededRandom): OutcomeStatistic[] {
  return cityYears.flatMap((year) => {
    const period = { period: String(year) };
    const asked = random.poisson(2 + (year - 2015) * 0.8);
    const days = random.overDispersed(900 + 260 * (year - 2015), 12);
    return [
      outcomeRow(askedFor, municipalScope, period, asked),
      outcomeRow(granted, municipalScope, period, random.binomial(asked, 0.45)),
      outcomeRow(
        outOfService,
        municipalScope,
        period,
        year < availabilitySince ? "not-collected" : days,
      ),
    ];
  });
}
