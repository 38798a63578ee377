import type { Period } from "#domain/period/period.ts";

/** What is not known of a city and that a reader would look for. */
export type CityBlank =
  /** No list of cameras was published at all, but for devices of road-traffic enforcement. */
  | { kind: "camera-list" }
  /** Not published, or not found from what the source says: such cameras are on the list and not on the map. */
  | { kind: "positions"; cameras: number; of: number }
  | { kind: "installation-dates"; cameras: number; of: number }
  | { kind: "orders-of-cameras"; cameras: number; of: number }
  | { kind: "orders" }
  | { kind: "expiry-of-orders"; orders: number; of: number }
  | { kind: "content-of-orders"; orders: number; of: number }
  /** No ledger; the period of the last yearly cost that anybody published, if anybody did. */
  | { kind: "ledger"; lastKnown: Period | null }
  | { kind: "ledger-lines"; period: Period; families: readonly string[] }
  | { kind: "outcomes" }
  | { kind: "results-of-requests" };

export type KnownOfCity = {
  /** Whether cameras need a prefect's order here: CSI L252-1 is French law. */
  needsOrders: boolean;
  registered: number;
  /** Devices of road-traffic enforcement among them. */
  enforcement: number;
  inService: number;
  unlocated: number;
  undated: number;
  withoutKnownOrder: number;
  orders: readonly { expiresOn: string | null; camerasAuthorised: number | null }[];
  latestSpend: { period: Period; missing: readonly { family: string }[] } | undefined;
  /** Periods of the yearly costs that others have published. */
  publishedYearlyCosts: readonly Period[];
  reviews: readonly { relevant: number | undefined }[];
};

/**
 * The blanks of a city's page, in the order in which a reader asks. A blank is said, never filled: no camera is
 * supposed from a total, no cost from another city.
 */
export function cityBlanks(known: KnownOfCity): CityBlank[] {
  return [...blanksOfCameras(known), ...blanksOfOrders(known), ...blanksOfUse(known)];
}

function blanksOfCameras(known: KnownOfCity): CityBlank[] {
  if (known.registered === known.enforcement) return [{ kind: "camera-list" }];
  const blanks: CityBlank[] = [];
  if (known.unlocated > 0) {
    blanks.push({ kind: "positions", cameras: known.unlocated, of: known.registered });
  }
  if (known.undated > 0) {
    blanks.push({ kind: "installation-dates", cameras: known.undated, of: known.registered });
  }
  if (known.needsOrders && known.withoutKnownOrder > 0) {
    blanks.push({
      kind: "orders-of-cameras",
      cameras: known.withoutKnownOrder,
      of: known.inService,
    });
  }
  return blanks;
}

function blanksOfOrders({ orders, needsOrders }: KnownOfCity): CityBlank[] {
  if (!needsOrders) return [];
  if (orders.length === 0) return [{ kind: "orders" }];
  const endless = orders.filter((order) => order.expiresOn === null).length;
  const unread = orders.filter((order) => order.camerasAuthorised === null).length;
  const of = orders.length;
  const blanks: CityBlank[] = [];
  if (endless > 0) blanks.push({ kind: "expiry-of-orders", orders: endless, of });
  if (unread > 0) blanks.push({ kind: "content-of-orders", orders: unread, of });
  return blanks;
}

function blanksOfUse(known: KnownOfCity): CityBlank[] {
  const { latestSpend, publishedYearlyCosts, reviews } = known;
  const blanks: CityBlank[] = [];
  if (latestSpend === undefined) {
    const latest = [...publishedYearlyCosts].sort((a, b) => a.to.localeCompare(b.to)).at(-1);
    blanks.push({ kind: "ledger", lastKnown: latest ?? null });
  } else if (latestSpend.missing.length > 0) {
    const families = [...new Set(latestSpend.missing.map((line) => line.family))];
    blanks.push({ kind: "ledger-lines", period: latestSpend.period, families });
  }
  if (reviews.length === 0) blanks.push({ kind: "outcomes" });
  else if (reviews.every((review) => review.relevant === undefined)) {
    blanks.push({ kind: "results-of-requests" });
  }
  return blanks;
}
