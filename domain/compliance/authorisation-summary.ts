import { type CameraStatus, inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  type AuthorisationState,
  cameraAuthorisationState,
  exceedsRetentionLimit,
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
  /** Cameras in service whose stated retention is longer than the law allows. */
  overRetention: number;
  /** Cameras in service whose retention is stated at all. */
  withRetention: number;
};

/**
 * How cameras in service stand with the law on a day. Unit: cameras (devices, not sites).
 * A camera counts under the best of its orders; one that names no known order is "none-known", which is a gap in the
 * registry and not an accusation. Enforcement devices are "not-required". Source: CSI L252-1, L252-4, L252-5.
 */
export function summariseAuthorisations(
  groups: readonly CamerasByOrder[],
  orders: ReadonlyMap<string, { expiresOn: string | null }>,
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
    if (group.retentionDays !== null) summary.withRetention += group.cameras;
    if (exceedsRetentionLimit(group.retentionDays)) summary.overRetention += group.cameras;
  }
  return { ...summary, byState, byOrder };
}
