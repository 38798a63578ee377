import {
  type AllocationKey,
  plainestKey,
  type ServiceTime,
  shareOfJointCost,
} from "#domain/cost/allocation-key.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import { type CostNature, jointByNature } from "#domain/cost/family-costs.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { weightOnYear } from "./weight-on-year.ts";

export type CameraFullCost = {
  year: FullCostYear;
  /** What the lines that name these cameras weigh on the year, in cents. */
  ownCents: number;
  /** True when a line that names them has no amount: their own cost is then a lower bound. */
  ownIsPartial: boolean;
  /** Their part of what the ledger says of their district; 0 where it says nothing of it, undefined without a weight. */
  districtShareCents: number | undefined;
  /** Their part of what all cameras cost together; undefined where the key has no weight for them. */
  jointShareCents: number | undefined;
  /** That part, by nature. */
  jointShares: Record<CostNature, number> | undefined;
  /** All of it; undefined as soon as a part is. */
  totalCents: number | undefined;
  /** The key that gives these shares; another than the one asked where that one has no weight for these cameras. */
  key: AllocationKey;
  askedKey: AllocationKey;
  /** Time in service of these cameras and of all, in the year. */
  time: ServiceTime;
  all: ServiceTime;
};

type Asked = {
  key: AllocationKey;
  time: ServiceTime;
  all: ServiceTime;
  startMonth: number;
  /** Lines that name the camera's district, and the time in service of the cameras there. */
  district?: { lines: readonly LedgerLine[]; time: ServiceTime };
};

/**
 * The full cost of one camera, or of those of a district, in one accounting year: what the ledger says of them alone, and
 * their share of what others share with them. Unit: cents.
 * Formula: own + key × lines of the district, among its cameras + key × joint cost, among all. Own: lines that name them, an
 * amount that names several being shared equally among those, written off like any other; a district's own are those of its
 * cameras and those that name it. The key is the one asked, or months in service where that one has no weight for them.
 * Gross: grants are not deducted. `own` are these cameras' lines with their part of the amounts.
 */
export function cameraFullCost(
  own: readonly LedgerLine[],
  year: FullCostYear,
  choices: CostChoices,
  asked: Asked,
): CameraFullCost {
  const wanted = sharesUnder(asked.key, year, choices, own, asked);
  return wanted.totalCents === undefined && asked.key !== plainestKey
    ? sharesUnder(plainestKey, year, choices, own, asked)
    : wanted;
}

function sharesUnder(
  key: AllocationKey,
  year: FullCostYear,
  choices: CostChoices,
  own: readonly LedgerLine[],
  { key: askedKey, time, all, startMonth, district }: Asked,
): CameraFullCost {
  const charges = weightOnYear(year, own, choices, startMonth);
  const ofDistrict = weightOnYear(year, district?.lines ?? [], choices, startMonth);
  const districtShareCents =
    district === undefined || ofDistrict.cents === 0
      ? 0
      : shareOfJointCost(ofDistrict.cents, key, time, district.time);
  const jointShareCents = shareOfJointCost(year.jointCents, key, time, all);
  const joint = jointByNature(year.families);
  const shareOf = (nature: CostNature) => shareOfJointCost(joint[nature], key, time, all) ?? 0;
  return {
    year,
    ownCents: charges.cents,
    ownIsPartial: charges.isPartial || ofDistrict.isPartial,
    districtShareCents,
    jointShareCents,
    jointShares:
      jointShareCents === undefined
        ? undefined
        : { capital: shareOf("capital"), staff: shareOf("staff"), running: shareOf("running") },
    totalCents:
      jointShareCents === undefined || districtShareCents === undefined
        ? undefined
        : charges.cents + districtShareCents + jointShareCents,
    key,
    askedKey,
    time,
    all,
  };
}
