import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { latestDay } from "#domain/period/partial-date.ts";
import type { DistrictCode } from "./street-names.ts";

/** The ten years of the city's statistics and accounts. */
export const cityYears = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024] as const;
export const cityMonths = Array.from({ length: 12 }, (_, index) => index + 1);

export const municipalScope = "streets and municipal sites";
export const wholeCityScope = "Ensemble de la commune";
export const videoFineScope = "video-fine zone";

export type EventCell = {
  year: number;
  month: number;
  district: DistrictCode | undefined;
  category?: string;
  result?: string;
  count: number;
};

/** A row of a count; nothing counted is the state "zero", which is not a silence. */
export function outcomeRow(
  definition: OutcomeDefinition,
  scope: string,
  cell: { period: string; district?: DistrictCode; category?: string; result?: string },
  count: number | Exclude<OutcomeStatistic["state"], "known" | "zero">,
): OutcomeStatistic {
  const { period, district, category, result } = cell;
  return {
    definition,
    scope,
    ...(district === undefined
      ? { areaKind: "city" as const }
      : { areaKind: "district" as const, areaCode: district }),
    periodFrom: period.length === 4 ? `${period}-01-01` : `${period}-01`,
    periodTo: latestDay(period),
    ...(category === undefined ? {} : { category }),
    ...(result === undefined ? {} : { result }),
    ...stateOf(count),
  };
}

function stateOf(count: number | Exclude<OutcomeStatistic["state"], "known" | "zero">) {
  if (typeof count === "string") return { state: count };
  return count === 0 ? { state: "zero" as const } : { state: "known" as const, value: count };
}

/** Sums cells under a key, in order of first appearance: one list of events gives years by district and months. */
export function sumCells<Key>(
  cells: readonly EventCell[],
  keyOf: (cell: EventCell) => Key | undefined,
): { key: Key; count: number }[] {
  const sums = new Map<string, { key: Key; count: number }>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key === undefined) continue;
    const text = JSON.stringify(key);
    const sum = sums.get(text);
    if (sum) sum.count += cell.count;
    else sums.set(text, { key, count: cell.count });
  }
  return [...sums.values()];
}

export function monthOf({ year, month }: { year: number; month: number }): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}
