import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { councilPlans } from "./council-plans.ts";
import {
  cityMonths,
  cityYears,
  type EventCell,
  monthOf,
  municipalScope,
  outcomeRow,
  sumCells,
} from "./outcome-rows.ts";
import { plantedEffects } from "./planted-effects.ts";
import { thousandsOf } from "./populations.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { type DistrictCode, districtNames } from "./street-names.ts";

const { resultsSince, relevanceShare } = plantedEffects.footage;

const stage = (name: string, code: string, wording: string): OutcomeDefinition => ({
  code,
  funnel: "footage-review",
  stage: name,
  unit: "demande",
  wording: `${wording} (donnée fictive)`,
});
const requested = stage(
  "requested",
  "demandes-de-relecture",
  "Demandes de relecture d’images adressées au centre de supervision par la police",
);
const available = stage(
  "available",
  "images-disponibles",
  "Demandes dont les images existaient encore",
);
const extracted = stage(
  "extracted",
  "images-extraites",
  "Demandes suivies d’une extraction d’images",
);
const contributed = stage(
  "contributed",
  "images-versees",
  "Demandes dont les images ont été versées à une procédure",
);
const cleared = stage("cleared", "faits-elucides", "Demandes dont l’affaire a été élucidée");

const requestCategories = [
  ["Vols", 0.42],
  ["Violences", 0.23],
  ["Dégradations", 0.2],
  ["Accidents de la circulation", 0.15],
] as const;
/** Requests whose place nobody noted, per month: they are in the city's months and in no district. */
const unplacedPerMonth = 1.6;

/**
 * Requests for footage: by district, year, category and result; by month and result for the whole city. Later stages
 * exist for the city and the year only, each with the years in which nobody counted it.
 */
export function footageRequests(random: SeededRandom): OutcomeStatistic[] {
  const cells = requestCells(random);
  const byDistrict = sumCells(cells, ({ year, district, category, result }) =>
    district === undefined ? undefined : { period: String(year), district, category, result },
  );
  const byMonth = sumCells(cells, (cell) => ({ period: monthOf(cell), result: cell.result }));
  return [
    ...[...byDistrict, ...byMonth].map(({ key, count }) =>
      outcomeRow(requested, municipalScope, key, count),
    ),
    ...cityYears.flatMap((year) => laterStages(year, cells, random)),
  ];
}

function requestCells(random: SeededRandom): EventCell[] {
  const places = [...districtNames.map(({ code }) => code), undefined];
  return cityYears.flatMap((year) =>
    cityMonths.flatMap((month) =>
      places.flatMap((district) =>
        requestCategories.flatMap(([category, share]) => {
          const count = random.poisson(share * monthlyMean(district, year));
          const cell = { year, month, district, category };
          return year < resultsSince
            ? [{ ...cell, count }]
            : resultsOf(count, district, random).map((found) => ({ ...cell, ...found }));
        }),
      ),
    ),
  );
}

/** Where there are more cameras there are more requests; some ask for a place that no camera sees. */
function monthlyMean(district: DistrictCode | undefined, year: number): number {
  return district === undefined
    ? unplacedPerMonth
    : 0.02 * thousandsOf(district) + 0.22 * camerasPlanned(district, year);
}

/** Cameras voted for a district up to a year, in a city of 400. */
function camerasPlanned(district: DistrictCode, year: number): number {
  return councilPlans
    .filter(
      (batch) => batch.district === district && batch.year !== undefined && batch.year <= year,
    )
    .reduce((sum, batch) => sum + batch.cameras, 0);
}

function resultsOf(count: number, district: DistrictCode | undefined, random: SeededRandom) {
  const found = random.binomial(count, district === undefined ? 0.25 : relevanceShare[district]);
  const gone = random.binomial(count - found, 0.22);
  return [
    { result: "relevant-found", count: found },
    { result: "nothing-found", count: count - found - gone },
    { result: "not-available", count: gone },
  ];
}

function laterStages(
  year: number,
  cells: readonly EventCell[],
  random: SeededRandom,
): OutcomeStatistic[] {
  const total = (...results: string[]) =>
    cells
      .filter((cell) => cell.year === year && results.includes(cell.result ?? ""))
      .reduce((sum, cell) => sum + cell.count, 0);
  const found = total("relevant-found");
  const kept = random.binomial(found, 0.82);
  const used = random.binomial(kept, 0.61);
  const isCounted = year >= resultsSince;
  const row = (definition: OutcomeDefinition, count: Parameters<typeof outcomeRow>[3]) =>
    outcomeRow(definition, municipalScope, { period: String(year) }, count);
  return [
    row(available, isCounted ? found + total("nothing-found") : "not-collected"),
    row(extracted, isCounted ? kept : "not-collected"),
    row(contributed, year >= 2020 ? used : "not-communicated"),
    row(cleared, "not-collected"),
  ];
}
