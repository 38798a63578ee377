import { addMonths, addYears } from "#domain/period/partial-date.ts";
import { authorisationTerm, exceedsRetentionLimit, retentionLimit } from "./authorisation-state.ts";

/** Longest provisional authorisation, granted for a gathering or an event of particular size. Source: CSI L252-6. */
export const provisionalTerm = {
  months: 4,
  legalReference: "CSI L252-6",
  consolidatedOn: "2026-04-03",
} as const;

/** No camera without an authorisation: one beyond the number that an order authorises has none of it. */
export const authorisedCameras = {
  legalReference: "CSI L252-1",
  consolidatedOn: "2026-04-03",
} as const;

/** Every way in which an order, as it was published, departs from the law, with the article it is held against. */
export const orderFaults = {
  "term-too-long": authorisationTerm.legalReference,
  "provisional-too-long": provisionalTerm.legalReference,
  "more-cameras": authorisedCameras.legalReference,
  "retention-too-long": retentionLimit.legalReference,
} as const;
export type OrderFault = keyof typeof orderFaults;

export type JudgedOrder = {
  readonly kind: string;
  readonly grantedOn: string;
  readonly termYears: number | null;
  readonly expiresOn: string | null;
  readonly camerasAuthorised: number | null;
  readonly retentionDays: number | null;
};

/**
 * What of an order departs from the law, from its own dates and numbers; what it does not say is held against nobody.
 *
 * A term runs from the day of the order: the same day five years on, or four months on for a provisional one, is still
 * lawful. Cameras in service that name the order are counted against the number it authorises. Unit of `cameras`: devices.
 * Source: CSI L252-1, L252-4, L252-5, L252-6.
 */
export function faultsOfOrder(order: JudgedOrder, cameras: number): OrderFault[] {
  const { kind, grantedOn, termYears, expiresOn, camerasAuthorised } = order;
  const isPast = (limit: string) => expiresOn !== null && expiresOn > limit;
  const isProvisional = kind === "provisional";
  const isTooLong =
    isPast(addYears(grantedOn, authorisationTerm.years)) ||
    (termYears ?? 0) > authorisationTerm.years;
  const found: Readonly<Record<OrderFault, boolean>> = {
    "term-too-long": !isProvisional && isTooLong,
    "provisional-too-long":
      isProvisional && (isPast(addMonths(grantedOn, provisionalTerm.months)) || termYears !== null),
    "more-cameras": camerasAuthorised !== null && cameras > camerasAuthorised,
    "retention-too-long": exceedsRetentionLimit(order.retentionDays),
  };
  return (Object.keys(found) as OrderFault[]).filter((fault) => found[fault]);
}
