import type { ServiceTime } from "#domain/cost/allocation-key.ts";
import { plainestView } from "#domain/cost/cost-view.ts";
import { type FullCostYear, fullCosts } from "#domain/cost/full-cost.ts";
import { honourView, inOneCurrency } from "#domain/cost/honour-view.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { type CamerasByDates, type CameraYears, cameraYears } from "./camera-years.ts";
import { fullCostPerCameraYear } from "./full-cost-figures.ts";
import { lackingForFullCost, type MissingNature } from "./ledger-standing.ts";

export type LatestFullCost = {
  cost: FullCostYear;
  /** What it lacks to be a full cost; empty when it is one. */
  lacking: MissingNature[];
  cameraYears: CameraYears;
  perCameraYear: Measure;
};

/**
 * The cost of the latest accounting year with running costs, under the assumptions that assume least: each line's own
 * useful life, straight line, current prices, amounts as recorded, grants not deducted.
 * Unit: cents of the currency asked, or of the ledger's own. Undefined where the ledger has no line.
 */
export function latestFullCost(
  ledger: readonly LedgerLine[],
  cameras: readonly CamerasByDates[],
  currency: string,
  startMonth: number,
): LatestFullCost | undefined {
  const { lines } = inOneCurrency(ledger, currency);
  const { view, choices } = honourView(lines, plainestView, undefined, startMonth);
  const cost = fullCosts(lines, choices, startMonth).find(({ year }) => year === view.year);
  if (!cost) return undefined;
  const years = cameraYears(cameras, cost.period);
  return {
    cost,
    lacking: lackingForFullCost(cost),
    cameraYears: years,
    perCameraYear: fullCostPerCameraYear(cost, choices.grants, years),
  };
}

/** Camera-years, and the hours watched where they are counted, as the time by which a joint cost is shared. */
export function serviceTimeOf(
  { value, dated, undated }: CameraYears,
  hours: number | null = null,
): ServiceTime {
  return { cameraYears: value, cameras: dated + undated, hours };
}
