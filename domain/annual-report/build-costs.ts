import type { FullCostYear, GrantShare } from "#domain/cost/full-cost.ts";
import { cameraYears } from "#domain/indicator/camera-years.ts";
import {
  fullCostFigure,
  fullCostPerCameraYear,
  fullCostPerInhabitant,
} from "#domain/indicator/full-cost-figures.ts";
import { lackingForFullCost } from "#domain/indicator/ledger-standing.ts";
import type { Measure, Unit } from "#domain/measure/measure.ts";
import { present } from "#domain/presence/present.ts";
import { indicatorFigures } from "./indicator-figures.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFigure, ReportPart, ReportUnknown } from "./report-content.ts";
import { reportFigure } from "./report-figure.ts";

/** What the system cost in the year, what it is made of, who paid, and what the accounts do not say. */
export function buildCosts(known: RegistryYear): ReportPart {
  const { cost } = known;
  const next: ReportUnknown[] = known.hasNextBudget ? [] : [{ code: "next-year-funding" }];
  if (!cost) return { figures: [], entries: [], unknowns: [{ code: "ledger" }, ...next] };
  const perUse = indicatorFigures(known, ["cost-per-request", "cost-per-useful-footage"]);
  const lacking = lackingForFullCost(cost);
  return {
    figures: [...costFigures(known, cost), ...funding(known, cost), ...perUse.figures],
    entries: [],
    unknowns: [
      ...lacking.map((nature) => ({ code: "cost-nature" as const, names: [nature] })),
      ...silentLines(cost),
      ...(cost.grants.length === 0 ? [{ code: "funding" as const }] : []),
      ...next,
      ...perUse.unknowns,
    ],
  };
}

/** The cost of the whole year, as the page on costs says it before any choice. */
export function fullCost(known: RegistryYear, cost: FullCostYear): ReportFigure {
  const measure = { ...fullCostFigure(cost, "gross"), unit: unitOf(cost, "") };
  return figureOf(known, cost, "full-cost", bounded(cost, measure));
}

function costFigures(known: RegistryYear, cost: FullCostYear): ReportFigure[] {
  const served = cameraYears(known.facts.cameras, cost.period);
  const part = (name: string, cents: number) =>
    figureOf(known, cost, name, {
      ...{ unit: unitOf(cost, ""), period: cost.period, sources: cost.sourceIds },
      ...(cents === 0 ? { kind: "zero" } : { kind: "known", value: cents, estimated: false }),
    });
  return [
    fullCost(known, cost),
    part("capital", cost.capitalCents),
    part("staff", cost.staffCents),
    part("running", cost.runningCents),
    figureOf(known, cost, "full-cost-per-camera-year", {
      ...bounded(cost, fullCostPerCameraYear(cost, "gross", served)),
      unit: unitOf(cost, " per camera-year"),
    }),
    figureOf(known, cost, "full-cost-per-inhabitant", {
      ...bounded(cost, fullCostPerInhabitant(cost, "gross", known.population)),
      unit: unitOf(cost, " per inhabitant"),
    }),
  ];
}

/** What each funder takes off the year, grants and receipts apart; a part that nobody gives makes it "at least". */
function funding(known: RegistryYear, cost: FullCostYear): ReportFigure[] {
  const groups = new Map<string, GrantShare[]>();
  for (const grant of cost.grants) {
    const key = `${grant.kind} ${grant.funder ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].flatMap((shares) => {
    const { kind, funder } = present(shares[0]);
    return [figureOf(known, cost, kind, fundedBy(cost, shares), funder ?? undefined)];
  });
}

function fundedBy(cost: FullCostYear, shares: readonly GrantShare[]): Measure {
  const sources = [...new Set(shares.flatMap(({ sourceIds }) => sourceIds))].sort((a, b) => a - b);
  const context = { unit: unitOf(cost, ""), period: cost.period, sources };
  const said = shares.flatMap(({ cents }) => (cents === undefined ? [] : [cents]));
  if (said.length === 0) return { ...context, kind: "not-communicated" };
  const value = said.reduce((sum, cents) => sum + cents, 0);
  if (said.length < shares.length) {
    return { ...context, kind: "known", value, estimated: false, bound: "lower" };
  }
  return value === 0
    ? { ...context, kind: "zero" }
    : { ...context, kind: "known", value, estimated: false };
}

function figureOf(
  { release }: RegistryYear,
  cost: FullCostYear,
  name: string,
  measure: Measure,
  about?: string,
): ReportFigure {
  const page = `costs?year=${cost.year}`;
  return reportFigure(measure, { name, about, page, release });
}

/** A sum that some lines do not say is "at least". */
function bounded(cost: FullCostYear, measure: Measure): Measure {
  if (measure.kind !== "known" || cost.silences.length === 0) return measure;
  return { ...measure, bound: "lower" };
}

function unitOf({ currency, vat }: FullCostYear, per: string): Unit {
  const words = { excluded: "excl. VAT", included: "incl. VAT", mixed: "mixed VAT" }[vat];
  return `cents ${currency} ${words}${per}` as Unit;
}

function silentLines(cost: FullCostYear): ReportUnknown[] {
  const families = [...new Set(cost.silences.map(({ family }) => family))];
  const count = cost.silences.reduce((sum, { lines }) => sum + lines, 0);
  return count === 0 ? [] : [{ code: "cost-lines", count, names: families }];
}
