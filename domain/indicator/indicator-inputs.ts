import type { DescribedMeasure } from "#domain/measure/described-measure.ts";
import type { Unit } from "#domain/measure/measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { nearestPopulation } from "./cameras-per-inhabitant.ts";
import { countedSeries } from "./counted-series.ts";
import {
  type CountedInputId,
  countedInputs,
  type IndicatorInputId,
} from "./indicator-definition.ts";
import {
  type CostOfYear,
  counted,
  type IndicatorFacts,
  type InputSeries,
  seriesOf,
} from "./indicator-facts.ts";
import { camerasInService, daysInOrder, registered, servedTime } from "./registry-series.ts";

/**
 * The series of an input, one per definition and scope: two that count different things are never joined. Several
 * values of one series never share a period. Unit: that of each measure.
 */
export function inputSeries(id: IndicatorInputId, facts: IndicatorFacts): InputSeries[] {
  if (id in countedInputs) return countedSeries(id as CountedInputId, facts.counts);
  switch (id) {
    case "cameras-in-service":
      return camerasInService(facts);
    case "camera-years":
      return servedTime(facts, "camera-year");
    case "camera-days":
      return servedTime(facts, "camera-day");
    case "camera-days-in-order":
      return daysInOrder(facts);
    case "inhabitants":
      return facts.populations.length === 0 ? [] : [inhabitants(facts)];
    case "yearly-cost":
      return yearlyCosts(facts.costs);
    default:
      return orders(id, facts);
  }
}

/** The nearest count of inhabitants stands for a period; it is an estimate where its year is another. */
function inhabitants({ populations }: IndicatorFacts): InputSeries {
  return {
    definition: "inhabitants",
    wording: undefined,
    scope: null,
    periods: [],
    at: (period) => {
      const year = yearOf(period.to);
      const nearest = nearestPopulation(populations, year);
      const context = {
        definition: "inhabitants",
        scope: null,
        unit: "inhabitant",
        period,
      } as const;
      return (
        nearest &&
        counted(
          { ...context, sources: [nearest.sourceId] },
          nearest.inhabitants,
          nearest.year !== year,
        )
      );
    },
  };
}

/** Amounts of one currency and treatment of VAT make a series; a year in another one makes its own. */
function yearlyCosts(costs: readonly CostOfYear[]): InputSeries[] {
  const groups = new Map<string, CostOfYear[]>();
  for (const cost of costs) {
    const key = `${cost.definition} ${cost.currency} ${cost.vatIncluded}`;
    groups.set(key, [...(groups.get(key) ?? []), cost]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ definition }) =>
      seriesOf(
        { definition, wording: undefined, scope: null },
        group.map((cost) => ({ period: cost.period, measure: costMeasure(cost) })),
      ),
    ),
  );
}

function costMeasure(cost: CostOfYear): DescribedMeasure {
  const { definition, period, counted: known, lines } = cost;
  const unit = `cents ${cost.currency} ${cost.vatIncluded ? "incl." : "excl."} VAT` as Unit;
  return {
    kind: "known",
    value: cost.cents,
    estimated: cost.estimated,
    ...(known < lines ? { bound: "lower" as const } : {}),
    ...{ definition, scope: null, unit, period, sources: cost.sourceIds },
    completeness: { counted: known, expected: lines, of: "ledger lines" },
  };
}

/** Cameras whose state nobody can read (no known order, no published expiry) are neither valid nor expired. */
function orders(id: IndicatorInputId, facts: IndicatorFacts): InputSeries[] {
  const { authorisations, today } = facts;
  if (!authorisations) return [];
  const { byState, inService } = authorisations;
  const of = (...states: (keyof typeof byState)[]) =>
    states.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
  const needing = inService - of("not-required");
  if (needing === 0) return [];
  const period = { from: today, to: today };
  const value = id === "cameras-needing-order" ? needing : of("valid", "expiring");
  const context = {
    ...registered(facts, { definition: id, unit: "camera", period }),
    sources: [...facts.registrySourceIds, ...facts.orderSourceIds],
  };
  return [
    seriesOf({ definition: id, wording: undefined, scope: null }, [
      {
        period,
        measure: counted(context, value, false),
        unknown: of("none-known", "unknown"),
      },
    ]),
  ];
}
