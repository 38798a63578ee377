import { isSilence, numberOf, type Silence } from "#domain/measure/described-measure.ts";
import type { Period } from "#domain/period/period.ts";
import { binomialFunnelLimits } from "#domain/statistics/binomial-funnel-limits.ts";
import { type FunnelLimits, funnelLimits } from "#domain/statistics/funnel-limits.ts";
import {
  additiveInflation,
  additiveInflationOfShares,
  multiplicativeInflation,
  overDispersion,
  overDispersionOfShares,
} from "#domain/statistics/over-dispersion.ts";
import {
  computeIndicator,
  type IndicatorPoint,
  type IndicatorSeries,
} from "./compute-indicator.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import type { IndicatorFacts } from "./indicator-facts.ts";

/** A district with what may be read of it. */
export type DistrictFacts = { code: string; name: string; facts: IndicatorFacts };

export type FunnelStandingOfDistrict = "within" | "outside-inner" | "outside-outer";

export type DistrictFunnelPoint = {
  code: string;
  name: string;
  count: number;
  /** Camera-years, cases, or thousands of inhabitants. */
  exposure: number;
  rate: number;
  standing: FunnelStandingOfDistrict;
  /** The same by the additive model, where the spread beyond chance is as large for a large district as for a small one. */
  additiveStanding: FunnelStandingOfDistrict;
};

export type DistrictFunnel = {
  period: Period;
  /** The rate of the districts shown, taken together. */
  target: number;
  /** How many times the spread of chance the districts vary: 1 is chance alone. Limits are √φ times as far. */
  phi: number;
  /** Variance between districts beyond chance, in squared units of the rate; 0 where chance explains the spread. */
  tauSquared: number;
  points: readonly DistrictFunnelPoint[];
  limits: readonly { exposure: number; limits: FunnelLimits }[];
  /** Districts where fewer than five events would be expected: nothing can be concluded of them. */
  tooFew: readonly string[];
  /** Districts whose numbers may not be read, and why. */
  silent: readonly { name: string; kind: Silence }[];
};

/** Fewer units than this show no spread to be judged. */
export const fewestDistricts = 5;
/** Below this expected count, a unit outside the limits would say nothing. */
export const leastExpected = 5;
const curveSteps = 48;

type Unit = Omit<DistrictFunnelPoint, "standing" | "additiveStanding" | "rate">;

/**
 * An indicator by district as a funnel plot: each district against the limits within which chance alone would keep it. Never
 * a ranking.
 *
 * Unit: that of the indicator. Formula: target = Σ counts / Σ exposures; limits: exact Poisson for rates, exact binomial for
 * shares, 95 % and 99.8 %, moved √φ times as far from the target where districts vary more than chance (φ: mean squared
 * z-score, winsorised by a tenth). The limits drawn are those of this multiplicative model; beside it each district's
 * standing by the additive one, limits √(1 + τ²/s²) times as far, is given, since a rate may vary from district to district by
 * as much whatever their size. Districts with an expected count under 5 are named and not drawn; protected counts are
 * named as withheld. Undefined with fewer than five districts to draw.
 * Source: Spiegelhalter 2005 (Statistics in Medicine 24, 1185–1202).
 */
export function districtFunnel(
  indicator: IndicatorDefinition,
  like: IndicatorSeries,
  districts: readonly DistrictFacts[],
): DistrictFunnel | undefined {
  for (const { period } of like.points.toReversed()) {
    const found = districts.map((district) => ({
      district,
      point: pointLike(indicator, like, district.facts, period),
    }));
    const units = found.flatMap(({ district, point }) => unitOf(indicator, district, point));
    const funnel = funnelOf(indicator, units);
    if (!funnel) continue;
    const silent = found.flatMap(({ district, point }) => silenceOf(district, point));
    return { period, silent, ...funnel };
  }
  return undefined;
}

/** The district's point of the same period, definition and scope. */
function pointLike(
  indicator: IndicatorDefinition,
  like: IndicatorSeries,
  facts: IndicatorFacts,
  period: Period,
): IndicatorPoint | undefined {
  return computeIndicator(indicator, facts)
    .filter(
      ({ numerator, denominator }) =>
        numerator.definition === like.numerator.definition &&
        numerator.scope === like.numerator.scope &&
        denominator.definition === like.denominator.definition,
    )
    .flatMap(({ points }) => points)
    .find((point) => point.period.from === period.from && point.period.to === period.to);
}

function unitOf(
  { times }: IndicatorDefinition,
  { code, name }: DistrictFacts,
  point: IndicatorPoint | undefined,
): Unit[] {
  const count = point && numberOf(point.numerator);
  const exposure = point && numberOf(point.denominator);
  if (count === undefined || exposure === undefined || exposure <= 0) return [];
  return [{ code, name, count, exposure: exposure / times }];
}

function silenceOf(
  { name }: DistrictFacts,
  point: IndicatorPoint | undefined,
): { name: string; kind: Silence }[] {
  const kinds = point ? [point.numerator.kind, point.denominator.kind] : [];
  const kind = kinds.find(isSilence);
  return kind ? [{ name, kind }] : [];
}

function funnelOf(
  indicator: IndicatorDefinition,
  units: readonly Unit[],
): Omit<DistrictFunnel, "period" | "silent"> | undefined {
  const total = (pick: (unit: Unit) => number) => units.reduce((sum, unit) => sum + pick(unit), 0);
  const target = total(({ count }) => count) / total(({ exposure }) => exposure);
  const isShare = indicator.method === "share";
  if (!(target > 0) || (isShare && target >= 1)) return undefined;
  const drawn = units.filter(({ exposure }) => exposure * target >= leastExpected);
  if (drawn.length < fewestDistricts) return undefined;
  const judge = isShare ? overDispersionOfShares : overDispersion;
  const dispersion = judge(drawn, target);
  const { tauSquared } = dispersion;
  const phi = Math.max(1, dispersion.phi);
  const inflation = multiplicativeInflation(phi);
  const additive = isShare ? additiveInflationOfShares : additiveInflation;
  const limitsAt = (exposure: number, times = inflation) =>
    (isShare ? binomialFunnelLimits : funnelLimits)(target, exposure, times);
  return {
    target,
    phi,
    tauSquared,
    points: drawn.map((unit) => {
      const rate = unit.count / unit.exposure;
      const widened = additive(tauSquared, target, unit.exposure);
      return {
        ...unit,
        rate,
        standing: standingOf(rate, limitsAt(unit.exposure)),
        additiveStanding: standingOf(rate, limitsAt(unit.exposure, widened)),
      };
    }),
    limits: exposuresOf(drawn, isShare).map((exposure) => ({
      exposure,
      limits: limitsAt(exposure),
    })),
    tooFew: units.filter((unit) => !drawn.includes(unit)).map(({ name }) => name),
  };
}

function standingOf(rate: number, { warning, alarm }: FunnelLimits): FunnelStandingOfDistrict {
  if (rate < alarm.low || rate > alarm.high) return "outside-outer";
  return rate < warning.low || rate > warning.high ? "outside-inner" : "within";
}

/** Where the curves are computed: evenly from a little below the smallest exposure to the largest. */
function exposuresOf(units: readonly Unit[], isShare: boolean): number[] {
  const all = units.map(({ exposure }) => exposure);
  const [least, most] = [Math.min(...all) * 0.8, Math.max(...all)];
  const at = (step: number) => least + ((most - least) * step) / curveSteps;
  const steps = Array.from({ length: curveSteps + 1 }, (_, step) => at(step));
  return isShare ? [...new Set(steps.map((step) => Math.max(1, Math.round(step))))] : steps;
}
