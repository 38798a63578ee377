import type { Measure } from "#domain/measure/measure.ts";
import type { CameraYears } from "./camera-years.ts";
import type { YearlySpend } from "./yearly-spend.ts";

/**
 * A year's spend divided by the camera-years of that year.
 * Unit: cents of the ledger's currency per camera-year. Operating and capital as paid, grants not deducted.
 * No camera-year gives no figure: "not-collected", never infinity. A family whose amount is missing makes the
 * figure a lower bound: it is flagged by its completeness (families with an amount over families with a line).
 * Camera-years, not a count on 31 December: a camera put up in December was not run for a year, and counting it as one
 * would make a growing system look cheap.
 */
export function spendPerCameraYear(spend: YearlySpend, cameras: CameraYears): Measure {
  const context = {
    unit: `cents ${spend.vatIncluded ? "incl." : "excl."} VAT per camera-year` as const,
    period: spend.period,
    sources: spend.sourceIds,
    completeness: {
      counted: spend.lines - spend.missing.length,
      expected: spend.lines,
      of: "ledger lines",
    },
  };
  if (cameras.value <= 0) return { kind: "not-collected", ...context };
  const cents = spend.operatingCents + spend.capitalCents;
  return { kind: "known", value: cents / cameras.value, estimated: spend.estimated, ...context };
}
