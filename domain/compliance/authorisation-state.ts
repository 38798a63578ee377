import { type CameraStatus, inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { addMonths, daysBetween } from "#domain/period/partial-date.ts";

/**
 * Months before expiry at which an authorisation counts as expiring. The prefect's silence rejects a request
 * after four months (CSI R252-15), so a renewal asked later than about six months ahead is at risk.
 */
export const expiryWarning = {
  months: 6,
  legalReference: "CSI R252-15",
  consolidatedOn: "2026-04-03",
} as const;

/** Longest term of an authorisation. Source: CSI L252-4. */
export const authorisationTerm = {
  years: 5,
  legalReference: "CSI L252-4",
  consolidatedOn: "2026-04-03",
} as const;

/** An order's days as its source gives them: when it was made, and its last day where that is said. */
export type OrderDates = { readonly grantedOn: string; readonly expiresOn: string | null };

export const authorisationStates = [
  "valid",
  "expiring",
  "expired",
  "none-known",
  "not-required",
  "unknown",
  "not-yet",
] as const;
export type AuthorisationState = (typeof authorisationStates)[number];

export type ExpiryReading = {
  state: Extract<AuthorisationState, "valid" | "expiring" | "expired" | "unknown" | "not-yet">;
  /** Days left, negative once expired; null when the source gives no expiry. */
  daysLeft: number | null;
};

/**
 * Reads an authorisation against a day. Before it is granted it authorises nothing; it is valid from that day through its
 * last, and expired from the day after. Without a published expiry the state is unknown: a term is never invented.
 */
export function readExpiry(authorisation: OrderDates, today: string): ExpiryReading {
  const { expiresOn } = authorisation;
  const daysLeft = expiresOn === null ? null : daysBetween(today, expiresOn);
  return { state: stateOf(authorisation, today), daysLeft };
}

function stateOf({ grantedOn, expiresOn }: OrderDates, today: string): ExpiryReading["state"] {
  if (grantedOn > today) return "not-yet";
  if (expiresOn === null) return "unknown";
  if (expiresOn < today) return "expired";
  return expiresOn <= addMonths(today, expiryWarning.months) ? "expiring" : "valid";
}

/**
 * Legal state of one camera on a day: the best state among the authorisations that its record names.
 * "none-known" says that no order was found, not that none exists. Enforcement devices (speed, red light) are
 * under another regime (code de la route, R130-11) and need no prefect's authorisation of this kind.
 */
export function cameraAuthorisationState(
  camera: { type: string; authorisationReferences: readonly string[] },
  authorisations: ReadonlyMap<string, OrderDates>,
  today: string,
): AuthorisationState {
  if (camera.type === "enforcement") return "not-required";
  const states = camera.authorisationReferences.flatMap((reference) => {
    const authorisation = authorisations.get(reference);
    return authorisation ? [stateOf(authorisation, today)] : [];
  });
  const best = (["valid", "expiring", "unknown", "expired", "not-yet"] as const).find((state) =>
    states.includes(state),
  );
  return best ?? "none-known";
}

/**
 * The alert of the sheet and the map: in service on a day when the only authorisations known have expired, or have yet to
 * be granted.
 * Where none is known at all the registry cannot accuse: that is a gap, shown as such.
 */
export function isInServiceWithoutValidAuthorisation(
  camera: { status: CameraStatus },
  state: AuthorisationState,
): boolean {
  return inServiceStatuses.includes(camera.status) && (state === "expired" || state === "not-yet");
}

/** Longest retention of footage that an authorisation may grant: "un mois", in months because the law says so. */
export const retentionLimit = {
  months: 1,
  longestMonthDays: 31,
  legalReference: "CSI L252-5",
  consolidatedOn: "2026-04-03",
} as const;

/** True when a stated retention exceeds one month of the longest kind (31 days): no calendar makes it lawful. */
export function exceedsRetentionLimit(retentionDays: number | null): boolean {
  return retentionDays !== null && retentionDays > retentionLimit.longestMonthDays;
}

/** Only French cameras are authorised by a prefect (CSI L252-1). Country: ISO 3166. */
export function needsPrefectsOrder(country: string): boolean {
  return country === "FR";
}
