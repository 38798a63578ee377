import { authorisationStates } from "#domain/compliance/authorisation-state.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import type { Period } from "#domain/period/period.ts";
import {
  computeIndicator,
  type IndicatorPoint,
  type IndicatorSeries,
} from "./compute-indicator.ts";
import type { IndicatorFacts } from "./indicator-facts.ts";
import type { KeyFigure } from "./moving-figures.ts";
import { indicators } from "./registry.ts";

/**
 * Every value of every registered indicator, one figure per series and period, in the indicator's unit.
 * Left out: what has no number, and the cost per camera-year of a year of spending as paid, which is a headline of its own
 * (`spend-per-camera-year`). Two releases are only comparable on one day: `facts.today` is part of what some are about.
 */
export function indicatorFigures(facts: IndicatorFacts): KeyFigure[] {
  return indicators.flatMap((indicator) =>
    computeIndicator(indicator, facts)
      .filter(({ numerator }) => !(indicator.id === spendTwice && numerator.definition === asPaid))
      .flatMap((series) => series.points.flatMap((point) => figureOf(indicator.id, series, point))),
  );
}

const spendTwice = "cost-per-camera-year";
const asPaid = "yearly-spend";

function figureOf(
  id: string,
  series: IndicatorSeries,
  { period, result }: IndicatorPoint,
): KeyFigure[] {
  const value = result && numberOf(result);
  if (!result || value === undefined) return [];
  const of = [wordPeriod(period), ...aboutOf(series)].join(", ");
  const part = partOf(series);
  return [{ id, of, value, unit: result.unit, ...(part ? { part } : {}) }];
}

function partOf({ area, numerator }: IndicatorSeries): KeyFigure["part"] {
  if (area === "located") return "located";
  return numerator.definition === asPaid ? "as-paid" : undefined;
}

/** Counts are named by their scope and their definitions, so that two series of one indicator are told apart. */
function aboutOf({ numerator, denominator }: IndicatorSeries): string[] {
  const counts = [numerator, denominator].filter(({ scope }) => scope !== null);
  const scopes = counts.map(({ scope }) => scope as string);
  return [...new Set([...scopes, ...counts.map(({ definition }) => definition)])];
}

/** A whole year by its number, a day by its date, anything else by its ends. */
function wordPeriod({ from, to }: Period): string {
  if (from === to) return from;
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}/${to}`;
}

/**
 * How cameras in service stand with the law on `facts.today`: one figure per state that some camera is in, and those whose
 * stated retention is longer than the law allows. Unit: cameras. None where no order is needed.
 */
export function legalFigures({ authorisations }: IndicatorFacts): KeyFigure[] {
  if (!authorisations) return [];
  const { byState, overRetention } = authorisations;
  const unit = "camera";
  return [
    ...authorisationStates.map((state) => ({
      id: `cameras-with-order-${state}`,
      of: "",
      value: byState[state] ?? 0,
      unit,
    })),
    { id: "cameras-over-retention", of: "", value: overRetention, unit },
  ];
}

/** What a year cost in full, investments spread: each year of the ledger that has what a full cost needs. Unit: cents. */
export function fullCostFigures({ costs }: IndicatorFacts): KeyFigure[] {
  return costs
    .filter(({ definition }) => definition === "full-annual-cost")
    .map(({ period, cents, currency, vatIncluded }) => ({
      id: "full-annual-cost",
      of: wordPeriod(period),
      value: cents,
      unit: `cents ${currency} ${vatIncluded ? "incl." : "excl."} VAT`,
    }));
}
