import type { CameraPurpose, CameraType } from "#domain/camera/camera-vocabulary.ts";
import {
  type AllocationKey,
  plainestKey,
  type ServiceTime,
  shareOfJointCost,
} from "#domain/cost/allocation-key.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { weightOnYear } from "./weight-on-year.ts";

/** What a camera is there for, as far as a cost is split: two uses, both at once, or nobody says. */
export const cameraUses = ["public-space", "traffic", "both", "unsaid"] as const;
export type CameraUse = (typeof cameraUses)[number];

const trafficPurposes: readonly CameraPurpose[] = ["traffic-flow", "traffic-offences"];

/**
 * The use of a camera, from the purposes it is declared for: "traffic" where all of them are traffic (regulation of flows,
 * traffic offences), "public-space" where none is, "both" where some are; an enforcement device is traffic without a word.
 * "unsaid" where no purpose is declared: no use is guessed.
 */
export function declaredUse({
  type,
  purposes,
}: {
  type: CameraType;
  purposes: readonly CameraPurpose[];
}): CameraUse {
  if (purposes.length === 0) return type === "enforcement" ? "traffic" : "unsaid";
  const ofTraffic = purposes.filter((purpose) => trafficPurposes.includes(purpose)).length;
  if (ofTraffic === 0) return "public-space";
  return ofTraffic === purposes.length ? "traffic" : "both";
}

/** The cameras of one use, with the lines that name them and their part of each amount. */
export type UseOfLedger = { use: CameraUse; lines: readonly LedgerLine[]; time: ServiceTime };

export type UseCost = {
  use: CameraUse;
  /** What the lines that name these cameras weigh on the year, in cents. */
  directCents: number;
  /** Their share of everything else. */
  sharedCents: number;
  totalCents: number;
  time: ServiceTime;
};

export type CostByUse = {
  uses: UseCost[];
  /** The key that gives the shares: months in service where the one asked has no weight for some use. */
  key: AllocationKey;
};

/**
 * The full cost of a year by use of the cameras. Unit: cents, gross, as chosen; the uses add up to the gross cost.
 * Formula: lines that name cameras of the use + key × (gross − lines that name any of these cameras). A camera that serves
 * both uses is a row of its own and is never cut in two: see `costOfUse` for what that leaves open.
 * Undefined where no camera of any use served: nothing is shared among nobody.
 */
export function costByUse(
  year: FullCostYear,
  uses: readonly UseOfLedger[],
  choices: CostChoices,
  asked: { key: AllocationKey; startMonth: number },
): CostByUse | undefined {
  const wanted = splitUnder(asked.key, year, uses, choices, asked.startMonth);
  const split = wanted ?? splitUnder(plainestKey, year, uses, choices, asked.startMonth);
  return split && { uses: split, key: wanted ? asked.key : plainestKey };
}

function splitUnder(
  key: AllocationKey,
  year: FullCostYear,
  uses: readonly UseOfLedger[],
  choices: CostChoices,
  startMonth: number,
): UseCost[] | undefined {
  const hours = uses.map(({ time }) => time.hours);
  const all: ServiceTime = {
    cameraYears: sumOf(uses.map(({ time }) => time.cameraYears)),
    cameras: sumOf(uses.map(({ time }) => time.cameras)),
    hours: hours.includes(null) ? null : sumOf(hours.map((one) => one ?? 0)),
  };
  const direct = uses.map(({ lines }) => weightOnYear(year, lines, choices, startMonth).cents);
  const shared = year.grossCents - sumOf(direct);
  const costs = uses.map(({ use, time }, index) => {
    const sharedCents = shareOfJointCost(shared, key, time, all);
    const directCents = direct[index] ?? 0;
    return { use, directCents, sharedCents, totalCents: directCents + (sharedCents ?? 0), time };
  });
  return costs.length > 0 && costs.every(isShared) ? costs : undefined;
}

function isShared(
  cost: Omit<UseCost, "sharedCents"> & { sharedCents: number | undefined },
): cost is UseCost {
  return cost.sharedCents !== undefined;
}

/**
 * What one use costs, between two bounds, in cents: cameras of that use alone, and with those that serve both uses or of
 * which nobody says the use. What divides it (fines by traffic, requests by public space) must be of that use alone.
 */
export function costOfUse(
  { uses }: Pick<CostByUse, "uses">,
  use: "public-space" | "traffic",
): { low: number; high: number } {
  const of = (...wanted: CameraUse[]) =>
    sumOf(uses.filter((one) => wanted.includes(one.use)).map(({ totalCents }) => totalCents));
  return { low: of(use), high: of(use, "both", "unsaid") };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
