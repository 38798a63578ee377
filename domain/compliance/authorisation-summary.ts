import { type CameraStatus, inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  type AuthorisationState,
  cameraAuthorisationState,
  exceedsRetentionLimit,
  type OrderDates,
} from "./authorisation-state.ts";

/** Cameras that share type, status, orders named and stated retention. */
export type CamerasByOrder = {
  type: string;
  status: string;
  authorisationReferences: readonly string[];
  retentionDays: number | null;
  cameras: number;
};

export type AuthorisationSummary = {
  inService: number;
  /** Cameras in service by the best state among the orders that their records name. */
  byState: Readonly<Partial<Record<AuthorisationState, number>>>;
  /** Cameras in service whose record names the order. */
  byOrder: ReadonlyMap<string, number>;
  /** Cameras in service whose record, or an order that it names, states a retention longer than the law allows. */
  overRetention: number;
  /** Cameras in service whose retention is stated at all, by their record or by an order that it names. */
  withRetention: number;
};

/** What is read of an order: its days, and how long it lets footage be kept, in days, where it says so. */
export type SummarisedOrder = OrderDates & { readonly retentionDays: number | null };

/**
 * How cameras in service stand with the law on a day. Unit: cameras (devices, not sites).
 * A camera counts under the best of its orders; one that names no known order is "none-known", which is a gap in the
 * registry and not an accusation. Enforcement devices are "not-required". An order that lets footage be kept too long does so
 * for every camera that names it, whatever the camera's own record says. Source: CSI L252-1, L252-4, L252-5.
 */
export function summariseAuthorisations(
  groups: readonly CamerasByOrder[],
  orders: ReadonlyMap<string, SummarisedOrder>,
  today: string,
): AuthorisationSummary {
  const byState: Partial<Record<AuthorisationState, number>> = {};
  const byOrder = new Map<string, number>();
  const summary = { inService: 0, overRetention: 0, withRetention: 0 };
  for (const group of groups) {
    if (!inServiceStatuses.includes(group.status as CameraStatus)) continue;
    const state = cameraAuthorisationState(group, orders, today);
    byState[state] = (byState[state] ?? 0) + group.cameras;
    for (const order of new Set(group.authorisationReferences))
      byOrder.set(order, (byOrder.get(order) ?? 0) + group.cameras);
    summary.inService += group.cameras;
    const longest = longestRetention(group, orders);
    if (longest !== null) summary.withRetention += group.cameras;
    if (exceedsRetentionLimit(longest)) summary.overRetention += group.cameras;
  }
  return { ...summary, byState, byOrder };
}

/** The retention that a camera's record or one of its orders states, in days, where the law forbids it; else null. */
export function excessiveRetention(
  camera: { authorisationReferences: readonly string[]; retentionDays: number | null },
  orders: ReadonlyMap<string, Pick<SummarisedOrder, "retentionDays">>,
): number | null {
  const longest = longestRetention(camera, orders);
  return exceedsRetentionLimit(longest) ? longest : null;
}

/** The longest of the retentions that a camera's record and its orders state, in days; null where none does. */
function longestRetention(
  camera: { authorisationReferences: readonly string[]; retentionDays: number | null },
  orders: ReadonlyMap<string, Pick<SummarisedOrder, "retentionDays">>,
): number | null {
  const stated = [
    camera.retentionDays,
    ...camera.authorisationReferences.map((number) => orders.get(number)?.retentionDays ?? null),
  ].filter((days) => days !== null);
  return stated.length === 0 ? null : Math.max(...stated);
}
