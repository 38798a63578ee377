/** How what all cameras cost together is shared among them. The choice changes each share and never the sum. */
export const allocationKeys = ["camera-months", "equal", "hours"] as const;
export type AllocationKey = (typeof allocationKeys)[number];

/** Time in service during one accounting year: of one camera, or of all of them. */
export type ServiceTime = {
  /** Days in service over the days of the year, added up: 1 is one camera in service all year. */
  cameraYears: number;
  /** Cameras in service at least one day. */
  cameras: number;
  /** Hours watched or recorded; null where nobody counts them. */
  hours: number | null;
};

/** The key named in an address; undefined for any other word. */
export function readAllocationKey(word: string | null | undefined): AllocationKey | undefined {
  return allocationKeys.find((key) => key === word);
}

/** The key that asks for nothing but dates, which every registry has. */
export const plainestKey: AllocationKey = "camera-months";

/** What one camera counts for when a cost is told by the unit of its key; hours go by the hundred. */
const unitOfKey: ServiceTime = { cameraYears: 1, cameras: 1, hours: 100 };

/**
 * A cost of all cameras by the unit of the key: for one camera in service all year ("camera-months"), for one camera that
 * served ("equal"), for a hundred hours ("hours"). Unit: that of the cost; not rounded. Undefined as `shareOfJointCost`.
 */
export function costByUnitOfKey(
  cost: number,
  key: AllocationKey,
  all: ServiceTime,
): number | undefined {
  return shareOfJointCost(cost, key, unitOfKey, all);
}

/**
 * The part of a joint cost that some cameras bear, under a key.
 * Unit: that of the joint cost; not rounded. Formula: joint × weight of these cameras / weight of all, the weight being
 * the months in service ("camera-months", 12 to a camera-year), one for each camera in service at least a day
 * ("equal"), or its hours ("hours"). The shares of all cameras add up to the joint cost under each key.
 * Undefined where the weight is not known, or where no camera has any: no share is invented.
 */
export function shareOfJointCost(
  joint: number,
  key: AllocationKey,
  some: ServiceTime,
  all: ServiceTime,
): number | undefined {
  const weight = weightOf(key, some);
  const whole = weightOf(key, all);
  if (weight === null || whole === null || whole <= 0) return undefined;
  return (joint * weight) / whole;
}

function weightOf(key: AllocationKey, time: ServiceTime): number | null {
  if (key === "hours") return time.hours;
  return key === "equal" ? time.cameras : time.cameraYears * 12;
}
