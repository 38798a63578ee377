import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { present } from "#domain/presence/present.ts";
import {
  cityMonths,
  cityYears,
  type EventCell,
  monthOf,
  municipalScope,
  outcomeRow,
  sumCells,
  videoFineScope,
} from "./outcome-rows.ts";
import { thousandsOf } from "./populations.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { type DistrictCode, districtNames } from "./street-names.ts";

type Step = { definition: OutcomeDefinition; kept: number };

const live = (stage: string, code: string, wording: string, kept: number): Step => ({
  definition: {
    code,
    funnel: "live-monitoring",
    stage,
    unit: "évènement",
    wording: `${wording} (donnée fictive)`,
  },
  kept,
});
/** Each step keeps this share of the one before. */
const monitoring: readonly Step[] = [
  live("detected", "faits-reperes-en-direct", "Faits repérés à l’écran par un opérateur", 1),
  live("verified", "faits-verifies", "Faits repérés et confirmés par un second opérateur", 0.58),
  live("reported", "faits-signales", "Faits confirmés et signalés à la police", 0.71),
  live(
    "dispatched",
    "envois-de-patrouille",
    "Signalements suivis de l’envoi d’une patrouille",
    0.8,
  ),
  live("attended", "arrivees-sur-place", "Envois suivis d’une arrivée sur place", 0.86),
  live("resolved", "interpellations-signalees", "Arrivées suivies d’une interpellation", 0.13),
];
/** The supervision centre watches live since this year; nobody counted before. */
const liveSince = 2016;

/** What operators saw live and what became of it: by district and year, and by month for the whole city. */
export function liveMonitoring(random: SeededRandom): OutcomeStatistic[] {
  const levels = new Map(districtNames.map(({ code }) => [code, random.between(0.5, 1.5)]));
  let cells = cityYears
    .filter((year) => year >= liveSince)
    .flatMap((year) =>
      perMonth(year, (district) => {
        const growth = 1 + (year - liveSince) / 8;
        const mean = 0.9 * thousandsOf(district) * present(levels.get(district)) * growth;
        return random.overDispersed(mean, 1.4);
      }),
    );
  return monitoring.flatMap(({ definition, kept }) => {
    cells = cells.map((cell) => ({ ...cell, count: random.binomial(cell.count, kept) }));
    return [
      outcomeRow(definition, municipalScope, { period: "2015" }, "not-collected"),
      ...rowsOf(definition, municipalScope, cells),
    ];
  });
}

const fine = (stage: string, code: string, wording: string): OutcomeDefinition => ({
  code,
  funnel: "video-fines",
  stage,
  unit: "verbalisation",
  wording: `${wording} (donnée fictive)`,
});
const issued = fine(
  "issued",
  "verbalisations-par-video",
  "Contraventions relevées à l’écran dans la zone de vidéo-verbalisation",
);
const contested = fine("contested", "verbalisations-contestees", "Contraventions contestées");
const cancelled = fine("cancelled", "verbalisations-annulees", "Contraventions annulées");
const fineCategories = [
  ["Stationnement très gênant", 0.52],
  ["Voie réservée", 0.21],
  ["Téléphone au volant", 0.12],
  ["Feu rouge ou stop", 0.11],
  ["Dépôt sauvage depuis un véhicule", 0.04],
] as const;
const fineDistricts: readonly DistrictCode[] = ["VT01", "VT02", "VT03"];
/** The zone opened in this year: before it the count is zero because the city says so. */
const finesSince = 2017;

/** Fines by video: by district of the zone, year and category; by month and category for the whole zone. */
export function videoFines(random: SeededRandom): OutcomeStatistic[] {
  const years = cityYears.filter((year) => year >= finesSince);
  const cells = years.flatMap((year) =>
    fineCategories.flatMap(([category, share]) =>
      perMonth(
        year,
        () => random.overDispersed(share * (40 + 9 * (year - finesSince)), 2),
        fineDistricts,
      ).map((cell) => ({ ...cell, category })),
    ),
  );
  const ofYear = (year: number) =>
    cells.filter((cell) => cell.year === year).reduce((sum, cell) => sum + cell.count, 0);
  return [
    ...cityYears
      .filter((year) => year < finesSince)
      .map((year) => outcomeRow(issued, videoFineScope, { period: String(year) }, "declared-zero")),
    ...rowsOf(issued, videoFineScope, cells),
    ...years.flatMap((year) => {
      const disputes = random.binomial(ofYear(year), 0.045);
      const period = String(year);
      return [
        outcomeRow(contested, videoFineScope, { period }, disputes),
        outcomeRow(cancelled, videoFineScope, { period }, random.binomial(disputes, 0.38)),
      ];
    }),
  ];
}

function perMonth(
  year: number,
  draw: (district: DistrictCode) => number,
  districts: readonly DistrictCode[] = districtNames.map(({ code }) => code),
): EventCell[] {
  return districts.flatMap((district) =>
    cityMonths.map((month) => ({ year, month, district, count: draw(district) })),
  );
}

function rowsOf(
  definition: OutcomeDefinition,
  scope: string,
  cells: readonly EventCell[],
): OutcomeStatistic[] {
  return [
    ...sumCells(cells, ({ year, district, category }) => ({
      period: String(year),
      district,
      category,
    })),
    ...sumCells(cells, (cell) => ({ period: monthOf(cell), category: cell.category })),
  ].map(({ key, count }) => outcomeRow(definition, scope, key, count));
}
