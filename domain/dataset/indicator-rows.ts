import {
  computeIndicator,
  type IndicatorPoint,
  type IndicatorSeries,
  latestPoint,
} from "#domain/indicator/compute-indicator.ts";
import type { DistrictFacts } from "#domain/indicator/district-funnel.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { type DescribedMeasure, numberOf } from "#domain/measure/described-measure.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { DatasetRow } from "./dataset.ts";

type Area = { kind: "city" | "districts" | "district"; code: string | null };

/**
 * Every value of every indicator as rows of the open dataset: of the city, of what is located in its districts, and of each
 * district where the indicator is drawn by district. Sums are in the currency's unit. The facts are those that remain
 * after disclosure control: nothing else can come out.
 */
export function indicatorRows(
  facts: IndicatorFacts,
  districts: readonly DistrictFacts[],
  keyOf: (sourceId: number) => string,
): DatasetRow[] {
  return indicators.flatMap((indicator) => [
    ...rowsOfCity(indicator, facts, keyOf),
    ...(indicator.byDistrict ? districts : []).flatMap(({ code, facts: own }) =>
      computeIndicator(indicator, own).flatMap((series) =>
        rowsOf(indicator, series, { area: { kind: "district", code }, latest: undefined, keyOf }),
      ),
    ),
  ]);
}

function rowsOfCity(
  indicator: IndicatorDefinition,
  facts: IndicatorFacts,
  keyOf: (sourceId: number) => string,
): DatasetRow[] {
  const all = computeIndicator(indicator, facts);
  const latest = latestPoint(all);
  return all.flatMap((series) => {
    const area: Area = { kind: series.area === "whole" ? "city" : "districts", code: null };
    return rowsOf(indicator, series, { area, latest, keyOf });
  });
}

type Given = {
  area: Area;
  latest: IndicatorPoint | undefined;
  keyOf: (sourceId: number) => string;
};

function rowsOf(
  indicator: IndicatorDefinition,
  { points }: IndicatorSeries,
  { area, latest, keyOf }: Given,
): DatasetRow[] {
  return points.map((point) => {
    const { numerator, denominator } = point;
    const sources = [...new Set([...numerator.sources, ...denominator.sources])].map(keyOf);
    return {
      indicator: indicator.id,
      family: indicator.family,
      area_kind: area.kind,
      area: area.code,
      period_from: point.period.from,
      period_to: point.period.to,
      latest: point === latest,
      ...figureOf(point),
      unknown: point.unknown,
      refusals: point.refusals,
      ...inputOf("numerator", indicator.numerator, numerator),
      ...inputOf("denominator", indicator.denominator, denominator),
      definition: `/methodology#${indicator.methodology}`,
      sources: sources.sort(),
    };
  });
}

function figureOf({ result, bounds }: IndicatorPoint): DatasetRow {
  const worst = { worst_low: bounds?.low ?? null, worst_high: bounds?.high ?? null };
  if (!result) return { state: "refused", estimated: false, ...worst };
  const { completeness } = result;
  return {
    state: result.kind,
    value: amountOf(result),
    unit: wholeUnit(result.unit),
    ...worst,
    ...certaintyOf(result),
    completeness_counted: completeness?.counted ?? null,
    completeness_expected: completeness?.expected ?? null,
    completeness_of: completeness?.of ?? null,
  };
}

function certaintyOf(result: Measure): DatasetRow {
  if (result.kind !== "known") return { estimated: false };
  const { interval, estimated, bound = null, unit } = result;
  if (!interval) return { estimated, bound };
  return {
    estimated,
    bound,
    low: inUnit(interval.low, unit),
    high: inUnit(interval.high, unit),
    level: interval.level,
    interval_method: interval.method,
  };
}

function inputOf(
  side: "numerator" | "denominator",
  input: string,
  measure: DescribedMeasure,
): DatasetRow {
  return {
    [side]: input,
    [`${side}_definition`]: measure.definition,
    [`${side}_scope`]: measure.scope,
    [`${side}_state`]: measure.kind,
    [`${side}_value`]: amountOf(measure),
    [`${side}_unit`]: wholeUnit(measure.unit),
  };
}

function amountOf(measure: Measure): number | null {
  const value = numberOf(measure);
  return value === undefined ? null : inUnit(value, measure.unit);
}

const cents = /^cents /;

/** "cents EUR incl. VAT" is counted in euros by everybody but an accountant. */
function inUnit(value: number, unit: string): number {
  return cents.test(unit) ? value / 100 : value;
}

function wholeUnit(unit: string): string {
  return unit.replace(cents, "");
}
