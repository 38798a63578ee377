import { footageContributed, type investigationStages } from "#domain/outcome/funnel-stages.ts";
import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { cityYears, municipalScope, outcomeRow } from "./outcome-rows.ts";
import type { SeededRandom } from "./seeded-random.ts";

const counted = (
  stage: (typeof investigationStages)[number],
  code: string,
  unit: string,
  wording: string,
): OutcomeDefinition => ({
  code,
  funnel: "investigations",
  stage,
  unit,
  wording: `${wording} (donnée fictive)`,
});
const opened = counted(
  "opened",
  "enquetes-ouvertes",
  "enquête",
  "Enquêtes ouvertes par la police pour des faits commis dans le périmètre des caméras",
);
const cleared = counted(
  "cleared",
  "enquetes-elucidees",
  "enquête",
  "Enquêtes élucidées, ouvertes pour des faits commis dans le périmètre des caméras",
);
const arrests = counted(
  "arrests",
  "interpellations-toutes",
  "interpellation",
  "Interpellations de la police dans le périmètre des caméras, quel qu’en soit le moyen",
);

/** The police say since this year what investigations owe to footage; nobody counted before. */
const countedSince = 2019;
const without = "without-footage";

/**
 * Investigations and arrests of the whole city, year by year: what footage gave is a small part of both, close to what was
 * found in the four territories of Grenoble (1 in 90 of all investigations, 1 in 17 of those that were solved).
 */
export function investigations(random: SeededRandom): OutcomeStatistic[] {
  return cityYears.flatMap((year) => {
    const period = String(year);
    if (year < countedSince) {
      return [opened, cleared, arrests].map((definition) =>
        outcomeRow(definition, municipalScope, { period }, "not-collected"),
      );
    }
    const all = random.overDispersed(2400 + 40 * (year - countedSince), 4);
    const helped = random.binomial(all, 0.024);
    const solved = random.binomial(all, 0.19);
    const owed = random.binomial(solved, 0.062);
    const row = (definition: OutcomeDefinition, count: number, result?: string) =>
      outcomeRow(definition, municipalScope, { period, ...(result ? { result } : {}) }, count);
    return [
      row(opened, helped, footageContributed),
      row(opened, all - helped, without),
      row(cleared, owed, footageContributed),
      row(cleared, solved - owed, without),
      row(arrests, random.overDispersed(620, 3)),
    ];
  });
}
