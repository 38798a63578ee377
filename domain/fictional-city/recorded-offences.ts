import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { present } from "#domain/presence/present.ts";
import {
  cityMonths,
  cityYears,
  type EventCell,
  monthOf,
  outcomeRow,
  sumCells,
  wholeCityScope,
} from "./outcome-rows.ts";
import {
  type OffenceKind,
  offenceCategories,
  plantedEffects,
  plantedFactor,
} from "./planted-effects.ts";
import { thousandsOf } from "./populations.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { type DistrictCode, districtNames } from "./street-names.ts";

const recorded: OutcomeDefinition = {
  code: "faits-constates",
  funnel: "recorded-offences",
  stage: "recorded",
  unit: "fait",
  wording:
    "Faits constatés par la police, au lieu et au mois des faits, sans leurs suites (donnée fictive)",
};

/** Expected offences per 1,000 inhabitants in 2015, and what a common trend makes of them each year. */
const levels: Readonly<Record<OffenceKind, { rate: number; trend: number }>> = {
  vehicles: { rate: 18, trend: 0.985 },
  assaults: { rate: 8, trend: 1.01 },
  thefts: { rate: 10, trend: 0.98 },
  damage: { rate: 9, trend: 0.99 },
  drugs: { rate: 3.2, trend: 1.02 },
};
const kinds = Object.keys(levels) as OffenceKind[];
const busiest = 11;

/** Offences of ten years: by district, year and category; by month and category for the whole city only. */
export function recordedOffences(random: SeededRandom): OutcomeStatistic[] {
  const cells = offenceCells(random);
  const byDistrict = sumCells(cells, ({ year, district, category }) => ({
    period: String(year),
    district,
    category,
  }));
  const byMonth = sumCells(cells, (cell) => ({ period: monthOf(cell), category: cell.category }));
  return [...byDistrict, ...byMonth].map(({ key, count }) =>
    outcomeRow(recorded, wholeCityScope, key, silenceOf(key) ?? count),
  );
}

function offenceCells(random: SeededRandom): EventCell[] {
  const levelOf = new Map(districtNames.map(({ code }) => [code, random.between(0.75, 1.3)]));
  return cityYears.flatMap((year) =>
    districtNames.flatMap(({ code }) =>
      kinds.flatMap((kind) =>
        cityMonths.map((month) => {
          const mean =
            (levels[kind].rate / 12) *
            thousandsOf(code) *
            present(levelOf.get(code)) *
            levels[kind].trend ** (year - 2015) *
            seasonOf(month) *
            plantedFactor(kind, code, year);
          const count = random.overDispersed(mean, plantedEffects.dispersion);
          return { year, month, district: code, category: offenceCategories[kind], count };
        }),
      ),
    ),
  );
}

/** One season a year, the same everywhere: 8 % more in November, 8 % less in May. */
function seasonOf(month: number): number {
  return 1 + 0.08 * Math.cos((2 * Math.PI * (month - busiest)) / 12);
}

/** In its last year the police gave drug offences for the city only: no total of a district can be made of it. */
function silenceOf(key: {
  period: string;
  district?: DistrictCode | undefined;
  category?: string | undefined;
}) {
  const isSilent =
    key.district !== undefined && key.period === "2024" && key.category === offenceCategories.drugs;
  return isSilent ? ("not-broken-down" as const) : undefined;
}
