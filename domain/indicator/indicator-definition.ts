import type { MeasureRefusal } from "#domain/measure/described-measure.ts";
import { footageContributed } from "#domain/outcome/funnel-stages.ts";

/** What indicators are made of. Counts name the funnel and stage they are read from; the others are computed. */
export const indicatorInputIds = [
  "cameras-in-service",
  "camera-years",
  "camera-days",
  "camera-days-in-order",
  "inhabitants",
  "yearly-cost",
  "requests",
  "available",
  "usable",
  "relevant",
  "contributed",
  "detections",
  "alerts",
  "fines",
  "live-arrests",
  "arrests",
  "investigations",
  "investigations-with-footage",
  "solved",
  "solved-with-footage",
  "cameras-under-valid-order",
  "cameras-needing-order",
  "access-received",
  "access-granted",
] as const;
export type IndicatorInputId = (typeof indicatorInputIds)[number];

/** Which published count an input is; `result` narrows a stage to the requests that bear it. */
export const countedInputs = {
  requests: { funnel: "footage-review", stage: "requested" },
  available: { funnel: "footage-review", stage: "available" },
  usable: { funnel: "footage-review", stage: "usable" },
  relevant: { funnel: "footage-review", stage: "requested", result: "relevant-found" },
  contributed: { funnel: "footage-review", stage: "contributed" },
  detections: { funnel: "live-monitoring", stage: "detected" },
  alerts: { funnel: "live-monitoring", stage: "reported" },
  fines: { funnel: "video-fines", stage: "issued" },
  "live-arrests": { funnel: "live-monitoring", stage: "resolved" },
  arrests: { funnel: "investigations", stage: "arrests" },
  investigations: { funnel: "investigations", stage: "opened" },
  "investigations-with-footage": {
    funnel: "investigations",
    stage: "opened",
    result: footageContributed,
  },
  solved: { funnel: "investigations", stage: "cleared" },
  "solved-with-footage": {
    funnel: "investigations",
    stage: "cleared",
    result: footageContributed,
  },
  "access-received": { funnel: "rights", stage: "received" },
  "access-granted": { funnel: "rights", stage: "granted" },
} as const satisfies Partial<
  Record<IndicatorInputId, { funnel: string; stage: string; result?: string }>
>;
export type CountedInputId = keyof typeof countedInputs;

export const indicatorFamilies = [
  "equipment",
  "cost",
  "footage",
  "investigations",
  "live",
  "fines",
  "law",
  "rights",
] as const;
export type IndicatorFamily = (typeof indicatorFamilies)[number];

/**
 * How the two inputs become a figure.
 *
 * - `ratio`: one whole over another; no sampling interval.
 * - `share`: a part over its whole; Wilson interval, 95 %; worst-case bounds where the state of some is unknown.
 * - `census-share`: a part over its whole where every case was looked at: bounds, no sampling interval.
 * - `rate`: a count over an exposure; exact Poisson interval (Garwood), 95 %.
 * - `cost-per-event`: an amount over a count; Garwood inverted; a lower bound alone where nothing was counted.
 */
export type IndicatorMethod = "ratio" | "share" | "census-share" | "rate" | "cost-per-event";

export type IndicatorUnit = "per-thousand" | "money" | "share" | "per-camera-year";

/** What was published elsewhere or before, and that the page of an indicator must face. */
export type PublishedCounterpart = "requests-per-camera" | "yearly-cost" | "cameras";

export type IndicatorDefinition = {
  /** Also its address and the key of its words. */
  id: string;
  family: IndicatorFamily;
  numerator: IndicatorInputId;
  denominator: IndicatorInputId;
  method: IndicatorMethod;
  unit: IndicatorUnit;
  /** What the quotient is multiplied by. */
  times: number;
  /**
   * Refusals set aside, with the reason told beside the figure: the registry and the ledger state no scope, so that a
   * count over them supposes that they cover the same cameras.
   */
  accepts: readonly MeasureRefusal[];
  /** Drawn by district as a funnel plot where protected counts allow it. */
  byDistrict: boolean;
  /** Which way would be better: none is, unless a rule of law or of use says so. */
  reading: "no-better-way" | "more-is-lawful" | "less-is-lost";
  published: PublishedCounterpart | null;
  /** Anchor of the definition on the methodology page. */
  methodology: string;
};
