import {
  type AllocationKey,
  type ServiceTime,
  shareOfJointCost,
} from "#domain/cost/allocation-key.ts";
import { isOfBasis } from "#domain/cost/chosen-amount.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { chargesOf } from "#domain/cost/line-charges.ts";

export type CameraFullCost = {
  year: FullCostYear;
  /** What the lines that name this camera weigh on the year, in cents. */
  ownCents: number;
  /** True when a line that names it has no amount: its own cost is then a lower bound. */
  ownIsPartial: boolean;
  /** Its part of what all cameras cost together; undefined where the key has no weight for it. */
  jointShareCents: number | undefined;
  key: AllocationKey;
  /** Time in service of this camera and of all, in the year. */
  time: ServiceTime;
  all: ServiceTime;
};

/**
 * The full cost of one camera in one accounting year: what the ledger says of it alone, and its share of the joint cost.
 * Unit: cents. Own: lines that name the camera, an amount that names several being shared equally among them, written
 * off like any other. Joint: share under the key named. Gross: grants are not deducted.
 * `own` are this camera's lines with its part of their amounts.
 */
export function cameraFullCost(
  own: readonly LedgerLine[],
  year: FullCostYear,
  choices: CostChoices,
  asked: { key: AllocationKey; time: ServiceTime; all: ServiceTime; startMonth: number },
): CameraFullCost {
  const charges = own
    .filter((line) => isOfBasis(line, choices.basis))
    .filter(({ kind }) => kind === "capital" || kind === "operating")
    .flatMap((line) => chargesOf(line, choices, asked.startMonth))
    .filter((charge) => charge.year === year.year);
  const { key, time, all } = asked;
  return {
    year,
    ownCents: charges.reduce((sum, charge) => sum + ("cents" in charge ? charge.cents : 0), 0),
    ownIsPartial: charges.some((charge) => "silence" in charge),
    jointShareCents: shareOfJointCost(year.jointCents, key, time, all),
    key,
    time,
    all,
  };
}
