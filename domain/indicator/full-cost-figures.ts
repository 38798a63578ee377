import {
  type AllocationKey,
  costByUnitOfKey,
  type ServiceTime,
} from "#domain/cost/allocation-key.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { Measure, MeasureContext, Unit } from "#domain/measure/measure.ts";
import type { CameraYears } from "./camera-years.ts";
import type { Inhabitants } from "./cameras-per-inhabitant.ts";

/** A year's cost, grants deducted or not. */
export function chosenCost(year: FullCostYear, grants: "gross" | "net"): number {
  return grants === "net" ? year.netCents : year.grossCents;
}

/**
 * The full cost of a year, as a figure. Unit: cents of the ledger's currency, with or without VAT as named.
 * Completeness: ledger lines with an amount over lines that weigh on the year. "not-communicated" where no line has any.
 */
export function fullCostFigure(year: FullCostYear, grants: "gross" | "net"): Measure {
  const context = contextOf(year, "");
  if (year.completeness.counted === 0) return { kind: "not-communicated", ...context };
  return known(chosenCost(year, grants), year, context);
}

/**
 * The full cost of a year over the camera-years of that year (Σ days in service / days of the year).
 * Unit: cents per camera-year. No camera-year gives no figure, never infinity.
 */
export function fullCostPerCameraYear(
  year: FullCostYear,
  grants: "gross" | "net",
  cameras: CameraYears,
): Measure {
  const context = contextOf(year, " per camera-year");
  if (cameras.value <= 0) return { kind: "not-collected", ...context };
  if (year.completeness.counted === 0) return { kind: "not-communicated", ...context };
  return known(chosenCost(year, grants) / cameras.value, year, context);
}

/**
 * The full cost of a year by the unit of an allocation key: per camera-year ("camera-months"), per camera that served at
 * least a day ("equal"), per hundred hours watched ("hours"). Unit: cents per that unit, direct costs included.
 * "not-collected" where the key has no weight: no camera served, or nobody counts the hours.
 */
export function fullCostByUnitOfKey(
  year: FullCostYear,
  grants: "gross" | "net",
  key: AllocationKey,
  time: ServiceTime,
): Measure {
  const context = contextOf(year, perUnit[key]);
  const cents = costByUnitOfKey(chosenCost(year, grants), key, time);
  if (cents === undefined) return { kind: "not-collected", ...context };
  if (year.completeness.counted === 0) return { kind: "not-communicated", ...context };
  return known(cents, year, context);
}

const perUnit = {
  "camera-months": " per camera-year",
  equal: " per camera",
  hours: " per 100 hours",
} as const;

/**
 * The full cost of a year over the inhabitants of the city.
 * Unit: cents per inhabitant. The population is that of the census year nearest to the accounting year: both are shown.
 * Cameras film more people than those who live there; it is a measure of what each inhabitant pays, not of use.
 */
export function fullCostPerInhabitant(
  year: FullCostYear,
  grants: "gross" | "net",
  population: Inhabitants | undefined,
): Measure {
  const context = contextOf(year, " per inhabitant");
  if (!population || population.inhabitants <= 0) return { kind: "not-collected", ...context };
  if (year.completeness.counted === 0) return { kind: "not-communicated", ...context };
  return known(chosenCost(year, grants) / population.inhabitants, year, {
    ...context,
    sources: [...new Set([...context.sources, population.sourceId])],
  });
}

function contextOf(
  year: FullCostYear,
  per: "" | " per inhabitant" | (typeof perUnit)[AllocationKey],
) {
  const vat = ({ excluded: "excl. VAT", included: "incl. VAT", mixed: "mixed VAT" } as const)[
    year.vat
  ];
  const { period, sourceIds: sources, completeness } = year;
  const unit: Unit = `cents ${vat}${per}`;
  return { unit, period, sources, completeness };
}

function known(value: number, year: FullCostYear, context: MeasureContext): Measure {
  return { kind: "known", value, estimated: year.estimated, ...context };
}
