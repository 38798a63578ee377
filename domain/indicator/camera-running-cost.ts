import type { Period } from "#domain/period/period.ts";
import { type CamerasByDates, cameraYears } from "./camera-years.ts";
import { type LedgerTotal, type YearlySpend, yearlySpend } from "./yearly-spend.ts";

export type RunningCosts = {
  year: number;
  period: Period;
  currency: string;
  /** Common operating cost of the year, in cents: control room, network, staff… */
  commonCents: number;
  cameraYears: number;
  undatedCameras: number;
  /** The share of one camera in service all year, in cents, by months in service. */
  shareCents: number;
  spend: YearlySpend;
};

/**
 * Share of the common operating cost borne by a camera in service all year, in the latest accounting year that has
 * operating lines. Key: months in service ("camera-months"): each camera-year bears as much (alternatives exist and change
 * the answer: the key is always shown).
 * Unit: cents. Undefined when the ledger is silent or no camera was in service: no share is invented.
 */
export function latestRunningCosts(
  totals: readonly LedgerTotal[],
  cameras: readonly CamerasByDates[],
  startMonth: number,
): RunningCosts | undefined {
  const spend = yearlySpend(totals, startMonth).findLast((year) => year.operatingCents > 0);
  if (!spend) return undefined;
  const years = cameraYears(cameras, spend.period);
  if (years.value <= 0) return undefined;
  const common = yearlySpend(
    totals.filter((total) => total.targetKind !== "camera"),
    startMonth,
  ).find((year) => year.year === spend.year);
  const commonCents = common?.operatingCents ?? 0;
  return {
    year: spend.year,
    period: spend.period,
    currency: spend.currency,
    commonCents,
    cameraYears: years.value,
    undatedCameras: years.undated,
    shareCents: commonCents / years.value,
    spend,
  };
}
